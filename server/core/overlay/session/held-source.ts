import type { Shapes } from "../model.ts";
import type { RingFacts } from "../ring-facts.ts";
import type { EdgeTally } from "./changes.ts";

/** One source as it was read, with what noding does not change. */
export interface HeldSource extends Pick<RingFacts, "before" | "perimeter"> {
  readonly shape: Shapes;
  /** As in `InputEdges`, by the edges of the session. */
  readonly ringHalf: Int32Array;
  /** Polygon of the shape -> its lasting number, which no other source ever has. */
  readonly numbers: readonly number[];
}

/**
 * The edges that the rings of a polygon run along: an odd number of times, and more than once.
 *
 * @param tally is left empty, as it must be
 */
export function runsOf(
  { shape: { polygonRing, ringVertex }, ringHalf }: HeldSource,
  polygon: number,
  tally: EdgeTally,
): { odd: readonly number[]; repeated: readonly number[] } {
  const to = ringVertex[polygonRing[polygon + 1]!]!;
  for (let i = ringVertex[polygonRing[polygon]!]!; i < to; i++) {
    if (ringHalf[i]! >= 0) tally.add(ringHalf[i]! >> 1, 1);
  }
  const { edges, by } = tally.take();
  return {
    odd: edges.filter((_, i) => by[i]! & 1),
    repeated: edges.filter((_, i) => by[i]! > 1),
  };
}
