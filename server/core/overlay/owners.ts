import type { InputEdges } from "./input-edges.ts";
import type { Shapes } from "./model.ts";
import type { Noded } from "./noding.ts";
import { type Keys, SetTable } from "./sets.ts";
import { findStrands, type Strands } from "./strands.ts";

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
 * The input edges of a strand have the same owners. A noded edge that several of them were led along
 * bounds what an odd number of these bound.
 *
 * Invariant: crossing an edge changes membership of exactly its owners.
 * Cost: two walks over the runs of all rings, strand by strand, and one over all pieces.
 */
export function ownersOf(shapes: Shapes, input: InputEdges, noded: Noded, keys: Keys): Owners {
  const { isFinal, pieceStart, pieces, inputEdges } = noded;
  const strands = findStrands(shapes, input.ringHalf, inputEdges);
  const sets = new SetTable(keys);
  const setOfStrand = internOwners(strands, sets);
  const setOfEdge = new Int32Array(noded.edges.count);
  for (let strand = 0; strand < strands.count; strand++) {
    const set = setOfStrand[strand]!;
    if (set === 0) continue;
    const end = strands.start[strand + 1]!;
    for (let edge = strands.start[strand]!; edge < end; edge++) {
      if (isFinal[edge] === 1) {
        setOfEdge[edge] = sets.difference(setOfEdge[edge]!, set);
        continue;
      }
      const last = pieceStart[edge + 1]!;
      for (let p = pieceStart[edge]!; p < last; p++) {
        const piece = pieces[p]! >> 1;
        setOfEdge[piece] = sets.difference(setOfEdge[piece]!, set);
      }
    }
  }
  return { setOfEdge, sets };
}

/** Strand -> the set of polygons that run along it an odd number of times. */
function internOwners({ count, runStart, first, last }: Strands, sets: SetTable): Int32Array {
  const start = new Int32Array(count + 1);
  for (let run = 0; run < first.length; run++) {
    const end = last[run]!;
    for (let strand = first[run]!; strand <= end; strand++) start[strand]!++;
  }
  for (let strand = 1; strand <= count; strand++) start[strand]! += start[strand - 1]!;
  const list = new Int32Array(start[count]!);
  // Backwards, so that filling from each list's end leaves the polygons ascending.
  for (let polygon = runStart.length - 2; polygon >= 0; polygon--) {
    for (let run = runStart[polygon]!; run < runStart[polygon + 1]!; run++) {
      const end = last[run]!;
      for (let strand = first[run]!; strand <= end; strand++) list[--start[strand]!] = polygon;
    }
  }
  const setOfStrand = new Int32Array(count);
  for (let strand = 0; strand < count; strand++) {
    const from = start[strand]!;
    setOfStrand[strand] = sets.intern(list, from, keepOdd(list, from, start[strand + 1]!));
  }
  return setOfStrand;
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
