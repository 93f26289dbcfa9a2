import type { Edges } from "./edges.ts";
import type { Splits } from "./split-list.ts";
import type { Suspects } from "./suspects.ts";
import { enlarged, type Vertices } from "./vertices.ts";

/** What one pass did: edge -> half-edges in order from its low end; none where it was not split. */
export interface Pieces {
  readonly start: Int32Array;
  readonly count: Int32Array;
  readonly halves: Int32Array;
  used: number;
}

/**
 * Makes the pieces of the edges that are to be split; undefined if there are none.
 *
 * Cost: one counting sort of the splits, and a sort of each edge's splits along it.
 *
 * @param lists what a pass found; crossings get their vertex numbers in the order of the lists
 * @param suspects is given the near misses among them
 */
export function makePieces(
  vertices: Vertices,
  edges: Edges,
  lists: readonly Splits[],
  suspects: Suspects,
): Pieces | undefined {
  const oldCount = edges.count;
  const start = new Int32Array(oldCount + 1);
  let total = 0;
  for (const { edge, count } of lists) {
    for (let i = 0; i < count; i++) {
      if (edge[i]! < 0) continue;
      start[edge[i]!]!++;
      total++;
    }
  }
  if (total === 0) return undefined;
  for (let edge = 1; edge <= oldCount; edge++) start[edge]! += start[edge - 1]!;
  const via = new Int32Array(total);
  for (const list of lists) {
    const numbers = numberPoints(vertices, list);
    for (let i = 0; i < list.count; i++) {
      const edge = list.edge[i]!;
      const vertex = list.vertex[i]!;
      const number = vertex < 0 ? numbers[-1 - vertex]! : vertex;
      if (edge < 0) suspects.add(-1 - edge, number);
      else via[--start[edge]!] = number;
    }
  }
  let split = 0;
  for (let edge = 0; edge < oldCount; edge++) if (start[edge]! < start[edge + 1]!) split++;
  edges.reserve(oldCount + split + total, vertices.count);
  const made = {
    start: new Int32Array(oldCount),
    count: new Int32Array(oldCount),
    halves: new Int32Array(2 * total),
    used: 0,
  };
  for (let edge = 0; edge < oldCount; edge++) {
    const from = start[edge]!;
    const to = start[edge + 1]!;
    if (from === to) continue;
    sortAlong(vertices, edges.low[edge]!, edges.high[edge]!, via, from, to);
    addPieces(edges, made, edge, via, from, to);
  }
  return made;
}

/** Gives the crossings of a list their vertex numbers. */
function numberPoints(vertices: Vertices, list: Splits): Int32Array {
  const numbers = new Int32Array(list.pointCount);
  vertices.reserve(vertices.count + list.pointCount);
  for (let p = 0; p < numbers.length; p++) {
    numbers[p] = vertices.append(list.pointX[p]!, list.pointY[p]!);
  }
  return numbers;
}

/**
 * Orders the vertices that an edge passes. A segment never turns back in x nor in y, so the order
 * of the pixels' centres is the order in which it meets the pixels.
 */
function sortAlong(
  { x, y }: Vertices,
  low: number,
  high: number,
  via: Int32Array,
  from: number,
  to: number,
): void {
  const signX = x[high]! >= x[low]! ? 1 : -1;
  const signY = y[high]! >= y[low]! ? 1 : -1;
  if (to - from > 32) {
    via.subarray(from, to).sort((p, q) => (x[p]! - x[q]!) * signX || (y[p]! - y[q]!) * signY);
    return;
  }
  for (let i = from + 1; i < to; i++) {
    const vertex = via[i]!;
    const keyX = x[vertex]! * signX;
    const keyY = y[vertex]! * signY;
    let j = i - 1;
    for (; j >= from; j--) {
      const otherX = x[via[j]!]! * signX;
      if (otherX < keyX || (otherX === keyX && y[via[j]!]! * signY <= keyY)) break;
      via[j + 1] = via[j]!;
    }
    via[j + 1] = vertex;
  }
}

function addPieces(
  edges: Edges,
  made: Pieces,
  edge: number,
  via: Int32Array,
  from: number,
  to: number,
): void {
  const begin = made.used;
  const end = edges.high[edge]!;
  let here = edges.low[edge]!;
  for (let i = from; i <= to; i++) {
    const there = i === to ? end : via[i]!;
    if (there === here) continue;
    made.halves[made.used++] = edges.half(here, there);
    here = there;
  }
  made.start[edge] = begin;
  made.count[edge] = made.used - begin;
}

/**
 * Pieces of pieces become pieces of the input edge; `pieceStart` has one entry more than those.
 *
 * @param isFinal edge -> 1 where no pass split it
 */
export function flattenPieces(
  inputEdges: number,
  passes: readonly Pieces[],
  isFinal: Uint8Array,
): { pieceStart: Int32Array; pieces: Int32Array } {
  const pieceStart = new Int32Array(inputEdges + 1);
  let pieces = new Int32Array(inputEdges + (passes[0]?.used ?? 0));
  let used = 0;
  const append = (half: number, from: number): void => {
    for (let i = from; i < passes.length; i++) {
      const { start, count, halves } = passes[i]!;
      const parts = count[half >> 1] ?? 0;
      if (parts === 0) continue;
      const first = start[half >> 1]!;
      for (let p = 0; p < parts; p++) {
        if (half & 1) append(halves[first + parts - 1 - p]! ^ 1, i + 1);
        else append(halves[first + p]!, i + 1);
      }
      return;
    }
    if (used === pieces.length) pieces = enlarged(pieces, used * 2);
    pieces[used++] = half;
  };
  for (let edge = 0; edge < inputEdges; edge++) {
    pieceStart[edge] = used;
    // Most edges need no look at the passes.
    if (isFinal[edge] === 1 && used < pieces.length) pieces[used++] = 2 * edge;
    else append(2 * edge, 0);
  }
  pieceStart[inputEdges] = used;
  return { pieceStart, pieces: pieces.subarray(0, used) };
}
