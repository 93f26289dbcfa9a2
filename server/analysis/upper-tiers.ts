/** Areas of other layers that are made of whole places: counties, police areas, later authorities. */
import { createHash } from "node:crypto";
import type { UpperTierArea } from "../core/chooser/model.ts";
import { ENGINE } from "../core/overlay/certificate.ts";
import { pairAreas } from "../core/overlay/folds.ts";
import { partition } from "../core/overlay/partition.ts";
import type { Db } from "../store/db.ts";
import { STORE_GRID } from "../store/geometry-codec.ts";
import { placeTable } from "../store/place.ts";
import { referenceLayerTable, type StoredLayer } from "../store/reference-layer.ts";
import { type StoredUpperTier, upperTierTable } from "../store/upper-tier.ts";
import type { LoadedStudy } from "./load-study.ts";
import { shapesOf } from "./sources.ts";

/** A place belongs to the area that holds most of it; the places must then nearly fill the area. */
const MOST = 0.5;
/** Jaccard of the area and its places together: as near as M-C6 asks of boundaries that are near. */
const FILLS = 0.95;
/** No county has more districts. A larger area, such as a region, is no patch for one partnership. */
const MOST_PLACES = 16;
/** Raise it when the same layers would come out otherwise. */
const METHOD = 1;

/** Areas of two places and more, by layer and code; places are indices of the study's. */
export function upperTiers(db: Db, { study }: LoadedStudy): UpperTierArea[] {
  const placeAt = new Map(study.places.map(({ code }, place) => [code, place]));
  return analyseUpperTiers(db).flatMap(({ layer, areas }) =>
    areas.map(({ name, places }) => ({
      name,
      layer: layer.title,
      districts: places.map((code) => placeAt.get(code)!).sort((a, b) => a - b),
    })),
  );
}

interface LayerTiers {
  readonly layer: StoredLayer;
  readonly areas: readonly StoredUpperTier[];
}

/**
 * The areas of each layer that are made of whole places: from the store, or made anew, and stored
 * where the database may be written. They hang on two files only, so an import leaves them alone.
 */
export function analyseUpperTiers(db: Db): LayerTiers[] {
  const layers = referenceLayerTable(db).all();
  const places = layers.find(({ role }) => role === "places");
  if (places === undefined) return [];
  const table = upperTierTable(db);
  return layers
    .filter(({ role, areas }) => role !== "places" && areas <= places.areas)
    .map((layer) => {
      const key = keyOf(places, layer);
      const stored = table.find(key);
      if (stored) return { layer, areas: stored };
      const areas = tierAreas(db, layer, places);
      if (!db.readonly) table.add(key, areas);
      return { layer, areas };
    });
}

function keyOf(places: StoredLayer, layer: StoredLayer): string {
  const content = JSON.stringify([
    METHOD,
    ENGINE,
    places.id,
    places.sha256,
    layer.id,
    layer.sha256,
  ]);
  return `sha256:${createHash("sha256").update(content).digest("hex")}`;
}

function tierAreas(db: Db, layer: StoredLayer, layerOfPlaces: StoredLayer): StoredUpperTier[] {
  const areas = placeTable(db).ofLayer(layer.id);
  const places = placeTable(db).ofLayer(layerOfPlaces.id);
  const result = partition(
    shapesOf(
      db,
      [...areas, ...places].map(({ boundary }) => boundary),
    ),
    STORE_GRID,
  );
  const shared = areas.map(() => ({ places: [] as string[], ground: 0, joined: 0 }));
  const { a, b, area } = pairAreas(result);
  area.forEach((ground, i) => {
    const [tier, source] = [a[i]!, b[i]!];
    if (tier >= areas.length || source < areas.length) return;
    const whole = result.sourceArea[source]!;
    if (ground < whole * MOST) return;
    const found = shared[tier]!;
    found.places.push(places[source - areas.length]!.place.code);
    found.ground += ground;
    found.joined += whole;
  });
  return shared.flatMap(({ places: members, ground, joined }, tier) => {
    const either = joined + result.sourceArea[tier]! - ground;
    const fits = members.length >= 2 && members.length <= MOST_PLACES && ground >= either * FILLS;
    return fits ? [{ name: areas[tier]!.place.name, places: members.sort() }] : [];
  });
}
