/** How much of a place's ground two initiatives share. */
import { type Share, share } from "../units.ts";
import { liveOutlines } from "./depth.ts";
import type { Question } from "./question.ts";
import type { StudyIndex } from "./study-index.ts";

/**
 * Shared over combined ground of two initiatives inside one place, on the question's date.
 *
 * @returns `undefined` where the outline of either is not known there
 */
export function sharedGroundAt(
  index: StudyIndex,
  question: Question,
  place: number,
): (a: number, b: number) => Share | undefined {
  const { study } = index;
  const live = liveOutlines(index, question);
  const cells = index.cellsOf[place]!.map((cell) => {
    const { area, coveredBy } = study.cells[cell]!;
    const on = coveredBy.filter((outline) => live[outline] === 1);
    return { area, on: new Set(on.map((outline) => study.outlines[outline]!.initiative)) };
  });
  return (a, b) => {
    let both = 0;
    let onA = 0;
    let onB = 0;
    for (const { area, on } of cells) {
      if (on.has(a)) onA += area;
      if (on.has(b)) onB += area;
      if (on.has(a) && on.has(b)) both += area;
    }
    return onA > 0 && onB > 0 ? share(both / (onA + onB - both)) : undefined;
  };
}
