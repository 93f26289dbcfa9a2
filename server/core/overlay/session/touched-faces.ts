import { touchCoveredAnew } from "./covered-anew.ts";
import { BEYOND, type FaceMap, NOT_LIVE } from "./face.ts";
import { facesAroundFloating } from "./floating-edges.ts";
import type { HeldEdges } from "./held-edges.ts";
import { Marks } from "./marks.ts";

/** The edges whose owners changed, each with the set that owned it before. */
export type ChangedEdges = ReadonlyMap<number, number>;

/** What a change may alter. */
export interface Touched {
  /** Those whose shape or set may be another. */
  readonly faces: Marks;
  /** The chains on which an end of a changed edge lies. */
  readonly chains: readonly number[];
}

/**
 * The faces that a change may alter: those at the ends of changed edges, which may get another shape,
 * and those whose cover changed.
 *
 * Cost: a look at the edges near the changed ones, what {@link touchCoveredAnew} costs, and a ray for
 * each group of changed edges that meets nothing there was before.
 */
export function touchedBy(held: HeldEdges, map: FaceMap, changed: ChangedEdges): Touched {
  const faces = new Marks(map.faces.length);
  const chains = touchAtEdges(held, map, [...changed.keys()], faces);
  if (map.faces.length > 1) touchCoveredAnew(held, map, changed, faces);
  return { faces, chains };
}

/**
 * Touches the faces on whose boundary a changed edge ends, or in which it lies.
 *
 * @returns the chains on which one ends
 */
function touchAtEdges(
  held: HeldEdges,
  map: FaceMap,
  changed: readonly number[],
  touched: Marks,
): readonly number[] {
  const { vertices, edges } = held.reader;
  const { low, high } = edges;
  const { halfOf, faceOf } = map.chains;
  // 1 at the ends of changed edges, 2 where such an end lies on an edge that there was before.
  const mark = new Uint8Array(vertices.count);
  for (const edge of changed) {
    mark[low[edge]!] = 1;
    mark[high[edge]!] = 1;
  }
  if (map.faces.length === 1) touched.add(BEYOND);
  const chains = new Set<number>();
  for (const edge of held.squares.near(changed)) {
    const half = halfOf[edge]!;
    if (half === NOT_LIVE || (mark[low[edge]!] === 0 && mark[high[edge]!] === 0)) continue;
    chains.add(half >> 1);
    touched.add(faceOf[half]!);
    touched.add(faceOf[half ^ 1]!);
    if (mark[low[edge]!] === 1) mark[low[edge]!] = 2;
    if (mark[high[edge]!] === 1) mark[high[edge]!] = 2;
  }
  const live = changed.filter((edge) => held.owners[edge] !== 0);
  for (const face of facesAroundFloating(held, map, live, mark)) touched.add(face);
  return [...chains];
}
