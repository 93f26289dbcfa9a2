import { toNationalGrid } from "../../core/geometry/national-grid.ts";
import { pointInRings } from "../../core/geometry/point-in-rings.ts";
import { boundaryTable } from "../../store/boundary.ts";
import type { Db } from "../../store/db.ts";
import { decodeShapes, STORE_GRID } from "../../store/geometry-codec.ts";
import type { DistrictScheme } from "../../store/member-area.ts";
import { placeTable } from "../../store/place.ts";
import { referenceLayerTable } from "../../store/reference-layer.ts";
import { shiftGrid } from "../grid-shift.ts";

/** A district as a member of an initiative. */
export interface MemberDistrict {
  readonly scheme: DistrictScheme;
  readonly code: string;
  readonly name: string;
}

/** The districts that the place under a point stands for; none off every place. */
export function districtsAt(db: Db, lon: number, lat: number): MemberDistrict[] {
  const layers = referenceLayerTable(db);
  const places = layers.all().find(({ role }) => role === "places");
  const point = Float64Array.of(lon, lat);
  if (!places || toNationalGrid(shiftGrid(), point) >= 0) return [];
  const [x = 0, y = 0] = point;
  const boundaries = boundaryTable(db);
  const near = new Set(boundaries.inBox(places.id, { west: x, east: x, south: y, north: y }));
  const found = placeTable(db)
    .ofLayer(places.id)
    .find(({ boundary }) => near.has(boundary) && covers(boundaries.geometry(boundary)!, x, y));
  if (!found) return [];
  const area = layers.areasOf(places.id).find(({ id }) => id === found.id)!;
  return area.districts.map(({ scheme, code }) => ({ scheme, code, name: area.name }));
}

function covers(geometry: Uint8Array, x: number, y: number): boolean {
  const { xy, ringVertex } = decodeShapes([geometry]);
  const metres = Float64Array.from(xy, (steps) => steps * STORE_GRID.step);
  return pointInRings(x, y, metres, ringVertex);
}
