/** Depth: how many initiatives cover a cell under a question, and how many may. */
import { holdsOn, outlineValidOn, type Question, selectsInitiative } from "./question.ts";
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

/** Indices of the indications that hold under a question: alive, left in, and of that date. */
export function liveIndications({ study }: StudyIndex, question: Question): number[] {
  return study.indications.flatMap((indication, i) =>
    selectsInitiative(study, question, indication.initiative) && holdsOn(indication, question.at)
      ? [i]
      : [],
  );
}

/** What each cell is covered by, and with the largest discs counted in; in the study's order. */
export interface DepthRanges {
  readonly depth: Uint16Array;
  readonly depthMax: Uint16Array;
}

/** Depth of every cell, and one more for each indicative initiative whose largest disc meets it. */
export function cellDepthRanges(index: StudyIndex, question: Question): DepthRanges {
  const depth = cellDepths(index, question);
  const depthMax = depth.slice();
  for (const i of liveIndications(index, question))
    for (const cell of index.study.indications[i]!.reaches) depthMax[cell]!++;
  return { depth, depthMax };
}

/** How many initiatives stand on the deepest ground of a place: for certain, and at most. */
export interface Deepest {
  readonly depth: number;
  readonly depthMax: number;
}

/** The greatest depth in a place, and the greatest with the largest discs counted in. */
export function deepestGround(
  { cellsOf }: StudyIndex,
  { depth, depthMax }: DepthRanges,
  place: number,
): Deepest {
  const most = (depths: Uint16Array) =>
    cellsOf[place]!.reduce((top, cell) => Math.max(top, depths[cell]!), 0);
  return { depth: most(depth), depthMax: most(depthMax) };
}
