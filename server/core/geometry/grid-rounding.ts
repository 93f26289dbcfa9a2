import { AppError } from "../errors.ts";
import type { Grid } from "../overlay/model.ts";
import type { Bounds } from "./bounds.ts";

/** The largest distance from the origin, in grid steps, that 32 bits hold. */
const REACH = 2 ** 31 - 1;

/** Whether every point of a box has a place on a grid of this step. */
const reaches = (bounds: Bounds, step: number) =>
  bounds.every((value) => Math.abs(value) / step + 1 < REACH);

/**
 * The grid for coordinates within a box: of the step asked for, or, where none was, 0.001 m made
 * coarser by powers of ten until the box fits. Its origin is that of the coordinates, so equal
 * coordinates fall on one grid point whatever else is read with them.
 *
 * @param step metres, or `undefined` for the default
 * @throws AppError limit/extent when a step was asked for that the box does not fit
 */
export function gridFor(bounds: Bounds, step: number | undefined): Grid {
  if (step !== undefined && !reaches(bounds, step)) {
    const message = `The data reaches too far for a grid of ${step} m. Give a coarser --grid.`;
    throw new AppError("limit/extent", message, { step, bounds });
  }
  let exponent = 3;
  while (step === undefined && !reaches(bounds, 1 / 10 ** exponent)) exponent--;
  return { step: step ?? 1 / 10 ** exponent, originX: 0, originY: 0 };
}

/**
 * Rounds coordinates in metres to whole grid steps, halves upward.
 *
 * @param xy within the box that the grid was made for
 */
export function roundToGrid(xy: Float64Array, grid: Grid): Int32Array {
  const steps = new Int32Array(xy.length);
  roundInto(steps, 0, xy, grid);
  return steps;
}

/** {@link roundToGrid} into `steps`, from `at` on. */
export function roundInto(steps: Int32Array, at: number, xy: Float64Array, grid: Grid): void {
  // A step of 1 mm is no exact double, but 1000 steps a metre are: 0.0005 m stays a true half.
  const perMetre = Math.round(1 / grid.step);
  const exact = Math.abs(perMetre * grid.step - 1) < 1e-12;
  const { step, originX, originY } = grid;
  for (let i = 0; i < xy.length; i += 2) {
    const x = xy[i]! - originX;
    const y = xy[i + 1]! - originY;
    steps[at + i] = Math.floor((exact ? x * perMetre : x / step) + 0.5);
    steps[at + i + 1] = Math.floor((exact ? y * perMetre : y / step) + 0.5);
  }
}
