import { readInputEdges } from "../overlay/input-edges.ts";
import type { Shapes } from "../overlay/model.ts";
import { nodeEdges, searchHere } from "../overlay/noding.ts";
import { watchOf } from "../overlay/watch.ts";

/** A ring as the half-edges it runs along once all crossings are vertices; the last joins the first. */
export type Walk = readonly number[];

/** The rings of one feature, noded exactly on the grid. */
export interface RingWalks {
  /** As drawn. */
  readonly drawn: readonly Walk[];
  /** Without the stretches that run out and straight back. */
  readonly reduced: readonly Walk[];
  /** Ring -> vertices at which it turns straight back on itself. */
  readonly tips: readonly (readonly number[])[];
  /** Half-edge -> the vertex it comes from, and leads to. */
  readonly from: (half: number) => number;
  readonly to: (half: number) => number;
  readonly x: (vertex: number) => number;
  readonly y: (vertex: number) => number;
}

/**
 * Walks every ring along the edges of the noded arrangement. Since noding is exact on the grid, rings
 * meet in vertices and along whole edges only, so all that follows compares numbers.
 *
 * Cost: that of noding the feature by itself.
 */
export function walkRings(shapes: Shapes): RingWalks {
  const input = readInputEdges(shapes);
  const watch = watchOf({});
  const { vertices, edges, isFinal, pieceStart, pieces } = nodeEdges(
    input,
    watch,
    searchHere(watch),
  );
  const drawn: number[][] = [];
  for (let ring = 0; ring + 1 < shapes.ringVertex.length; ring++) {
    const walk: number[] = [];
    for (let v = shapes.ringVertex[ring]!; v < shapes.ringVertex[ring + 1]!; v++) {
      const half = input.ringHalf[v]!;
      if (half < 0) continue;
      const edge = half >> 1;
      if (isFinal[edge] === 1) walk.push(half);
      else appendPieces(walk, pieces, pieceStart[edge]!, pieceStart[edge + 1]!, (half & 1) === 1);
    }
    drawn.push(walk);
  }
  const from = (half: number) => (half & 1 ? edges.high[half >> 1]! : edges.low[half >> 1]!);
  const to = (half: number) => from(half ^ 1);
  const folded = drawn.map((walk) => fold(walk, to));
  return {
    drawn,
    reduced: folded.map(({ walk }) => walk),
    tips: folded.map(({ tips }) => tips),
    from,
    to,
    x: (vertex) => vertices.x[vertex]!,
    y: (vertex) => vertices.y[vertex]!,
  };
}

/** The ring that a walk leads along: x and y of its vertices by turns. */
export const ringAlong = ({ from, x, y }: RingWalks, walk: Walk): number[] =>
  walk.flatMap((half) => {
    const vertex = from(half);
    return [x(vertex), y(vertex)];
  });

function appendPieces(
  walk: number[],
  pieces: Int32Array,
  start: number,
  end: number,
  backwards: boolean,
): void {
  if (!backwards) for (let p = start; p < end; p++) walk.push(pieces[p]!);
  else for (let p = end - 1; p >= start; p--) walk.push(pieces[p]! ^ 1);
}

/** Takes out every edge that is followed by itself the other way, until none is left. */
function fold(walk: Walk, to: (half: number) => number): { walk: number[]; tips: number[] } {
  const kept: number[] = [];
  const tips: number[] = [];
  let deepest = true;
  for (const half of walk) {
    if (kept.length > 0 && kept[kept.length - 1] === (half ^ 1)) {
      // The first of a run of cancelled edges is the tip; the others lead up to it.
      if (deepest) tips.push(to(kept[kept.length - 1]!));
      kept.pop();
      deepest = false;
    } else {
      kept.push(half);
      deepest = true;
    }
  }
  let first = 0;
  let last = kept.length - 1;
  if (first < last && kept[first] === (kept[last]! ^ 1)) tips.push(to(kept[last]!));
  while (first < last && kept[first] === (kept[last]! ^ 1)) {
    first++;
    last--;
  }
  return { walk: kept.slice(first, last + 1), tips };
}
