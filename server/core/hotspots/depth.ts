/** Depth: how many initiatives cover a cell under a question, and how many may. */
import { dayNumber, spanHolds } from "./lives.ts";
import { holdsOn, type Question } from "./question.ts";
import { selected } from "./selection.ts";
import type { StudyIndex } from "./study-index.ts";

/** Outline -> 1 where the question leaves it in. */
export function liveOutlines(index: StudyIndex, question: Question): Uint8Array {
  const { study, lives } = index;
  const alive = selected(index, question);
  const day = dayNumber(question.at);
  const live = new Uint8Array(study.outlines.length);
  study.outlines.forEach(({ initiative }, outline) => {
    if (alive[initiative] && spanHolds(lives.outlines, outline, day)) live[outline] = 1;
  });
  return live;
}

/**
 * Depth of every cell. Two outlines of one initiative never hold on one date, so counting outlines
 * counts initiatives.
 *
 * @returns one count a cell, in the study's order
 */
export function cellDepths(index: StudyIndex, question: Question): Uint16Array {
  const live = liveOutlines(index, question);
  const depths = new Uint16Array(index.study.cells.length);
  index.study.cells.forEach(({ coveredBy }, cell) => {
    let depth = 0;
    for (const outline of coveredBy) depth += live[outline]!;
    depths[cell] = depth;
  });
  return depths;
}

/** Indices of the indications that hold under a question: alive, left in, and of that date. */
export function liveIndications(index: StudyIndex, question: Question): number[] {
  const alive = selected(index, question);
  return index.study.indications.flatMap((indication, i) =>
    alive[indication.initiative] && holdsOn(indication, question.at) ? [i] : [],
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
