import { NEAR } from "./segment-grid.ts";

// An imported constant is loaded anew at every use.
const STEPS_NEAR = NEAR;

/**
 * Whether a point lies no farther than {@link NEAR} steps, in x and in y, from the line along (dx, dy)
 * through the origin. No such point is missed. It is computed in doubles, with a hundredth of a step to
 * spare for their rounding; so a point that little farther away may count too, and a near miss too
 * many does no harm.
 *
 * @param dx differences of grid coordinates, as the others
 */
export function isNear(dx: number, dy: number, ex: number, ey: number): boolean {
  return Math.abs(dx * ey - dy * ex) <= (STEPS_NEAR + 0.01) * (Math.abs(dx) + Math.abs(dy));
}

/** Whether a point lies in the bounding box of the segment from the origin to (dx, dy). */
export function inBox(dx: number, dy: number, ex: number, ey: number): boolean {
  return isBetween(ex, dx) && isBetween(ey, dy);
}

/** Whether an offset lies between nothing and the whole way. */
function isBetween(offset: number, whole: number): boolean {
  return whole < 0 ? offset <= 0 && offset >= whole : offset >= 0 && offset <= whole;
}
