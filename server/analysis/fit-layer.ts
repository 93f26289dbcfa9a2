/** Every outline of all time held against a reference layer: cut once, stored under its hash. */
import { type BodyFit, fitSets, type PairFit } from "../core/fit/fit-sets.ts";
import { rolesOf } from "../core/fit/roles.ts";
import type { Certificate, Repair } from "../core/overlay/model.ts";
import type { Db } from "../store/db.ts";
import { fitTable } from "../store/fit.ts";
import { type AnalyseOptions, certifiedPartition } from "./certified.ts";
import { analysisKey, loadedVersion } from "./data-version.ts";
import { fitTiers, type Tier, type TierSources, tierSources } from "./fit-tiers.ts";
import { shapesOf } from "./sources.ts";

/** A pair without its ground, which is cut again when it is opened. */
export type FoundPair = Omit<PairFit, "fragments">;

/** Sources are numbered outlines first, then the layer's areas. */
export interface LayerFit {
  readonly tier: Tier;
  readonly sources: TierSources;
  readonly pairs: readonly FoundPair[];
  readonly bodies: readonly BodyFit[];
  readonly certificate: Certificate;
  readonly repairs: readonly Repair[];
}

type Found = Pick<LayerFit, "pairs" | "bodies">;

/**
 * The fit to one layer, from the store or made anew; stored where the database may be written.
 *
 * @throws AppError store/empty, certificate/failed, store/locked, work/cancelled
 */
export function fitLayer(db: Db, tier: Tier, options: AnalyseOptions = {}): LayerFit {
  const dataVersion = loadedVersion(db);
  const { layer } = tier;
  const key = analysisKey(dataVersion, "fit", { layer: layer.id });
  const table = fitTable<Found>(db);
  const sources = tierSources(db, tier);
  const stored = table.find(key);
  if (stored) {
    const { fit, certificate, repairs } = stored;
    return { tier, sources, ...fit, certificate, repairs };
  }
  const { outlines, areas, otherVintage, land } = sources;
  const result = certifiedPartition(
    shapesOf(db, [
      ...outlines.map(({ id }) => id),
      ...[...areas, ...otherVintage, ...land].map(({ boundary }) => boundary),
    ]),
    options,
  );
  const sets = fitSets(
    result,
    rolesOf(outlines.length, areas.length, otherVintage.length, land.length),
    {
      tolerance: tier.tolerance,
      bodyAccuracy: tier.bodyAccuracy,
      referenceAccuracy: layer.accuracy,
      onNationalGrid: true,
      hasOtherVintage: otherVintage.length > 0,
      hasLand: land.length > 0,
    },
  );
  const { certificate, repairs } = result;
  const pairs = sets.pairs.map(({ fragments: _ground, ...pair }): FoundPair => pair);
  const fit = { pairs, bodies: sets.bodies };
  if (!db.readonly) {
    table.add({ key, dataVersion, layer: layer.id, certificate, repairs, fit });
  }
  return { tier, sources, ...fit, certificate, repairs };
}

/** The fits to all tiers, each made where it is not stored. */
export function fitLayers(db: Db, options: AnalyseOptions = {}): readonly LayerFit[] {
  return fitTiers(db).map((tier) => fitLayer(db, tier, options));
}
