import { AppError } from "../../core/errors.ts";

/** The refusal of a point that a system does not reach. */
export function outOfRange(crs: string, x: number | undefined, y: number | undefined): AppError {
  const message = `The point ${x}, ${y} lies outside the ground that ${crs} covers. Check the file's coordinate reference system, or give it with --crs.`;
  return new AppError("crs/out-of-range", message, { crs, x: x ?? null, y: y ?? null });
}
