import { addShifts, removeShifts, type ShiftGrid } from "./shift-grid.ts";
import { project, unproject } from "./transverse-mercator.ts";

const DEGREE = Math.PI / 180;

function scale(values: Float64Array, factor: number): void {
  for (let i = 0; i < values.length; i++) values[i] = values[i]! * factor;
}

/**
 * WGS 84 (taken as ETRS89) to the British National Grid, EPSG:27700, through OSTN15.
 *
 * @param grid shifts from OSGB36 to ETRS89
 * @param xy degrees in, metres out, in place: x and y of each point by turns. A point off the grid
 *   becomes NaN: there is no unshifted result
 * @returns index of the first point off the grid, or -1
 * @throws nothing
 * @source Ordnance Survey, Transforming coordinates between GPS systems and OSGB36 using OSTN15
 */
export function toNationalGrid(grid: ShiftGrid, xy: Float64Array): number {
  const outside = removeShifts(grid, xy);
  scale(xy, DEGREE);
  project(xy);
  return outside;
}

/**
 * The British National Grid, EPSG:27700, to WGS 84 (taken as ETRS89) through OSTN15: the inverse of
 * {@link toNationalGrid}.
 *
 * @param grid shifts from OSGB36 to ETRS89
 * @param xy metres in, degrees out, in place: x and y of each point by turns. A point off the grid
 *   becomes NaN
 * @returns index of the first point off the grid, or -1
 * @throws nothing
 */
export function fromNationalGrid(grid: ShiftGrid, xy: Float64Array): number {
  unproject(xy);
  scale(xy, 1 / DEGREE);
  return addShifts(grid, xy);
}
