import { BEYOND, type FaceMap, NOT_LIVE } from "./face.ts";
import type { HeldEdges } from "./held-edges.ts";
import { Ray } from "./nesting.ts";

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
  return floating(held, edges, mark).map((vertex) => faceAround(held, map, vertex));
}

/** A leftmost vertex of each group of edges that hangs on nothing there was before. */
function floating({ reader }: HeldEdges, edges: readonly number[], mark: Uint8Array): number[] {
  const { x, y } = reader.vertices;
  const { low, high } = reader.edges;
  const at = new Map<number, number[]>();
  for (const edge of edges) {
    for (const end of [low[edge]!, high[edge]!]) {
      const there = at.get(end);
      if (there) there.push(edge);
      else at.set(end, [edge]);
    }
  }
  const found: number[] = [];
  const seen = new Set<number>();
  for (const first of at.keys()) {
    if (seen.has(first)) continue;
    seen.add(first);
    const group = [first];
    let hangs = false;
    let best = first;
    for (const v of group) {
      if (mark[v] === 2) hangs = true;
      if (x[v]! < x[best]! || (x[v] === x[best] && y[v]! < y[best]!)) best = v;
      for (const edge of at.get(v)!) {
        const other = low[edge]! === v ? high[edge]! : low[edge]!;
        if (seen.has(other)) continue;
        seen.add(other);
        group.push(other);
      }
    }
    if (!hangs) found.push(best);
  }
  return found;
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
