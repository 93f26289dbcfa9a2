import type { Place } from "../core/model.ts";
import { squareMetres } from "../core/units.ts";
import type { Db } from "./db.ts";

interface PlaceRow {
  readonly id: number;
  readonly boundary_id: number;
  readonly code: string;
  readonly name: string;
  readonly region: string;
  readonly country: string;
  readonly lon: number;
  readonly lat: number;
  readonly bounds_json: string;
  readonly area_m2: number;
}

export interface StoredPlace {
  /** The reference area's id and that of its boundary. */
  readonly id: number;
  readonly boundary: number;
  readonly place: Place;
}

/** The areas of one reference layer, read as places, by code. */
export function placeTable(db: Db) {
  const ofLayer = db.prepare<[string], PlaceRow>(
    `SELECT reference_area.*, boundary.id AS boundary_id, boundary.area_m2
     FROM reference_area JOIN boundary ON reference_area_id = reference_area.id
     WHERE layer_id = ? ORDER BY code`,
  );
  return { ofLayer: (layer: string): StoredPlace[] => ofLayer.all(layer).map(toPlace) };
}

function toPlace(row: PlaceRow): StoredPlace {
  const [west, south, east, north]: number[] = JSON.parse(row.bounds_json);
  return {
    id: row.id,
    boundary: row.boundary_id,
    place: {
      code: row.code,
      name: row.name,
      region: row.region,
      country: row.country,
      area: squareMetres(row.area_m2),
      lon: row.lon,
      lat: row.lat,
      bounds: [west!, south!, east!, north!],
    },
  };
}
