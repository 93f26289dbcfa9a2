import type { Polygons } from "../polygons.ts";
import type { HeldChains } from "./held-chains.ts";

/** A bounded face as it is given out: one polygon of a cell, or a hole. */
export interface Face {
  /** The set of sources that cover it. */
  readonly set: number;
  /** Its rings in canonical form, the shell first, and where each ends in `xy`. */
  readonly xy: Int32Array;
  readonly ringEnd: Int32Array;
  /** Twice its area in square steps, exact, as the cycles have it; see exact-area.ts. */
  readonly high: number;
  readonly low: number;
  /** The chains on its boundary and those within it that part nothing; some may stand twice. */
  readonly chains: number[];
}

/** The number of the unbounded face. */
export const BEYOND = 0;
/** Stands for the chain of an edge that takes no part, and for a face that is not known. */
export const NOT_LIVE = -1;

/** Which face lies beside each chain. */
export interface FaceMap {
  /** Faces by number; the unbounded one and numbers not in use are empty. */
  readonly faces: readonly (Face | undefined)[];
  readonly chains: HeldChains;
  /** Face -> where one of its vertices lies. */
  readonly pointX: Int32Array;
  readonly pointY: Int32Array;
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
    chains: [],
  };
}
