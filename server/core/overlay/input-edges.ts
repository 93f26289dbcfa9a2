import { Edges } from "./edges.ts";
import type { Shapes } from "./model.ts";
import { enlarged, Vertices } from "./vertices.ts";

/** The input as unique vertices and edges. */
export interface InputEdges {
  readonly vertices: Vertices;
  readonly edges: Edges;
  /** Input vertex -> half-edge to the next vertex of its ring; -1 where the two are one point. */
  readonly ringHalf: Int32Array;
}

/**
 * Reads the rings into unique vertices and edges, following arcs.
 *
 * Boundaries are drawn along each other, so the half-edge that came after this one the last time
 * probably comes after it now. If its end is the vertex we read, neither vertex nor edge has to be
 * looked up. On unions of wards that finds about 19 vertices of 20.
 *
 * Invariant: walking `ringHalf` of a ring gives back its vertices, less immediate repeats.
 * Cost: one comparison a vertex where the guess holds, else one vertex and one edge look-up.
 */
export function readInputEdges(shapes: Shapes): InputEdges {
  const { xy, ringVertex } = shapes;
  const vertexCount = xy.length >> 1;
  const expected = Math.min(vertexCount + 8, 1 << 19);
  const vertices = new Vertices(expected);
  const edges = new Edges(expected);
  const ringHalf = new Int32Array(vertexCount);
  let follower = new Int32Array(2 * expected);

  for (let ring = 0; ring + 1 < ringVertex.length; ring++) {
    const from = ringVertex[ring]!;
    const to = ringVertex[ring + 1]!;
    if (from === to) continue;
    const start = vertices.id(xy[2 * from]!, xy[2 * from + 1]!);
    let here = start;
    let previous = -1;
    for (let i = from; i < to; i++) {
      const j = i + 1 === to ? from : i + 1;
      const x = xy[2 * j]!;
      const y = xy[2 * j + 1]!;
      const guess = previous < 0 ? -1 : follower[previous]! - 1;
      if (guess >= 0) {
        const end = guess & 1 ? edges.low[guess >> 1]! : edges.high[guess >> 1]!;
        if (vertices.x[end] === x && vertices.y[end] === y) {
          ringHalf[i] = guess;
          here = end;
          previous = guess;
          continue;
        }
      }
      const there = j === from ? start : vertices.id(x, y);
      if (there === here) {
        ringHalf[i] = -1;
        continue;
      }
      const half = edges.half(here, there);
      if (half >= follower.length) follower = enlarged(follower, 2 * edges.low.length);
      if (previous >= 0) follower[previous] = half + 1;
      ringHalf[i] = half;
      here = there;
      previous = half;
    }
  }
  return { vertices, edges, ringHalf };
}
