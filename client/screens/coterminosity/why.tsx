/** The likely cause of a mismatch, with the evidence it rests on; nothing is corrected by itself. */
import type { FitOpenedReply } from "../../../server/contract/fit-matrix.ts";
import { evidenceWords } from "../../fit-words.ts";
import { texts } from "../../texts/coterminosity.ts";
import { CAUSE_WORDS } from "../../texts/words.ts";

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
