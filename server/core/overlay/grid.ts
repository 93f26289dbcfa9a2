import { AppError } from "../errors.ts";
import type { Grid } from "./model.ts";

/** Metres: the extent of everything that is to be put on one grid. */
export interface Bounds {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

/** Metres between grid lines unless the extent needs more. */
export const DEFAULT_STEP = 0.001;

/** Coarser than this a grid is of no use for boundaries. */
export const COARSEST_STEP = 10;

/** Grid coordinates stay within this, so that vertices, crossings and their pixels fit an Int32. */
const MOST_STEPS = 2 ** 31 - 16;

/**
 * A grid for the given extent. Its origin is the middle of the extent on a whole metre, so the same
 * places get the same coordinates as long as the extent is the same.
 *
 * @param step the wished step in metres; made coarser by powers of ten where the extent needs it.
 *   The step that was taken stands in the grid and in the certificate
 * @throws AppError `geometry/coordinate` when the bounds are not numbers
 * @throws AppError `limit/extent` when no step up to ten metres would do
 */
export function gridFor(bounds: Bounds, step: number = DEFAULT_STEP): Grid {
  const { minX, minY, maxX, maxY } = bounds;
  if (![minX, minY, maxX, maxY, step].every(Number.isFinite) || step <= 0) {
    throw new AppError("geometry/coordinate", "The extent of the input is not a set of numbers.", {
      bounds,
      step,
    });
  }
  const originX = Math.round((minX + maxX) / 2);
  const originY = Math.round((minY + maxY) / 2);
  const reach = Math.max(maxX - originX, originX - minX, maxY - originY, originY - minY);
  let taken = step;
  while (reach / taken > MOST_STEPS && taken < COARSEST_STEP) taken = coarser(taken);
  if (reach / taken > MOST_STEPS) {
    throw new AppError(
      "limit/extent",
      `The input reaches ${Math.round(reach / 1000)} km from its middle, too far for one grid. Check its coordinate reference system.`,
      { bounds, step: taken },
    );
  }
  return { step: taken, originX, originY };
}

/** Ten times as coarse; written so that 0.001 becomes 0.01 and not a number next to it. */
function coarser(step: number): number {
  return Number((step * 10).toPrecision(12));
}

/**
 * The nearest grid coordinate of a length along one axis.
 *
 * @param metres projected coordinate
 * @param origin the grid's origin along the same axis
 */
export function toGrid(metres: number, origin: number, step: number): number {
  return Math.round((metres - origin) / step);
}

/** The projected coordinate in metres of a grid coordinate along one axis. */
export function toMetres(steps: number, origin: number, step: number): number {
  return origin + steps * step;
}
