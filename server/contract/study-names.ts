/** What an address names in a study: each found by one rule, and refused in one sentence. */
import { AppError } from "../core/errors.ts";
import type { Study } from "../core/model.ts";

/**
 * Where a place stands in the study.
 *
 * @throws AppError `input/unknown-place`
 */
export function placeNamed({ places, layer }: Study, code: string): number {
  const place = places.findIndex((one) => one.code === code);
  if (place >= 0) return place;
  throw new AppError("input/unknown-place", `There is no place with the code "${code}".`, {
    place: code,
    layer: layer.id,
  });
}

/**
 * Where an initiative stands in the study.
 *
 * @throws AppError `input/unknown-initiative`
 */
export function initiativeNamed({ initiatives }: Study, id: string): number {
  const initiative = initiatives.findIndex((one) => one.id === id);
  if (initiative >= 0) return initiative;
  throw new AppError("input/unknown-initiative", `There is no initiative "${id}".`, {
    initiative: id,
  });
}
