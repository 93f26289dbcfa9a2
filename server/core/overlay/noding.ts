import type { Edges } from "./edges.ts";
import type { InputEdges } from "./input-edges.ts";
import { searchSquares } from "./search-squares.ts";
import {
  frameOver,
  markSquares,
  type SegmentGrid,
  type Segments,
  sortIntoSquares,
} from "./segment-grid.ts";
import type { SplitList } from "./split-list.ts";
import { enlarged, type Vertices } from "./vertices.ts";
import type { Watch } from "./watch.ts";

/** Searches all squares of a grid; by default on this thread. */
export type SearchAll = (
  segments: Segments,
  grid: SegmentGrid,
  fresh: Uint8Array | undefined,
) => readonly SplitList[];

/** All edges, with the pieces that each of them was split into. */
export interface Noded {
  readonly vertices: Vertices;
  readonly edges: Edges;
  /** Edges below this number came from the input. */
  readonly inputEdges: number;
  /** Edge -> 1 where it was split and so is no edge of the arrangement. */
  readonly wasSplit: Uint8Array;
  /** Input edge -> its first piece in `pieces`; one more than input edges. */
  readonly pieceStart: Int32Array;
  /** Half-edges from the low to the high end of the input edge; an unsplit edge is its own piece. */
  readonly pieces: Int32Array;
  /** How often all was searched, the last time without finding anything. */
  readonly passes: number;
  /** How many segments were searched for splits, summed over the passes. */
  readonly searched: number;
}

/** What one pass appended: edge -> half-edges in order from its low end. */
interface Pieces {
  start: Int32Array;
  count: Int32Array;
  halves: Int32Array;
  used: number;
}

/** Iterated snap rounding has never needed more than a handful; more means a fault of ours. */
const MOST_PASSES = 100;

/**
 * Snap rounding, repeated until a pass changes nothing.
 *
 * One pass is not enough: an edge that was bent into a pixel's centre may now meet another pixel.
 * From the second pass on only pairs with a piece made in the pass before are compared, in the
 * squares that such pieces touch.
 *
 * Invariant: the edges that were not split meet only in their ends, and none of them meets the
 * pixel of a vertex that is not its end. So noding the result again splits nothing.
 * Cost: sorting n segments into squares, and a constant number of comparisons a segment while
 * leaves stay small.
 * Source: J. Hobby, "Practical segment intersection with finite precision output", 1999;
 * D. Halperin, E. Packer, "Iterated snap rounding", 2002.
 */
export function nodeEdges(input: InputEdges, watch: Watch, search: SearchAll): Noded {
  const { vertices, edges } = input;
  const inputEdges = edges.count;
  const made: Pieces = {
    start: new Int32Array(edges.low.length),
    count: new Int32Array(edges.low.length),
    halves: new Int32Array(1024),
    used: 0,
  };
  let fresh: Uint8Array | undefined;
  let searched = 0;
  for (let pass = 1; pass <= MOST_PASSES; pass++) {
    watch("noding", Math.min(0.9, 0.2 + 0.1 * pass));
    const segments = unsplitSegments(vertices, edges, made.count);
    const found = findSplits(segments, vertices.count, fresh, search);
    searched += fresh === undefined ? segments.ids.length : countMarks(fresh);
    const before = edges.count;
    const split = applySplits(vertices, edges, made, found);
    if (split === 0)
      return {
        ...flatten(edges, inputEdges, made),
        vertices,
        edges,
        inputEdges,
        passes: pass,
        searched,
      };
    fresh = new Uint8Array(edges.count);
    fresh.fill(1, before);
  }
  throw new Error(`Snap rounding did not settle in ${MOST_PASSES} passes.`);
}

/** Searches all squares on this thread. */
export function searchHere(watch: Watch): SearchAll {
  return (segments, grid, fresh) => {
    const squares = grid.columns * grid.rows;
    const told = () => watch("noding", 0.3);
    return [searchSquares(segments, grid, fresh, 0, squares, told)];
  };
}

function unsplitSegments(vertices: Vertices, edges: Edges, pieceCount: Int32Array): Segments {
  const ids = new Int32Array(edges.count);
  let used = 0;
  for (let edge = 0; edge < edges.count; edge++) if (pieceCount[edge] === 0) ids[used++] = edge;
  const { low, high } = edges;
  return { x: vertices.x, y: vertices.y, low, high, ids: ids.subarray(0, used) };
}

function findSplits(
  segments: Segments,
  vertexCount: number,
  fresh: Uint8Array | undefined,
  search: SearchAll,
): readonly SplitList[] {
  if (segments.ids.length === 0) return [];
  const frame = frameOver(segments.x, segments.y, vertexCount, segments.ids.length);
  let only: Uint8Array | undefined;
  if (fresh !== undefined) {
    const ids = segments.ids.filter((id) => fresh[id] === 1);
    if (ids.length === 0) return [];
    only = markSquares({ ...segments, ids }, frame);
  }
  return search(segments, sortIntoSquares(segments, frame, only), fresh);
}

/** Replaces edges by their pieces. @returns how many edges were split */
function applySplits(
  vertices: Vertices,
  edges: Edges,
  made: Pieces,
  lists: readonly SplitList[],
): number {
  const oldCount = edges.count;
  const start = new Int32Array(oldCount + 1);
  let total = 0;
  for (const { edge, count } of lists) {
    total += count;
    for (let i = 0; i < count; i++) start[edge[i]!]!++;
  }
  if (total === 0) return 0;
  for (let edge = 1; edge <= oldCount; edge++) start[edge]! += start[edge - 1]!;
  const via = new Int32Array(total);
  for (const list of lists) {
    const numbers = numberPoints(vertices, list);
    for (let i = 0; i < list.count; i++) {
      const vertex = list.vertex[i]!;
      via[--start[list.edge[i]!]!] = vertex < 0 ? numbers[-1 - vertex]! : vertex;
    }
  }
  let split = 0;
  for (let edge = 0; edge < oldCount; edge++) {
    const from = start[edge]!;
    const to = start[edge + 1]!;
    if (from === to) continue;
    sortAlong(vertices, edges.low[edge]!, edges.high[edge]!, via, from, to);
    addPieces(edges, made, edge, via, from, to);
    split++;
  }
  return split;
}

/** Gives the crossings of a list their vertex numbers. */
function numberPoints(vertices: Vertices, list: SplitList): Int32Array {
  const numbers = new Int32Array(list.pointCount);
  for (let p = 0; p < numbers.length; p++) {
    numbers[p] = vertices.id(list.pointX[p]!, list.pointY[p]!);
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
  if (made.used + (to - from) + 1 > made.halves.length) {
    made.halves = enlarged(made.halves, (made.used + to - from + 1) * 2);
  }
  const begin = made.used;
  const end = edges.high[edge]!;
  let here = edges.low[edge]!;
  for (let i = from; i <= to; i++) {
    const there = i === to ? end : via[i]!;
    if (there === here) continue;
    made.halves[made.used++] = edges.half(here, there);
    here = there;
  }
  if (edges.count > made.count.length) {
    made.start = enlarged(made.start, edges.low.length);
    made.count = enlarged(made.count, edges.low.length);
  }
  made.start[edge] = begin;
  made.count[edge] = made.used - begin;
}

/** Pieces of pieces become pieces of the input edge. */
function flatten(
  edges: Edges,
  inputEdges: number,
  made: Pieces,
): Pick<Noded, "wasSplit" | "pieceStart" | "pieces"> {
  const wasSplit = new Uint8Array(edges.count);
  for (let edge = 0; edge < edges.count; edge++) wasSplit[edge] = made.count[edge] === 0 ? 0 : 1;
  const pieceStart = new Int32Array(inputEdges + 1);
  let pieces = new Int32Array(inputEdges + made.used);
  let used = 0;
  const append = (half: number): void => {
    const edge = half >> 1;
    const count = made.count[edge]!;
    if (count === 0) {
      if (used === pieces.length) pieces = enlarged(pieces, used * 2);
      pieces[used++] = half;
      return;
    }
    const first = made.start[edge]!;
    for (let i = 0; i < count; i++) {
      if (half & 1) append(made.halves[first + count - 1 - i]! ^ 1);
      else append(made.halves[first + i]!);
    }
  };
  for (let edge = 0; edge < inputEdges; edge++) {
    pieceStart[edge] = used;
    append(2 * edge);
  }
  pieceStart[inputEdges] = used;
  return { wasSplit, pieceStart, pieces: pieces.subarray(0, used) };
}

function countMarks(marks: Uint8Array): number {
  let count = 0;
  for (let i = 0; i < marks.length; i++) count += marks[i]!;
  return count;
}
