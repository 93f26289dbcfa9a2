import type { Edges } from "./edges.ts";
import type { InputEdges } from "./input-edges.ts";
import { flattenPieces, makePieces, type Pieces } from "./pieces.ts";
import { searchRows } from "./search-squares.ts";
import { allRows, type Frame, frameOver, type Segments } from "./segment-grid.ts";
import type { Splits } from "./split-list.ts";
import { PASSES_A_SEARCH, Suspects } from "./suspects.ts";
import type { Vertices } from "./vertices.ts";
import type { Watch } from "./watch.ts";

/** Searches all squares of a frame; by default on this thread. */
export type SearchAll = (segments: Segments, frame: Frame) => readonly Splits[];

/** All edges, with the pieces that each of them was split into. */
export interface Noded {
  readonly vertices: Vertices;
  readonly edges: Edges;
  /** Edges below this number came from the input. */
  readonly inputEdges: number;
  /** Edge -> 1 where no pass split it: a *noded* edge and, if from the input, its own piece. */
  readonly isFinal: Uint8Array;
  /** Input edge -> its first piece in `pieces`; one more than input edges. */
  readonly pieceStart: Int32Array;
  /** Half-edges from the low to the high end of the input edge; an unsplit edge is its own piece. */
  readonly pieces: Int32Array;
  /** How many passes there were, the last of which found nothing. */
  readonly passes: number;
}

/** Iterated snap rounding has never needed more than a handful; more means a fault of ours. */
const MOST_PASSES = 100;

/** Ends a noding that would go on for ever: a fault of the engine. */
export function expectToSettle(passes: number): void {
  if (passes >= MOST_PASSES) {
    throw new Error(`Snap rounding did not settle in ${MOST_PASSES} passes.`);
  }
}

/**
 * Snap rounding, repeated until a pass changes nothing.
 *
 * One pass is not enough: an edge that was bent into a pixel's centre may now meet another pixel.
 * But that pixel was near already, so the first pass notes what passes near without meeting, and the
 * passes after it look at nothing else; see suspects.ts.
 *
 * Invariant: the edges that were not split meet only in their ends, and none of them meets the
 * pixel of a vertex that is not its end. So noding the result again splits nothing.
 * Cost: sorting n segments into squares, and a constant number of comparisons a segment while
 * leaves stay small.
 * Source: J. Hobby, "Practical segment intersection with finite precision output", 1999;
 * D. Halperin, E. Packer, "Iterated snap rounding", 2002.
 *
 * @param input its vertices and edges are added to: crossings and pieces follow what was read
 * @throws AppError `work/cancelled`
 */
export function nodeEdges(input: InputEdges, watch: Watch, search: SearchAll): Noded {
  const { vertices, edges } = input;
  const inputEdges = edges.count;
  const passes: Pieces[] = [];
  let isFinal: Uint8Array = new Uint8Array(inputEdges).fill(1);
  let suspects = new Suspects();
  for (;;) {
    expectToSettle(passes.length);
    watch("noding", Math.min(0.45, 0.15 + 0.1 * passes.length));
    let found: readonly Splits[];
    if (passes.length % PASSES_A_SEARCH === 0) {
      found = searchSegments(segmentsOf(vertices, edges, isFinal), vertices.count, search);
      suspects = new Suspects();
    } else {
      found = [suspects.convicted(vertices, edges, passes)];
    }
    const made = makePieces(vertices, edges, found, suspects);
    if (made === undefined) {
      const flat = flattenPieces(inputEdges, passes, isFinal);
      return { vertices, edges, inputEdges, isFinal, ...flat, passes: passes.length + 1 };
    }
    if (passes.length % PASSES_A_SEARCH === 0) suspects.since = passes.length;
    passes.push(made);
    isFinal = withPieces(edges, isFinal, made);
  }
}

/** Marks the edges there are after a pass: those that were not split, and all pieces. */
function withPieces(edges: Edges, before: Uint8Array, made: Pieces): Uint8Array {
  const after = new Uint8Array(edges.count);
  for (let edge = 0; edge < before.length; edge++) {
    if (before[edge] === 1 && made.count[edge] === 0) after[edge] = 1;
  }
  for (let i = 0; i < made.used; i++) after[made.halves[i]! >> 1] = 1;
  return after;
}

/** Searches all squares on this thread. */
export function searchHere(watch: Watch): SearchAll {
  const told = () => watch("noding", 0.3);
  return (segments, frame) => [searchRows(segments, frame, allRows(frame), told)];
}

function segmentsOf(vertices: Vertices, edges: Edges, isFinal: Uint8Array): Segments {
  const ids = new Int32Array(isFinal.length);
  let used = 0;
  for (let edge = 0; edge < isFinal.length; edge++) if (isFinal[edge] === 1) ids[used++] = edge;
  const { low, high } = edges;
  return { x: vertices.x, y: vertices.y, low, high, ids: ids.subarray(0, used) };
}

function searchSegments(
  segments: Segments,
  vertexCount: number,
  search: SearchAll,
): readonly Splits[] {
  if (segments.ids.length === 0) return [];
  return search(segments, frameOver(segments.x, segments.y, vertexCount, segments.ids.length));
}
