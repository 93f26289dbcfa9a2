/** The reference layers that outlines are held against, and what each is looked at with. */
import type { Db } from "../store/db.ts";
import { placeTable, type StoredPlace } from "../store/place.ts";
import { referenceLayerTable, type StoredLayer } from "../store/reference-layer.ts";
import { type StudySources, studySources } from "./sources.ts";

/** A layer of more areas is no tier of government: its areas are what to move. */
export const MOST_AREAS = 2000;

/** Codes of these schemes are vintages of one layer. */
const SERIES: Readonly<Record<string, string>> = { lad04: "districts", lad13: "districts" };

export interface Tier {
  readonly layer: StoredLayer;
  /** Another vintage of the same layer, where one is loaded. */
  readonly otherVintage: StoredLayer | undefined;
  /** The layer that says where land is: of the others the one with the most ground. */
  readonly land: StoredLayer | undefined;
  /** Metres within which lines are one: the largest of 1 and the accuracies of both sides. */
  readonly tolerance: number;
  readonly bodyAccuracy: number | undefined;
}

/** What a tier's partition is made of: outlines, areas, the other vintage, the land; by number. */
export interface TierSources {
  readonly outlines: StudySources["outlines"];
  readonly areas: readonly StoredPlace[];
  readonly otherVintage: readonly StoredPlace[];
  readonly land: readonly StoredPlace[];
}

/** @throws AppError store/empty */
export function fitTiers(db: Db): readonly Tier[] {
  const layers = referenceLayerTable(db).all();
  const { outlines } = studySources(db);
  const bodyAccuracy = outlines.reduce<number | undefined>(
    (most, { accuracy_m: own }) => (own === null ? most : Math.max(most ?? 0, own)),
    undefined,
  );
  return layers
    .filter(({ areas }) => areas <= MOST_AREAS)
    .map((layer) => {
      const series = SERIES[layer.scheme];
      const others = layers.filter(({ id, areas }) => id !== layer.id && areas <= MOST_AREAS);
      const otherVintage = others.find(
        ({ scheme }) => series !== undefined && SERIES[scheme] === series,
      );
      return {
        layer,
        otherVintage,
        land: widest(db, others),
        tolerance: Math.max(1, bodyAccuracy ?? 0, layer.accuracy ?? 0),
        bodyAccuracy,
      };
    });
}

function widest(db: Db, layers: readonly StoredLayer[]): StoredLayer | undefined {
  let best: { readonly layer: StoredLayer; readonly ground: number } | undefined;
  for (const layer of layers) {
    const areas = placeTable(db).ofLayer(layer.id);
    const ground = areas.reduce((sum, { place }) => sum + place.area, 0);
    if (best === undefined || ground > best.ground) best = { layer, ground };
  }
  return best?.layer;
}

export function tierSources(db: Db, { layer, otherVintage, land }: Tier): TierSources {
  const areasOf = (of: StoredLayer | undefined) => (of ? placeTable(db).ofLayer(of.id) : []);
  return {
    outlines: studySources(db).outlines,
    areas: areasOf(layer),
    otherVintage: areasOf(otherVintage),
    land: areasOf(land),
  };
}
