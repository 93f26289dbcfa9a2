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
import type { Splits } from "./split-list.ts";
import { enlarged, type Vertices } from "./vertices.ts";
import type { Watch } from "./watch.ts";

/** Searches all squares of a grid; by default on this thread. */
export type SearchAll = (
  segments: Segments,
  grid: SegmentGrid,
  fresh: Uint8Array | undefined,
) => readonly Splits[];

/** All edges, with the pieces that each of them was split into. */
export interface Noded {
  readonly vertices: Vertices;
  readonly edges: Edges;
  /** Edges below this number came from the input. */
  readonly inputEdges: number;
  /** Edge -> 1 where it is an edge of the arrangement and so, if from the input, its own piece. */
  readonly isFinal: Uint8Array;
  /** Input edge -> its first piece in `pieces`; one more than input edges. */
  readonly pieceStart: Int32Array;
  /** Half-edges from the low to the high end of the input edge; an unsplit edge is its own piece. */
  readonly pieces: Int32Array;
  /** How often all was searched, the last time without finding anything. */
  readonly passes: number;
}

/** What one pass did: edge -> half-edges in order from its low end; none where it was not split. */
interface Pieces {
  readonly start: Int32Array;
  readonly count: Int32Array;
  readonly halves: Int32Array;
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
  const passes: Pieces[] = [];
  let current: Uint8Array = new Uint8Array(inputEdges).fill(1);
  let fresh: Uint8Array | undefined;
  while (passes.length < MOST_PASSES) {
    watch("noding", Math.min(0.45, 0.15 + 0.1 * passes.length));
    const found = findSplits(segmentsOf(vertices, edges, current), vertices.count, fresh, search);
    const made = applySplits(vertices, edges, found);
    if (made === undefined) {
      const flat = flatten(inputEdges, passes);
      return { vertices, edges, inputEdges, isFinal: current, ...flat, passes: passes.length + 1 };
    }
    passes.push(made);
    [current, fresh] = nextSegments(edges, current, made);
  }
  throw new Error(`Snap rounding did not settle in ${MOST_PASSES} passes.`);
}

/**
 * The segments of the next pass, and which of them are fresh: those that were not segments of this
 * pass, and those that were but were split, and come back as a piece of another.
 */
function nextSegments(
  edges: Edges,
  current: Uint8Array,
  made: Pieces,
): [current: Uint8Array, fresh: Uint8Array] {
  const next = new Uint8Array(edges.count);
  const fresh = new Uint8Array(edges.count);
  for (let edge = 0; edge < current.length; edge++) {
    if (current[edge] === 1 && made.count[edge] === 0) next[edge] = 1;
  }
  for (let i = 0; i < made.used; i++) {
    const edge = made.halves[i]! >> 1;
    if (next[edge] === 1) continue;
    next[edge] = 1;
    fresh[edge] = 1;
  }
  return [next, fresh];
}

/** Searches all squares on this thread. */
export function searchHere(watch: Watch): SearchAll {
  return (segments, grid, fresh) => {
    const squares = grid.columns * grid.rows;
    const told = () => watch("noding", 0.3);
    return [searchSquares(segments, grid, fresh, 0, squares, told)];
  };
}

function segmentsOf(vertices: Vertices, edges: Edges, current: Uint8Array): Segments {
  const ids = new Int32Array(current.length);
  let used = 0;
  for (let edge = 0; edge < current.length; edge++) if (current[edge] === 1) ids[used++] = edge;
  const { low, high } = edges;
  return { x: vertices.x, y: vertices.y, low, high, ids: ids.subarray(0, used) };
}

function findSplits(
  segments: Segments,
  vertexCount: number,
  fresh: Uint8Array | undefined,
  search: SearchAll,
): readonly Splits[] {
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

/** Makes the pieces of the edges that were found to need splitting; undefined if there are none. */
function applySplits(
  vertices: Vertices,
  edges: Edges,
  lists: readonly Splits[],
): Pieces | undefined {
  const oldCount = edges.count;
  const start = new Int32Array(oldCount + 1);
  let total = 0;
  for (const { edge, count } of lists) {
    total += count;
    for (let i = 0; i < count; i++) start[edge[i]!]!++;
  }
  if (total === 0) return undefined;
  for (let edge = 1; edge <= oldCount; edge++) start[edge]! += start[edge - 1]!;
  const via = new Int32Array(total);
  for (const list of lists) {
    const numbers = numberPoints(vertices, list);
    for (let i = 0; i < list.count; i++) {
      const vertex = list.vertex[i]!;
      via[--start[list.edge[i]!]!] = vertex < 0 ? numbers[-1 - vertex]! : vertex;
    }
  }
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

/** Pieces of pieces become pieces of the input edge. */
function flatten(
  inputEdges: number,
  passes: readonly Pieces[],
): Pick<Noded, "pieceStart" | "pieces"> {
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
    append(2 * edge, 0);
  }
  pieceStart[inputEdges] = used;
  return { pieceStart, pieces: pieces.subarray(0, used) };
}
