import type { Polygons } from "./polygons.ts";
import type { SetTable } from "./sets.ts";

/** A bounded face as it is given out: one polygon of a cell, or a hole. */
export interface Face {
  /** The set of sources that cover it, in {@link FaceMap.sets}. */
  readonly set: number;
  /** Its rings in canonical form, the shell first, and where each ends in `xy`. */
  readonly xy: Int32Array;
  readonly ringEnd: Int32Array;
  /** Twice its area in square steps, exact, as the cycles have it; see exact-area.ts. */
  readonly high: number;
  readonly low: number;
  /** Where its coordinates begin in those last given out; below 0 where it was in none. */
  place: number;
  /** The edges on its boundary and those within it that part nothing. */
  readonly edges: number[];
}

/** The number of the unbounded face. */
export const BEYOND = 0;
/** Stands for the face beside an edge that takes no part. */
export const NOT_LIVE = -1;

/** Which face lies beside each half-edge. */
export interface FaceMap {
  /** Sets of sources. */
  readonly sets: SetTable;
  /** Faces by number; the unbounded one and numbers not in use are empty. */
  readonly faces: readonly (Face | undefined)[];
  /** Half-edge -> the face on its left. */
  readonly faceOf: Int32Array;
}

/** Writes one polygon out. */
export function writeFace(
  { rings, shell, inner, innerStart, high, low }: Polygons,
  polygon: number,
  set: number,
): Face {
  const own = [shell[polygon]!, ...inner.subarray(innerStart[polygon]!, innerStart[polygon + 1]!)];
  const xy = new Int32Array(own.reduce((size, ring) => size + 2 * rings.size(ring), 0));
  const ringEnd = new Int32Array(own.length);
  let at = 0;
  own.forEach((ring, i) => {
    at = rings.write(ring, xy, at);
    ringEnd[i] = at >> 1;
  });
  return {
    set,
    xy,
    ringEnd,
    high: high[polygon]!,
    low: low[polygon]!,
    place: -1,
    edges: [],
  };
}
