import type { Shapes } from "../overlay/model.ts";
import { crossSign } from "../overlay/orientation.ts";

/** Where a point lies to some polygons. */
export type Location = "inside" | "edge" | "outside";

/**
 * Where a grid point lies to polygons of one shape that share no ground: exact, in whole steps.
 *
 * @param polygons which polygons of `shapes`; their rings are read even-odd
 * @param x in steps of the grid that the shapes lie on
 */
export function locatePoint(
  { polygonRing, ringVertex, xy }: Shapes,
  polygons: readonly number[],
  x: number,
  y: number,
): Location {
  for (const polygon of polygons) {
    let inside = false;
    for (let ring = polygonRing[polygon]!; ring < polygonRing[polygon + 1]!; ring++) {
      let before = ringVertex[ring + 1]! - 1;
      for (let v = ringVertex[ring]!; v < ringVertex[ring + 1]!; before = v++) {
        const [x0, y0, x1, y1] = [xy[2 * before]!, xy[2 * before + 1]!, xy[2 * v]!, xy[2 * v + 1]!];
        const side = crossSign(x1 - x0, y1 - y0, x - x0, y - y0);
        const within =
          Math.min(x0, x1) <= x &&
          x <= Math.max(x0, x1) &&
          Math.min(y0, y1) <= y &&
          y <= Math.max(y0, y1);
        if (side === 0 && within) return "edge";
        // Counted where the edge passes the height of the point, to its east.
        if (y0 > y !== y1 > y && side > 0 === y1 > y0) inside = !inside;
      }
    }
    if (inside) return "inside";
  }
  return "outside";
}
