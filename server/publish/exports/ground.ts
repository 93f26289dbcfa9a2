/** Walking over the polygons of a table's ground. */
import type { Shapes } from "../../core/overlay/model.ts";

/** The polygons of each shape, in order: list n belongs to row n. */
export function polygonsOfShapes({ count, polygonShape }: Shapes): number[][] {
  const lists: number[][] = Array.from({ length: count }, () => []);
  polygonShape.forEach((shape, polygon) => {
    lists[shape]!.push(polygon);
  });
  return lists;
}

/**
 * Whether a ring runs against the clock, by the sign of its area. Coordinates are taken relative to
 * the ring's first vertex, so that a thin ring far from the origin keeps its sign.
 *
 * @param xy x and y by turns
 * @param from the ring's first vertex
 * @param to one past its last
 */
export function isCounterClockwise(xy: ArrayLike<number>, from: number, to: number): boolean {
  const x0 = xy[2 * from]!;
  const y0 = xy[2 * from + 1]!;
  let twiceArea = 0;
  for (let v = from + 1; v + 1 < to; v++) {
    const ax = xy[2 * v]! - x0;
    const ay = xy[2 * v + 1]! - y0;
    const bx = xy[2 * v + 2]! - x0;
    const by = xy[2 * v + 3]! - y0;
    twiceArea += ax * by - bx * ay;
  }
  return twiceArea > 0;
}
