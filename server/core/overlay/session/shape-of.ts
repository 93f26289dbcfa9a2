import type { Shapes } from "../model.ts";

/**
 * One shape by itself, with coordinates of its own.
 *
 * Cost: a look at each polygon of all shapes, and a copy of its own vertices.
 */
export function shapeOf(shapes: Shapes, shape: number): Shapes {
  const { polygonShape, polygonRing, ringVertex, xy, ringArea } = shapes;
  const rings: number[] = [];
  const starts: number[] = [0];
  for (let polygon = 0; polygon < polygonShape.length; polygon++) {
    if (polygonShape[polygon] !== shape) continue;
    for (let r = polygonRing[polygon]!; r < polygonRing[polygon + 1]!; r++) rings.push(r);
    starts.push(rings.length);
  }
  const parts = rings.map((r) => xy.subarray(2 * ringVertex[r]!, 2 * ringVertex[r + 1]!));
  return {
    count: 1,
    polygonShape: new Int32Array(starts.length - 1),
    polygonRing: Int32Array.from(starts),
    ...layOut(parts),
    ringArea: Float64Array.from(rings, (r) => ringArea?.[r] ?? Number.NaN),
  };
}

function layOut(parts: readonly Int32Array[]): Pick<Shapes, "ringVertex" | "xy"> {
  const ringVertex = new Int32Array(parts.length + 1);
  parts.forEach((part, i) => {
    ringVertex[i + 1] = ringVertex[i]! + (part.length >> 1);
  });
  const xy = new Int32Array(2 * ringVertex[parts.length]!);
  parts.forEach((part, i) => {
    xy.set(part, 2 * ringVertex[i]!);
  });
  return { ringVertex, xy };
}
