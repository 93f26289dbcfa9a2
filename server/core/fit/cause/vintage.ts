import { lengthWithin } from "../agreement.ts";
import type { BoundaryGraph } from "../boundary-graph.ts";
import type { Fragment } from "../fragments.ts";
import { linesOfOrdered } from "../half-rings.ts";
import type { Lines } from "../lines.ts";

/** From here on a line counts as one of a vintage, and up to there as none of it. */
export const LEAST_OF_VINTAGE = 0.9;
export const MOST_OF_OTHER = 0.5;

/** The lines of the two vintages of a reference layer. */
export interface Vintages {
  /** Of the vintage that bodies are held against, and of the other one. */
  readonly here: Lines;
  readonly there: Lines;
  /** Metres within which two drawings of a line lie. */
  readonly reach: number;
}

/**
 * Whether the reference changed here between its two vintages, and the body follows the other one.
 *
 * A gap is parted from the shared ground by the body's line: it must be a line of the other vintage
 * and none of this one. An overspill is parted by the reference's line: it must be none of the
 * other vintage, and the body's line around the overspill must be one.
 */
export function isVintage(
  graph: BoundaryGraph,
  { kind, halves, dividing }: Fragment,
  { here, there, reach }: Vintages,
): boolean {
  if (dividing.length === 0) return false;
  const share = (list: readonly number[], onto: Lines) => {
    const lines = linesOfOrdered(graph, list);
    return lengthWithin(lines, onto, reach) / lines.length;
  };
  if (kind === "gap") {
    return share(dividing, here) <= MOST_OF_OTHER && share(dividing, there) >= LEAST_OF_VINTAGE;
  }
  const divides = new Set(dividing);
  const outer = halves.filter((half) => !divides.has(half));
  return (
    outer.length > 0 &&
    share(dividing, there) <= MOST_OF_OTHER &&
    share(outer, there) >= LEAST_OF_VINTAGE
  );
}
