import type { LayerFit } from "../analysis/fit-layer.ts";
import { MOST_AREAS } from "../analysis/fit-tiers.ts";
import { AppError } from "../core/errors.ts";
import { referenceLayerTable } from "../store/reference-layer.ts";
import type { Context } from "./context.ts";
import type { Held } from "./study-source.ts";

/**
 * The fit to the reference layer that is named.
 *
 * @throws AppError input/not-found with why nothing can be held against it: it is not loaded, or it has
 *   too many areas to be a tier
 */
export function tierNamed(context: Context, held: Held, layer: string): LayerFit {
  const fits = context.readings(held).fits();
  const found = fits.find(({ tier }) => tier.layer.id === layer);
  if (found !== undefined) return found;
  const loaded = referenceLayerTable(held.db)
    .all()
    .find(({ id }) => id === layer);
  const why = loaded
    ? `"${loaded.title}" has ${loaded.areas} areas; a layer of more than ${MOST_AREAS} is no tier, its areas are what would have to move. "patchwork fit" holds any two files against each other.`
    : `There is no tier "${layer}".`;
  const known = fits.map(({ tier }) => tier.layer.id);
  throw new AppError("input/not-found", `${why} Known: ${known.join(", ")}.`, { layer, known });
}
