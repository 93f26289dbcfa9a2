import type { Edges } from "./edges.ts";
import { enlarged } from "./int-list.ts";
import type { Splits } from "./split-list.ts";
import type { Suspects } from "./suspects.ts";
import type { Vertices } from "./vertices.ts";

/** What one pass did. */
export interface Pieces {
  /** The edges that were split, ascending. */
  readonly split: Int32Array;
  /**
   * Edge -> its first piece in `halves`, and how many there are; none where it was not split. Only for
   * edges there were before the pass.
   */
  readonly start: Int32Array;
  readonly count: Int32Array;
  /** Half-edges in order from the low end of the edge that was split. */
  readonly halves: Int32Array;
  /** How many there are in `halves`, which has room for more: a vertex may be found more than once. */
  used: number;
}

/**
 * Makes the pieces of the edges that are to be split; undefined if there are none.
 *
 * Cost: one look at each edge, a counting sort of the splits, and a sort of each edge's splits along
 * it.
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
  const start = new Int32Array(oldCount);
  const { split, total } = findSplit(lists, start);
  if (total === 0) return undefined;
  const via = new Int32Array(total);
  for (const list of lists) fillVia(list, appendCrossings(vertices, list), start, via, suspects);
  edges.reserve(oldCount + split.length + total, vertices.count);
  const made: Pieces = {
    split,
    start,
    count: new Int32Array(oldCount),
    halves: new Int32Array(split.length + total),
    used: 0,
  };
  for (let i = 0; i < split.length; i++) {
    const edge = split[i]!;
    const from = start[edge]!;
    const to = i + 1 < split.length ? start[split[i + 1]!]! : total;
    sortAlong(vertices, edges.low[edge]!, edges.high[edge]!, via, from, to);
    addPieces(edges, made, edge, via, from, to);
  }
  return made;
}

/**
 * Finds which edges are split, in ascending order, as rings run along most edges in that order.
 *
 * @param ends edge -> 0; then end of its list in the counting sort
 */
function findSplit(
  lists: readonly Splits[],
  ends: Int32Array,
): { split: Int32Array; total: number } {
  let total = 0;
  let used = 0;
  for (const { edge, count } of lists) {
    for (let i = 0; i < count; i++) {
      if (edge[i]! < 0) continue;
      total++;
      if (ends[edge[i]!]!++ === 0) used++;
    }
  }
  const split = new Int32Array(used);
  let end = 0;
  for (let edge = 0, i = 0; i < used; edge++) {
    if (ends[edge] === 0) continue;
    split[i++] = edge;
    end += ends[edge]!;
    ends[edge] = end;
  }
  return { split, total };
}

/** Gives the crossings of a list their vertex numbers, counted up. @returns the first of them */
function appendCrossings(vertices: Vertices, { pointX, pointY, pointCount }: Splits): number {
  const first = vertices.count;
  vertices.reserve(first + pointCount);
  for (let p = 0; p < pointCount; p++) vertices.append(pointX[p]!, pointY[p]!);
  return first;
}

/**
 * Writes the vertices that edges are led through, the list of each edge from its end.
 *
 * @param ends edge -> end of its list; afterwards, its beginning
 */
function fillVia(
  { edge, vertex, count }: Splits,
  firstCrossing: number,
  ends: Int32Array,
  via: Int32Array,
  suspects: Suspects,
): void {
  for (let i = 0; i < count; i++) {
    const id = edge[i]!;
    const place = vertex[i]!;
    const number = place < 0 ? firstCrossing - 1 - place : place;
    if (id < 0) suspects.add(-1 - id, number);
    else via[--ends[id]!] = number;
  }
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
  if (to - from < 2) return;
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

/** Leads an edge through `via[from]` up to `via[to]`, which are in order and may stand repeatedly. */
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
 * The pieces that input edges have after all passes: pieces of pieces, in order.
 *
 * Cost: one look at each piece, and where a later pass split it, at the passes up to that.
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
        const piece = half & 1 ? halves[first + parts - 1 - p]! ^ 1 : halves[first + p]!;
        if (isFinal[piece >> 1] === 1 && used < pieces.length) pieces[used++] = piece;
        else append(piece, i + 1);
      }
      return;
    }
    if (used === pieces.length) pieces = enlarged(pieces, used * 2);
    pieces[used++] = half;
  };
  for (let edge = 0; edge < inputEdges; edge++) {
    pieceStart[edge] = used;
    // Most edges, and most pieces, need no look at the passes.
    if (isFinal[edge] === 1 && used < pieces.length) pieces[used++] = 2 * edge;
    else append(2 * edge, 0);
  }
  pieceStart[inputEdges] = used;
  return { pieceStart, pieces: pieces.subarray(0, used) };
}
