import { readInputEdges } from "../../server/core/overlay/input-edges.ts";
import type { Shapes } from "../../server/core/overlay/model.ts";
import { nodeEdges, searchHere } from "../../server/core/overlay/noding.ts";

const DIGIT_BITS = 11;
const DIGITS = 3;
const BUCKETS = 1 << DIGIT_BITS;

/** Where the left end of each segment is, and the number of the segment. */
interface Keys {
  readonly x: Uint32Array;
  readonly y: Uint32Array;
  readonly segment: Uint32Array;
}

/**
 * The floor that ENGINE.md measures against: the segments of the input, sorted once by the x and y
 * of their left end. Least digit first, eleven bits at a time, keys and numbers moved along.
 */
export function sortSegments({ ringVertex, xy }: Shapes): Uint32Array {
  const keys = roomFor(xy.length / 2);
  for (let ring = 0; ring + 1 < ringVertex.length; ring++) {
    let previous = ringVertex[ring + 1]! - 1;
    for (let vertex = ringVertex[ring]!; vertex < ringVertex[ring + 1]!; vertex++) {
      const left = xy[2 * previous]! < xy[2 * vertex]! ? previous : vertex;
      put(keys, vertex, xy[2 * left]!, xy[2 * left + 1]!);
      previous = vertex;
    }
  }
  return sorted(keys);
}

/**
 * The segments that faces and cells are made of: no two alike, meeting in their ends only.
 *
 * @returns the x, y of both ends of each, so that the sort need not look them up
 */
export function nodedSegments(shapes: Shapes): Int32Array {
  const watch = () => undefined;
  const noded = nodeEdges(readInputEdges(shapes), watch, searchHere(watch));
  const { x, y } = noded.vertices;
  const { low, high } = noded.edges;
  const ends = new Int32Array(4 * noded.isFinal.length);
  let used = 0;
  for (let edge = 0; edge < noded.isFinal.length; edge++) {
    if (noded.isFinal[edge] === 0) continue;
    for (const end of [low[edge]!, high[edge]!]) {
      ends[used++] = x[end]!;
      ends[used++] = y[end]!;
    }
  }
  return ends.slice(0, used);
}

/** The same sort of segments given by their ends. */
export function sortByEnds(ends: Int32Array): Uint32Array {
  const keys = roomFor(ends.length / 4);
  for (let segment = 0; 4 * segment < ends.length; segment++) {
    const left = ends[4 * segment]! < ends[4 * segment + 2]! ? 4 * segment : 4 * segment + 2;
    put(keys, segment, ends[left]!, ends[left + 1]!);
  }
  return sorted(keys);
}

const roomFor = (count: number): Keys => ({
  x: new Uint32Array(count),
  y: new Uint32Array(count),
  segment: new Uint32Array(count),
});

function put(keys: Keys, segment: number, x: number, y: number): void {
  // Grid coordinates are signed: turn the sign so that they sort as unsigned words.
  keys.x[segment] = x ^ 0x80000000;
  keys.y[segment] = y ^ 0x80000000;
  keys.segment[segment] = segment;
}

/** @returns the segments in order; the keys are used up */
function sorted(keys: Keys): Uint32Array {
  let from = keys;
  let into = roomFor(keys.segment.length);
  for (const word of ["y", "x"] as const) {
    for (let digit = 0; digit < DIGITS; digit++) {
      pass(from, into, word, digit * DIGIT_BITS);
      [from, into] = [into, from];
    }
  }
  return from.segment;
}

function pass(from: Keys, into: Keys, word: "x" | "y", shift: number): void {
  const { x, y, segment } = from;
  const { x: intoX, y: intoY, segment: intoSegment } = into;
  const key = from[word];
  const next = new Uint32Array(BUCKETS + 1);
  for (let i = 0; i < key.length; i++) next[((key[i]! >>> shift) & (BUCKETS - 1)) + 1]!++;
  for (let bucket = 0; bucket < BUCKETS; bucket++) next[bucket + 1]! += next[bucket]!;
  for (let i = 0; i < key.length; i++) {
    const place = next[(key[i]! >>> shift) & (BUCKETS - 1)]!++;
    intoX[place] = x[i]!;
    intoY[place] = y[i]!;
    intoSegment[place] = segment[i]!;
  }
}
