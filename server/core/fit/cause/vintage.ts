import { lengthWithin } from "../agreement.ts";
import type { BoundaryGraph } from "../boundary-graph.ts";
import type { Fragment } from "../fragments.ts";
import { linesOfOrdered } from "../half-rings.ts";
import type { SourceRange } from "../layer-lines.ts";
import type { Lines } from "../lines.ts";
import { WHOLE } from "../thresholds.ts";

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
  /** The sources of the other vintage. */
  readonly sources: SourceRange;
}

/**
 * Whether the reference changed here between its two vintages, and the body follows the other one.
 *
 * A gap is parted from the shared ground by the body's line: it must be a line of the other vintage
 * and none of this one. An overspill is parted by the reference's line: it must be none of the
 * other vintage, and the body's line around the overspill must be one. Where the other vintage has no
 * area, nothing is known of a change.
 */
export function isVintage(
  graph: BoundaryGraph,
  fragment: Fragment,
  { here, there, reach, sources }: Vintages,
): boolean {
  const { kind, halves, dividing } = fragment;
  if (dividing.length === 0 || !isCovered(graph, fragment, sources)) return false;
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

/** Whether the other vintage has areas on the ground, but for half a hundredth of it. */
function isCovered(
  { cellOf, cellSources: { start, ids }, area }: BoundaryGraph,
  fragment: Fragment,
  { from, to }: SourceRange,
): boolean {
  let covered = 0;
  for (const polygon of fragment.polygons) {
    const cell = cellOf[polygon]!;
    const sources = ids.subarray(start[cell]!, start[cell + 1]!);
    if (sources.some((source) => source >= from && source < to)) covered += area[polygon]!;
  }
  return covered >= WHOLE * fragment.area;
}
