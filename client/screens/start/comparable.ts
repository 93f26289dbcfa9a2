/** The outlines of a date that can be compared with areas, and how near their lines are. */
import { liveOutlines } from "../../../server/core/hotspots/depth.ts";
import type { Question } from "../../../server/core/hotspots/question.ts";
import type { StudyIndex } from "../../../server/core/hotspots/study-index.ts";
import { unjudged } from "../../../server/core/hotspots/unjudged.ts";

export interface Comparable {
  readonly outlines: number;
  /** Metres of the roughest that is generalised; undefined where none is. */
  readonly roughest: number | undefined;
}

export function comparableOutlines(index: StudyIndex, question: Question): Comparable {
  const { study } = index;
  const live = liveOutlines(index, question);
  const outlines = study.outlines.filter(
    (outline, i) =>
      live[i] && unjudged(study.initiatives[outline.initiative]!.missing, outline) === undefined,
  );
  const rough = outlines.flatMap(({ grade, accuracy }) =>
    grade === "generalised" && accuracy !== undefined ? [accuracy] : [],
  );
  return {
    outlines: outlines.length,
    roughest: rough.length > 0 ? Math.max(...rough) : undefined,
  };
}
