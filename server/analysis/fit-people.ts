/** Small areas with people, to say how many live on any ground. */
import type { Db } from "../store/db.ts";
import type { StoredPlace } from "../store/place.ts";
import { placeTable } from "../store/place.ts";
import { referenceLayerTable, type StoredLayer } from "../store/reference-layer.ts";
import { type WeightSet, weightTable } from "../store/weight.ts";
import { belongsTo } from "./small-area-layer.ts";

export interface PeopleLayer {
  readonly layer: StoredLayer;
  readonly set: WeightSet;
  readonly people: ReadonlyMap<string, number>;
}

/** The finest layer whose areas' people are loaded. */
export function peopleLayer(db: Db): PeopleLayer | undefined {
  const layers = [...referenceLayerTable(db).all()].sort((a, b) => b.areas - a.areas);
  const sets = weightTable(db)
    .sets()
    .filter(({ unit }) => unit === "people");
  for (const layer of layers) {
    const set = sets.find(belongsTo(layer));
    if (set) return { layer, set, people: weightTable(db).values(set.id) };
  }
  return undefined;
}

/** The finest layer besides one, to move areas of; the one with people where there is one. */
export function buildingLayer(db: Db, tier: StoredLayer): StoredLayer | undefined {
  const finer = referenceLayerTable(db)
    .all()
    .filter(({ id, areas }) => id !== tier.id && areas > tier.areas);
  const peopled = peopleLayer(db)?.layer;
  if (peopled && finer.some(({ id }) => id === peopled.id)) return peopled;
  return finer.sort((a, b) => b.areas - a.areas)[0];
}

/** Areas of a layer by the boundaries given. */
export function areasAt(db: Db, layer: StoredLayer, boundaries: readonly number[]): StoredPlace[] {
  const wanted = new Set(boundaries);
  return placeTable(db)
    .ofLayer(layer.id)
    .filter(({ boundary }) => wanted.has(boundary));
}
