import { STRIP, STRIP_WIDTHS } from "./thresholds.ts";

/** What the sliver test asks of ground. */
export interface Extent {
  /** Square metres and metres. */
  readonly area: number;
  readonly perimeter: number;
  /** How many pieces the perimeter has. */
  readonly pieces: number;
}

/**
 * How like a disc ground is: 1 a disc, towards 0 a strip.
 *
 * @source D. Polsby and R. Popper 1991
 */
export const compactness = ({ area, perimeter }: Pick<Extent, "area" | "perimeter">): number =>
  perimeter > 0 ? (4 * Math.PI * area) / perimeter ** 2 : 0;

/**
 * M-C3: whether ground is drawing error by a tolerance: no wider than it, or a long strip no wider
 * than three times it.
 *
 * @param width M-C2, metres, right as to whether it is more than the limit given; only asked for where
 *   area and perimeter do not settle it
 * @param tolerance metres
 */
export function isSliver(
  extent: Extent,
  width: (limit: number) => number,
  tolerance: number,
): boolean {
  const isStrip = compactness(extent) < STRIP;
  const limit = isStrip ? STRIP_WIDTHS * tolerance : tolerance;
  return isNoWider(extent, limit) || (!isWiderThan(extent, limit) && width(limit) <= limit);
}

/** Whether ground is certainly no wider than a limit: no circle holds more than all of the ground. */
export const isNoWider = ({ area }: Pick<Extent, "area">, limit: number): boolean =>
  2 * Math.sqrt(area / Math.PI) <= limit;

/**
 * Whether ground is certainly wider than a limit. All of it lies within the largest radius r of its
 * edge, and the line at distance t from the edge is at most as long as the edge and 2 pi t for each
 * hole: so the area is at most r times the perimeter and pi r squared for each hole.
 */
export function isWiderThan({ area, perimeter, pieces }: Extent, limit: number): boolean {
  const r = limit / 2;
  // A hole has three pieces or more.
  return area > r * perimeter + (Math.PI * r * r * pieces) / 3;
}
