import { rowsOf, segmentsOf, sortIntoBands } from "./bands.ts";
import type { Edges } from "./edges.ts";
import type { InputEdges } from "./input-edges.ts";
import { flattenPieces, makePieces, type Pieces } from "./pieces.ts";
import { searchRows } from "./search-squares.ts";
import { type Frame, frameOver, type Segments, SortingRoom } from "./segment-grid.ts";
import type { Splits } from "./split-list.ts";
import { Suspects } from "./suspects.ts";
import { UnsplitEdges } from "./unsplit-edges.ts";
import type { Vertices } from "./vertices.ts";
import type { Watch } from "./watch.ts";
import { searchWorn } from "./worn-edges.ts";

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

/** Real boundaries need a handful, and scribbles hardly more; so many mean a fault of ours. */
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
 * passes after it look at nothing else; see suspects.ts. Edges that were bent too often for that are
 * searched again, see worn-edges.ts.
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
  const unsplit = new UnsplitEdges(inputEdges);
  const searches: Suspects[] = [];
  for (;;) {
    expectToSettle(passes.length);
    watch("noding", Math.min(0.45, 0.15 + 0.2 * passes.length));
    const found: readonly Splits[] =
      passes.length === 0
        ? searchSegments(input, search)
        : [
            ...searches.map((suspects) => suspects.convicted(vertices, edges, passes)),
            searchWorn(vertices, edges, unsplit.worn),
          ];
    const missed = new Suspects(passes.length);
    const made = makePieces(vertices, edges, found, missed);
    if (made === undefined) {
      const flat = flattenPieces(inputEdges, passes, unsplit.isFinal);
      return {
        vertices,
        edges,
        inputEdges,
        isFinal: unsplit.isFinal,
        ...flat,
        passes: passes.length + 1,
      };
    }
    if (missed.count > 0) searches.push(missed);
    passes.push(made);
    unsplit.replace(made, edges.count);
  }
}

/** Searches all squares on this thread. */
export function searchHere(watch: Watch): SearchAll {
  const told = () => watch("noding", 0.3);
  return (segments, frame) => {
    const bands = sortIntoBands(segments, frame);
    const room = new SortingRoom();
    return Array.from({ length: bands.count }, (_, band) => {
      const ids = segmentsOf(bands, band);
      return searchRows({ ...segments, ids }, frame, rowsOf(bands, band), told, room);
    });
  };
}

/** Searches every edge of the input. */
function searchSegments({ vertices, edges }: InputEdges, search: SearchAll): readonly Splits[] {
  if (edges.count === 0) return [];
  const ids = new Int32Array(edges.count);
  for (let edge = 0; edge < ids.length; edge++) ids[edge] = edge;
  const { x, y } = vertices;
  const { low, high } = edges;
  return search({ x, y, low, high, ids }, frameOver(x, y, vertices.count, ids.length));
}
