/** Which bodies stand in the matrix, and in what order. */
import type { FitMatrixReply } from "../../../server/contract/fit-matrix.ts";
import { isTested } from "../../fit-words.ts";
import type { FitClassWord } from "../../texts/coterminosity.ts";

export type Body = FitMatrixReply["bodies"][number];
export type Cell = Body["cells"][number];

export const classOf = ({ class: of }: Cell): FitClassWord => of ?? "untested";

/** The most telling first: what crosses, what nearly matches, what nests, what matches. */
const TELLING: readonly FitClassWord[] = [
  "partial",
  "almost",
  "near",
  "touching",
  "holds",
  "inside",
  "identical",
  "disjoint",
  "untested",
];

const telling = ({ cells }: Body) =>
  Math.min(...cells.map((cell) => TELLING.indexOf(classOf(cell))));

/**
 * Tested bodies with a cell in one of the classes.
 *
 * @param classes none leaves all in
 */
export function matrixRows(bodies: readonly Body[], classes: readonly string[]): Body[] {
  return bodies
    .filter(isTested)
    .filter(
      ({ cells }) => classes.length === 0 || cells.some((cell) => classes.includes(classOf(cell))),
    )
    .map((body, order) => ({ body, order, key: telling(body) }))
    .sort((a, b) => a.key - b.key || a.order - b.order)
    .map(({ body }) => body);
}

/** Cells of each class among tested bodies, in the order of the classes. */
export function countByClass(bodies: readonly Body[]): Map<FitClassWord, number> {
  const counts = new Map<FitClassWord, number>();
  for (const { cells } of bodies.filter(isTested))
    for (const cell of cells) counts.set(classOf(cell), (counts.get(classOf(cell)) ?? 0) + 1);
  return counts;
}
