import type { InputEdges } from "./input-edges.ts";
import type { Shapes } from "./model.ts";
import type { Noded } from "./noding.ts";
import { type Keys, SetTable } from "./sets.ts";

/** Which polygons an edge bounds. */
export interface Owners {
  /** Edge -> its set in `sets`; 0, the empty set, where it bounds nothing. */
  readonly setOfEdge: Int32Array;
  /** Sets of polygons. */
  readonly sets: SetTable;
}

/**
 * The polygons that each edge bounds: those whose rings run along it an odd number of times. By
 * the even-odd rule an edge that a polygon's rings run along twice does not bound it, so spikes
 * and repeated rings fall away here.
 *
 * Invariant: crossing an edge changes membership of exactly its owners.
 * Cost: two walks over all noded rings; lists are compared with the edge before, then interned.
 */
export function ownersOf(shapes: Shapes, input: InputEdges, noded: Noded, keys: Keys): Owners {
  const { polygonRing, ringVertex } = shapes;
  const { pieceStart, pieces, isFinal } = noded;
  const { ringHalf } = input;
  const edgeCount = noded.edges.count;
  const start = countRuns(ringHalf, noded);
  const runs = new Int32Array(start[edgeCount]!);
  // Backwards, so that filling from each list's end leaves the polygons ascending.
  for (let polygon = polygonRing.length - 2; polygon >= 0; polygon--) {
    const from = ringVertex[polygonRing[polygon]!]!;
    const to = ringVertex[polygonRing[polygon + 1]!]!;
    for (let i = from; i < to; i++) {
      const half = ringHalf[i]!;
      if (half < 0) continue;
      const edge = half >> 1;
      if (isFinal[edge] === 1) {
        runs[--start[edge]!] = polygon;
        continue;
      }
      const end = pieceStart[edge + 1]!;
      for (let p = pieceStart[edge]!; p < end; p++) runs[--start[pieces[p]! >> 1]!] = polygon;
    }
  }
  const sets = new SetTable(keys);
  const setOfEdge = new Int32Array(edgeCount);
  let last = 0;
  for (let edge = 0; edge < edgeCount; edge++) {
    const from = start[edge]!;
    const to = keepOdd(runs, from, start[edge + 1]!);
    if (from === to) continue;
    if (!sets.isSet(last, runs, from, to)) last = sets.intern(runs, from, to);
    setOfEdge[edge] = last;
  }
  return { setOfEdge, sets };
}

/** Edge -> end of its list of runs: how often rings run along it, summed up. */
function countRuns(
  ringHalf: Int32Array,
  { edges, isFinal, pieceStart, pieces }: Noded,
): Int32Array {
  const start = new Int32Array(edges.count + 1);
  for (let i = 0; i < ringHalf.length; i++) {
    const half = ringHalf[i]!;
    if (half < 0) continue;
    const edge = half >> 1;
    if (isFinal[edge] === 1) {
      start[edge]!++;
      continue;
    }
    const end = pieceStart[edge + 1]!;
    for (let p = pieceStart[edge]!; p < end; p++) start[pieces[p]! >> 1]!++;
  }
  for (let edge = 1; edge <= edges.count; edge++) start[edge]! += start[edge - 1]!;
  return start;
}

/** Keeps one of each number that stands an odd number of times. @returns the new end */
function keepOdd(list: Int32Array, from: number, to: number): number {
  let used = from;
  for (let i = from; i < to; ) {
    const value = list[i]!;
    let j = i + 1;
    while (j < to && list[j] === value) j++;
    if ((j - i) & 1) list[used++] = value;
    i = j;
  }
  return used;
}
