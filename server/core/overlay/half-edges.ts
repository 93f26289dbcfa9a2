import type { Edges } from "./edges.ts";
import { crossSign } from "./orientation.ts";
import type { Vertices } from "./vertices.ts";

/** The arrangement as a graph of half-edges, of which only some edges take part. */
export interface HalfEdges {
  readonly vertices: Vertices;
  readonly edges: Edges;
  /** Edge -> not 0 where it takes part. */
  readonly live: ArrayLike<number>;
  /** How many half-edges take part. */
  readonly halves: number;
  /** Half-edge -> the next half-edge with the same face on its left. */
  readonly next: Int32Array;
  /** Vertex -> 1 where four or more edges meet, so that one face may come by more than once. */
  readonly isBusy: Uint8Array;
}

/** The vertex that a half-edge starts from. */
export function origin({ low, high }: Edges, half: number): number {
  return half & 1 ? high[half >> 1]! : low[half >> 1]!;
}

/**
 * Sorts the half-edges around each vertex and links each to its successor along the face on its
 * left: arriving at a vertex, turn as sharply left as there is an edge to turn into.
 *
 * Invariant: `next` permutes the live half-edges; each orbit is one boundary of one face.
 * Cost: insertion sort around each vertex, where two edges meet at most vertices.
 */
export function linkHalfEdges(
  vertices: Vertices,
  edges: Edges,
  live: ArrayLike<number>,
): HalfEdges {
  const { low, high } = edges;
  const start = new Int32Array(vertices.count + 1);
  for (let edge = 0; edge < edges.count; edge++) {
    if (live[edge] === 0) continue;
    start[low[edge]!]!++;
    start[high[edge]!]!++;
  }
  for (let v = 1; v <= vertices.count; v++) start[v]! += start[v - 1]!;
  const around = new Int32Array(start[vertices.count]!);
  for (let edge = 0; edge < edges.count; edge++) {
    if (live[edge] === 0) continue;
    around[--start[low[edge]!]!] = 2 * edge;
    around[--start[high[edge]!]!] = 2 * edge + 1;
  }
  const next = new Int32Array(2 * edges.count);
  const isBusy = new Uint8Array(vertices.count);
  for (let v = 0; v < vertices.count; v++) {
    const from = start[v]!;
    const to = start[v + 1]!;
    if (to - from > 3) isBusy[v] = 1;
    if (to - from > 2) sortAround(vertices, edges, v, around, from, to);
    for (let i = from; i < to; i++) {
      next[around[i]! ^ 1] = around[i === from ? to - 1 : i - 1]!;
    }
  }
  return { vertices, edges, live, halves: around.length, next, isBusy };
}

/** Orders half-edges that leave vertex `v` counter-clockwise, from due east. */
function sortAround(
  vertices: Vertices,
  edges: Edges,
  v: number,
  around: Int32Array,
  from: number,
  to: number,
): void {
  if (to - from > 24) {
    const order = (g: number, h: number) => turnOrder(vertices, v, end(edges, g), end(edges, h));
    around.subarray(from, to).sort(order);
    return;
  }
  for (let i = from + 1; i < to; i++) {
    const half = around[i]!;
    const there = end(edges, half);
    let j = i - 1;
    while (j >= from && turnOrder(vertices, v, end(edges, around[j]!), there) > 0) {
      around[j + 1] = around[j]!;
      j--;
    }
    around[j + 1] = half;
  }
}

function end(edges: Edges, half: number): number {
  return origin(edges, half ^ 1);
}

/** Below 0 when direction v-a comes before v-b, counter-clockwise from due east. */
function turnOrder({ x, y }: Vertices, v: number, a: number, b: number): number {
  const ax = x[a]! - x[v]!;
  const ay = y[a]! - y[v]!;
  const bx = x[b]! - x[v]!;
  const by = y[b]! - y[v]!;
  const lowerA = ay < 0 || (ay === 0 && ax < 0);
  const lowerB = by < 0 || (by === 0 && bx < 0);
  if (lowerA !== lowerB) return lowerA ? 1 : -1;
  return -crossSign(ax, ay, bx, by);
}
