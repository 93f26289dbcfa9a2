/** Small areas with people, to say how many live on any ground. */
import { boundaryTable } from "../store/boundary.ts";
import type { Db } from "../store/db.ts";
import type { MetreBox } from "../store/drawing.ts";
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

/** The small areas under pairs. */
export interface SmallAreasUnder {
  readonly people: PeopleLayer | undefined;
  /** The layer to move areas of, of a tier. */
  readonly building: (tier: StoredLayer) => StoredLayer | undefined;
  /** Areas of a layer whose box meets this one, by code. */
  readonly near: (layer: StoredLayer, box: MetreBox) => StoredPlace[];
}

/** Reads each layer and its people once, for as many pairs as are opened with what it gives. */
export function smallAreasUnder(db: Db): SmallAreasUnder {
  const layers = new Map<string, readonly BoxedPlace[]>();
  const buildings = new Map<string, StoredLayer | undefined>();
  return {
    people: peopleLayer(db),
    building(tier) {
      if (!buildings.has(tier.id)) buildings.set(tier.id, buildingLayer(db, tier));
      return buildings.get(tier.id);
    },
    near(layer, { west, south, east, north }) {
      const areas = layers.get(layer.id) ?? boxedPlaces(db, layer);
      layers.set(layer.id, areas);
      return areas.flatMap(({ area, box }) =>
        box.west <= east && box.east >= west && box.south <= north && box.north >= south
          ? [area]
          : [],
      );
    },
  };
}

interface BoxedPlace {
  readonly area: StoredPlace;
  readonly box: MetreBox;
}

function boxedPlaces(db: Db, layer: StoredLayer): BoxedPlace[] {
  const boxes = boundaryTable(db).boxes(layer.id);
  return placeTable(db)
    .ofLayer(layer.id)
    .flatMap((area) => {
      const box = boxes.get(area.boundary);
      return box === undefined ? [] : [{ area, box }];
    });
}
