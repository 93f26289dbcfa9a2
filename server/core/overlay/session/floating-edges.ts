import { Ray } from "../nesting.ts";
import { BEYOND, type FaceMap, NOT_LIVE } from "./face.ts";
import type { HeldEdges } from "./held-edges.ts";

/**
 * The faces in which groups of new edges lie that meet nothing there was before.
 *
 * Cost: a few looks at each edge, and for each group at the edges in the row of squares to its left.
 *
 * @param mark vertex -> 2 where it lies on an edge that there was before
 */
export function facesAroundFloating(
  held: HeldEdges,
  map: FaceMap,
  edges: readonly number[],
  mark: Uint8Array,
): number[] {
  const { low, high } = held.reader.edges;
  const hangs = (edge: number) => mark[low[edge]!] === 2 || mark[high[edge]!] === 2;
  const faces: number[] = [];
  for (const group of held.loops.find(edges)) {
    if (!group.edges.some(hangs)) faces.push(faceAround(held, map, leftmost(held, group.edges)));
  }
  return faces;
}

/** The lowest vertex, by x, then y, of some edges. */
function leftmost({ reader }: HeldEdges, edges: readonly number[]): number {
  const { x, y } = reader.vertices;
  const { low, high } = reader.edges;
  let best = low[edges[0]!]!;
  for (const edge of edges) {
    for (const v of [low[edge]!, high[edge]!]) {
      if (x[v]! < x[best]! || (x[v] === x[best] && y[v]! < y[best]!)) best = v;
    }
  }
  return best;
}

/** The face that a vertex lies in which is on no edge there was before. */
function faceAround({ reader, squares }: HeldEdges, { chains }: FaceMap, vertex: number): number {
  const { vertices, edges } = reader;
  const [x, y] = [vertices.x[vertex]!, vertices.y[vertex]!];
  const ray = new Ray(vertices, edges, x, y);
  for (const { edges: some, downTo } of squares.leftwards(x, y)) {
    for (const edge of some) if (chains.halfOf[edge] !== NOT_LIVE) ray.meet(edge);
    if (ray.bestX > downTo) break;
  }
  return ray.best < 0 ? BEYOND : chains.beside(ray.best);
}
