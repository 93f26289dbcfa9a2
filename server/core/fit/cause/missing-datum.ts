import { osgb36ToWgs84 } from "../../geometry/helmert.ts";
import { project, unproject } from "../../geometry/transverse-mercator.ts";

/** A vector on the national grid, metres. */
export interface Offset {
  readonly east: number;
  readonly north: number;
}

/** Metres: the seven parameters are right to 5, and lines that are drawn apart add to that. */
export const DATUM_PRECISION = 10;

/**
 * How far a place is put from where it is when degrees of WGS 84 are taken for degrees of OSGB36:
 * the step between the two was left out.
 *
 * @param east metres of EPSG:27700, as `north`
 * @returns metres; some 100 west or east and 50 to 70 north or south in Great Britain
 */
export function missingDatumShift(east: number, north: number): Offset {
  const xy = Float64Array.of(east, north);
  unproject(xy);
  xy.set(osgb36ToWgs84(xy[0]!, xy[1]!));
  project(xy);
  return { east: xy[0]! - east, north: xy[1]! - north };
}

/**
 * Whether a vector is what a datum shift left out comes to at a place, or the same one made twice.
 *
 * @param offset how far lines lie off, metres
 * @param at where they lie, metres of EPSG:27700
 */
export function isMissingDatum(offset: Offset, at: Offset): boolean {
  const expected = missingDatumShift(at.east, at.north);
  const isNear = (sign: 1 | -1) =>
    Math.hypot(offset.east - sign * expected.east, offset.north - sign * expected.north) <=
    DATUM_PRECISION;
  return isNear(1) || isNear(-1);
}
