/** Depth: how many initiatives cover a cell under a question. */
import { outlineValidOn, type Question, selectsInitiative } from "./question.ts";
import type { StudyIndex } from "./study-index.ts";

/** Outline -> 1 where the question leaves it in. */
export function liveOutlines({ study }: StudyIndex, question: Question): Uint8Array {
  return Uint8Array.from(study.outlines, ({ initiative }, outline) =>
    selectsInitiative(study, question, initiative) && outlineValidOn(study, outline, question.at)
      ? 1
      : 0,
  );
}

/**
 * Depth of every cell. Two outlines of one initiative never hold on one date, so counting outlines
 * counts initiatives.
 *
 * @returns one count a cell, in the study's order
 */
export function cellDepths(index: StudyIndex, question: Question): Uint16Array {
  const live = liveOutlines(index, question);
  return Uint16Array.from(index.study.cells, ({ coveredBy }) => {
    let depth = 0;
    for (const outline of coveredBy) depth += live[outline]!;
    return depth;
  });
}
