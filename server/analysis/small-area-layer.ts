/** Which layer is that of the small areas: the finest with people, and with a score of need. */
import type { Db } from "../store/db.ts";
import { referenceLayerTable, type StoredLayer } from "../store/reference-layer.ts";
import { type WeightSet, weightTable } from "../store/weight.ts";

export interface SmallAreaLayer {
  readonly layer: StoredLayer;
  readonly people: WeightSet;
  /** Sets of scores for its areas; the first is the default. */
  readonly scores: readonly WeightSet[];
}

/** Whether a set of weights is of a layer's areas: it has the layer's scheme, or names the layer. */
export const belongsTo =
  ({ id, scheme }: StoredLayer) =>
  (set: WeightSet) =>
    set.scheme === id || (scheme !== "" && set.scheme === scheme);

/** @returns `undefined` where no layer has both people and scores */
export function smallAreaLayer(db: Db): SmallAreaLayer | undefined {
  const sets = weightTable(db).sets();
  return referenceLayerTable(db)
    .all()
    .flatMap((layer) => {
      const own = sets.filter(belongsTo(layer));
      const people = own.find(({ unit }) => unit === "people");
      const scores = own.filter(({ unit }) => unit === "score");
      return people && scores.length > 0 ? [{ layer, people, scores }] : [];
    })
    .sort((a, b) => b.layer.areas - a.layer.areas)[0];
}

/** Sets of scores that no loaded layer has areas for: they cannot be looked at. */
export function scoresWithoutGround(db: Db): WeightSet[] {
  const layers = referenceLayerTable(db).all();
  return weightTable(db)
    .sets()
    .filter((set) => set.unit === "score" && !layers.some((layer) => belongsTo(layer)(set)));
}

export const hasSmallAreas = (db: Db): boolean => smallAreaLayer(db) !== undefined;
