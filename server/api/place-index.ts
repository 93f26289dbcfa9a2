import { AppError } from "../core/errors.ts";
import type { Held } from "./study-source.ts";

/**
 * Where a place stands in the study.
 *
 * @throws AppError input/unknown-place
 */
export function placeIndex({ loaded: { study } }: Held, code: string): number {
  const place = study.places.findIndex((each) => each.code === code);
  if (place >= 0) return place;
  throw new AppError("input/unknown-place", `There is no place with the code "${code}".`, {
    place: code,
    layer: study.layer.id,
  });
}
