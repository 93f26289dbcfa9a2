import { Edges } from "../overlay/edges.ts";
import type { Grid, Shapes } from "../overlay/model.ts";
import { Vertices } from "../overlay/vertices.ts";

/** Two shapes that run along one line together, `a < b`. */
export interface SharedEdge {
  readonly a: number;
  readonly b: number;
  /** Metres of the line. */
  readonly length: number;
}

/**
 * Which cells of one partition lie side by side, and along how much of their edge. Cells of a
 * partition meet vertex by vertex, so equal pairs of neighbouring vertices are the shared line;
 * touching in a point is no edge.
 *
 * Cost: two look-ups a vertex and a sort of the pairs found.
 *
 * @returns by a, then b
 */
export function sharedEdges(shapes: Shapes, { step }: Pick<Grid, "step">): SharedEdge[] {
  const { polygonShape, polygonRing, ringVertex, xy } = shapes;
  const vertices = new Vertices(xy.length / 2);
  const edges = new Edges(xy.length / 2);
  const sides: number[] = [];
  const lengths = new Map<number, number>();
  const meet = (from: number, to: number, shape: number): void => {
    const start = vertices.id(xy[2 * from]!, xy[2 * from + 1]!);
    const end = vertices.id(xy[2 * to]!, xy[2 * to + 1]!);
    if (start === end) return;
    const edge = edges.half(start, end) >> 1;
    const other = sides[edge];
    if (other === undefined) sides[edge] = shape;
    else if (other !== shape) {
      const pair = Math.min(other, shape) * shapes.count + Math.max(other, shape);
      const length = Math.hypot(xy[2 * to]! - xy[2 * from]!, xy[2 * to + 1]! - xy[2 * from + 1]!);
      lengths.set(pair, (lengths.get(pair) ?? 0) + length * step);
    }
  };
  for (let polygon = 0; polygon < polygonShape.length; polygon++) {
    for (let ring = polygonRing[polygon]!; ring < polygonRing[polygon + 1]!; ring++) {
      let before = ringVertex[ring + 1]! - 1;
      for (let v = ringVertex[ring]!; v < ringVertex[ring + 1]!; before = v++) {
        meet(before, v, polygonShape[polygon]!);
      }
    }
  }
  return [...lengths]
    .sort(([p], [q]) => p - q)
    .map(([pair, length]) => ({
      a: Math.floor(pair / shapes.count),
      b: pair % shapes.count,
      length,
    }));
}
