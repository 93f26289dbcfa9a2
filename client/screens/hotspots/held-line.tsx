/** What is held to compare with, how many places differ from it, and the way to let it go. */
import type { Study } from "../../../server/core/model.ts";
import type { Answer } from "../../answer.ts";
import { type Comparison, compare } from "../../compare.ts";
import { listing, longDate } from "../../format.ts";
import { metricOf } from "../../metrics.ts";
import { programmeShort } from "../../programme-words.ts";
import { useActions } from "../../shell/context.tsx";
import { texts } from "../../texts/hotspots.ts";
import { aimWord, CATEGORY_WORDS } from "../../texts/words.ts";
import type { HeldView } from "../../view.ts";

interface HeldLineProps {
  readonly study: Study;
  readonly held: HeldView;
  readonly before: Answer;
  readonly now: Answer;
}

export function HeldLine({ study, held, before, now }: HeldLineProps) {
  const { letGo } = useActions();
  return (
    <p class="held-line">
      <span>
        {texts.heldIs(heldWords(study, held))} {sentence(now, compare(before, now))}
      </span>
      <button type="button" class="text-button" onClick={letGo}>
        {texts.letGo}
      </button>
    </p>
  );
}

const sentence = ({ by }: Answer, { more, fewer, same, untold }: Comparison) =>
  metricOf(by) ? texts.heldFigure(more, fewer, same, untold) : texts.heldSince(more, fewer, same);

/** "1 June 1998", "1 June 1998, only Holistic and New Deal for Communities". */
export function heldWords(study: Study, held: HeldView): string {
  const { categories, programmes, departments, aims, funders } = held;
  const filters = [
    ...categories.map((category) => CATEGORY_WORDS[category]),
    ...programmes.map((code) => {
      const programme = study.programmes.find((one) => one.code === code);
      return programme ? programmeShort(programme) : code;
    }),
    ...departments,
    ...aims.map(aimWord),
    ...funders,
  ];
  const date = longDate(held.at);
  return filters.length === 0 ? date : texts.heldOnly(date, listing(filters));
}
