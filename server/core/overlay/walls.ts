import { enlarged } from "./int-list.ts";
import type { Noded } from "./noding.ts";
import type { RingFacts } from "./ring-facts.ts";

/** What rings and their edges are read from. */
export type NodedRings = Pick<RingFacts, "shapes" | "inputEdges" | "noded">;

/** Noded edges that bound regions, numbered for themselves, and how they hang together. */
export interface Walls {
  readonly count: number;
  /** Ends by x, y in steps: those of the edge's low and high vertex. */
  readonly lowX: Float64Array;
  readonly lowY: Float64Array;
  readonly highX: Float64Array;
  readonly highY: Float64Array;
  /** Wall end, `2w` the low and `2w + 1` the high one -> its vertex. */
  readonly vertex: Int32Array;
  /** Wall end -> the one other end in its vertex; -1 where there are more. */
  readonly linked: Int32Array;
  /** Wall -> its first entry in `regions`; one more than walls. */
  readonly start: Int32Array;
  /** The regions a wall bounds, by their place in the list they were given in, ascending. */
  readonly regions: Int32Array;
}

/** The noded edges that rings `from` up to `to` run along an odd number of times, ascending. */
export function oddEdges(facts: NodedRings, from: number, to: number): Int32Array {
  const edges = edgesAlong(facts, from, to).sort();
  return edges.subarray(0, keepOdd(edges));
}

/**
 * The walls of regions, each given by the noded edges that bound it; see {@link oddEdges}.
 *
 * Cost: a visit an edge and sorting them, by edge and by vertex.
 */
export function wallsOf({ noded }: NodedRings, regions: readonly Int32Array[]): Walls {
  // An edge and a region side by side in a number, which sorts them by the edge.
  const keys = new Float64Array(regions.reduce((sum, edges) => sum + edges.length, 0));
  let used = 0;
  for (let number = 0; number < regions.length; number++) {
    for (const edge of regions[number]!) keys[used++] = edge * regions.length + number;
  }
  keys.sort();
  const edges = new Int32Array(keys.length);
  const start = new Int32Array(keys.length + 1);
  const bounded = new Int32Array(keys.length);
  let count = 0;
  for (let i = 0; i < keys.length; i++) {
    const edge = Math.floor(keys[i]! / regions.length);
    if (i === 0 || edges[count - 1] !== edge) {
      edges[count] = edge;
      start[count++] = i;
    }
    bounded[i] = keys[i]! - edge * regions.length;
  }
  start[count] = keys.length;
  return { count, start, regions: bounded, ...endsOf(noded, edges.subarray(0, count)) };
}

/** Where the walls end, and which meet there. */
function endsOf(noded: Noded, edges: Int32Array): Omit<Walls, "count" | "start" | "regions"> {
  const { low, high } = noded.edges;
  const { x, y } = noded.vertices;
  const vertex = new Int32Array(2 * edges.length);
  const lowX = new Float64Array(edges.length);
  const lowY = new Float64Array(edges.length);
  const highX = new Float64Array(edges.length);
  const highY = new Float64Array(edges.length);
  for (let wall = 0; wall < edges.length; wall++) {
    const a = low[edges[wall]!]!;
    const b = high[edges[wall]!]!;
    vertex[2 * wall] = a;
    vertex[2 * wall + 1] = b;
    lowX[wall] = x[a]!;
    lowY[wall] = y[a]!;
    highX[wall] = x[b]!;
    highY[wall] = y[b]!;
  }
  return { lowX, lowY, highX, highY, vertex, linked: linksOf(vertex) };
}

/** The noded edges that rings run along, as often as they do. */
function edgesAlong({ shapes, inputEdges, noded }: NodedRings, first: number, end: number) {
  const { pieceStart, pieces } = noded;
  const from = shapes.ringVertex[first]!;
  const to = shapes.ringVertex[end]!;
  let found = new Int32Array(to - from);
  let used = 0;
  for (let i = from; i < to; i++) {
    const half = inputEdges.ringHalf[i]!;
    if (half < 0) continue;
    const last = pieceStart[(half >> 1) + 1]!;
    for (let p = pieceStart[half >> 1]!; p < last; p++) {
      if (used === found.length) found = enlarged(found, 2 * used);
      found[used++] = pieces[p]! >> 1;
    }
  }
  return found.subarray(0, used);
}

/** Keeps one of each number of a sorted list that stands an odd number of times. @returns how many */
function keepOdd(list: Int32Array): number {
  let used = 0;
  for (let i = 0; i < list.length; ) {
    const value = list[i]!;
    const first = i;
    while (list[i] === value) i++;
    if ((i - first) % 2 === 1) list[used++] = value;
  }
  return used;
}

/** Links the walls that meet, two and no more, in a vertex. */
function linksOf(vertex: Int32Array): Int32Array {
  const ends = vertex.length;
  const linked = new Int32Array(ends).fill(-1);
  const keys = new Float64Array(ends);
  for (let end = 0; end < ends; end++) keys[end] = vertex[end]! * ends + end;
  keys.sort();
  let first = 0;
  for (let i = 1; i <= ends; i++) {
    const from = Math.floor(keys[first]! / ends) * ends;
    if (i < ends && keys[i]! < from + ends) continue;
    if (i - first === 2) {
      linked[keys[first]! - from] = keys[i - 1]! - from;
      linked[keys[i - 1]! - from] = keys[first]! - from;
    }
    first = i;
  }
  return linked;
}
