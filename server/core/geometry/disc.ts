/** Discs: how an indicative boundary is drawn, and which ground may be its. */
import type { Shapes } from "../overlay/model.ts";

/** A disc in metres of the national grid. */
export interface Disc {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/**
 * Whether a disc shares ground with polygons: its middle lies in one, or an edge comes near it.
 *
 * @param metres of every vertex of the shapes, x and y by turns
 * @param polygons which of the shapes' polygons are asked about
 */
export function discReaches(
  { polygonRing, ringVertex }: Shapes,
  metres: Float64Array,
  polygons: readonly number[],
  { x, y, radius }: Disc,
): boolean {
  for (const polygon of polygons) {
    let inside = false;
    for (let ring = polygonRing[polygon]!; ring < polygonRing[polygon + 1]!; ring++) {
      const from = ringVertex[ring]!;
      const to = ringVertex[ring + 1]!;
      for (let v = from, last = to - 1; v < to; last = v++) {
        const [ax, ay] = [metres[2 * last]! - x, metres[2 * last + 1]! - y];
        const [bx, by] = [metres[2 * v]! - x, metres[2 * v + 1]! - y];
        if (distanceToOrigin(ax, ay, bx, by) < radius) return true;
        if (ay > 0 !== by > 0 && ax + ((bx - ax) * ay) / (ay - by) > 0) inside = !inside;
      }
    }
    if (inside) return true;
  }
  return false;
}

function distanceToOrigin(ax: number, ay: number, bx: number, by: number): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, -(ax * dx + ay * dy) / length));
  return Math.hypot(ax + t * dx, ay + t * dy);
}
