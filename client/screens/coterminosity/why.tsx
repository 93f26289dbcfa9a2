/** The likely cause of a mismatch, with the evidence it rests on; nothing is corrected by itself. */
import type { FitOpenedReply } from "../../../server/contract/fit-matrix.ts";
import { area, length, percent } from "../../format.ts";
import { CAUSE_WORDS, texts } from "../../texts/coterminosity.ts";

export function Why({ reply }: { reply: FitOpenedReply }) {
  const { cause, cause_reason: reason, evidence } = reply.pair;
  return (
    <section class={`fit-why fit-why-${cause ?? "none"}`} aria-labelledby="why-heading">
      <h3 id="why-heading">{texts.whyHeading}</h3>
      <p>
        <b>{cause ? texts.cause(CAUSE_WORDS[cause]) : texts.noCause}</b> {reason}
      </p>
      {evidence && <p class="note">{evidenceWords(evidence).join(" ")}</p>}
    </section>
  );
}

type Evidence = NonNullable<FitOpenedReply["pair"]["evidence"]>;

/** What was measured, in sentences: the ground to explain, a common vector, two drawings of a line. */
export function evidenceWords({
  ground_m2: ground,
  fragments,
  widest_m: widest,
  shift,
  drawings,
}: Evidence): string[] {
  const words = [
    texts.fragments(fragments, area(ground), widest === null ? texts.notKnown : length(widest)),
  ];
  if (shift)
    words.push(
      texts.shiftBy(
        length(shift.east_m),
        length(shift.north_m),
        percent(shift.agreement_before),
        percent(shift.agreement_after),
      ),
    );
  if (drawings.two)
    words.push(
      texts.twoDrawings(
        percent(drawings.followed),
        length(drawings.median_m),
        length(drawings.bound_m),
      ),
    );
  return words;
}
