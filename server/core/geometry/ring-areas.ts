import type { Shapes } from "../overlay/model.ts";

/**
 * Signed area of each ring, counter-clockwise positive, in the square of the coordinates' unit.
 *
 * @param ringVertex ring -> its first vertex, one entry more than rings
 * @param xy x and y of each vertex by turns
 */
export function ringAreas(ringVertex: Int32Array, xy: Float64Array): Float64Array {
  const areas = new Float64Array(ringVertex.length - 1);
  for (let ring = 0; ring < areas.length; ring++) {
    const start = 2 * ringVertex[ring]!;
    const end = 2 * ringVertex[ring + 1]!;
    if (end === start) continue;
    // Measured from the ring's first vertex, so that large coordinates cost no digits.
    const originX = xy[start]!;
    const originY = xy[start + 1]!;
    let twice = 0;
    for (let at = start + 2; at + 2 < end; at += 2) {
      twice +=
        (xy[at]! - originX) * (xy[at + 3]! - originY) -
        (xy[at + 2]! - originX) * (xy[at + 1]! - originY);
    }
    areas[ring] = twice / 2;
  }
  return areas;
}

/**
 * Area of each shape as its rings state it: of each polygon the first ring less the others. It is
 * the shape's area where its polygons are valid and do not overlap.
 */
export function statedAreas(
  shapes: Pick<Shapes, "count" | "polygonShape" | "polygonRing">,
  rings: Float64Array,
): Float64Array {
  const areas = new Float64Array(shapes.count);
  for (let polygon = 0; polygon < shapes.polygonShape.length; polygon++) {
    const first = shapes.polygonRing[polygon]!;
    let area = Math.abs(rings[first] ?? 0);
    for (let ring = first + 1; ring < shapes.polygonRing[polygon + 1]!; ring++) {
      area -= Math.abs(rings[ring]!);
    }
    areas[shapes.polygonShape[polygon]!]! += area;
  }
  return areas;
}
