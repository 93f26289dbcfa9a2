import type { Shapes } from "../model.ts";
import { type RingFacts, ringLength } from "../ring-facts.ts";
import { addRing, TurnSum } from "../turn-sum.ts";
import type { EdgeTally } from "./changes.ts";

/** One source as it was read, with what noding does not change. */
export interface HeldSource extends Pick<RingFacts, "before" | "perimeter"> {
  readonly shape: Shapes;
  /** As in `InputEdges`, by the edges of the session. */
  readonly ringHalf: Int32Array;
  /** Polygon of the shape -> its lasting number, which no other source ever has. */
  readonly numbers: readonly number[];
}

/** Measures the rings of a shape as they came. */
export function measureAsGiven({
  ringVertex,
  xy,
}: Shapes): Pick<RingFacts, "before" | "perimeter"> {
  const perimeter = new Float64Array(ringVertex.length - 1);
  const before: bigint[] = [];
  const sum = new TurnSum();
  for (let ring = 0; ring < perimeter.length; ring++) {
    sum.clear();
    addRing(xy, ringVertex[ring]!, ringVertex[ring + 1]!, sum);
    before.push(sum.total());
    perimeter[ring] = ringLength(xy, ringVertex[ring]!, ringVertex[ring + 1]!);
  }
  return { before, perimeter };
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
