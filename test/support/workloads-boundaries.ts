import { existsSync, readFileSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import type { FeatureCollection, MultiPolygon, Polygon } from "geojson";
import { type Feature, type Ground, signedArea } from "./workloads-ground.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/**
 * Where the shared data lies: beside the repository, or as PATCHWORK_SHARED says. A mutation sandbox
 * is a copy elsewhere, but its node_modules is a link to the real one, which tells the repository.
 */
export const SHARED =
  process.env.PATCHWORK_SHARED ??
  join(dirname(realpathSync(join(ROOT, "node_modules"))), "../shared");

const FILES = {
  districts: "lad_england_wales.geojson.gz",
  wards: "wards_england.geojson.gz",
  regions: "region.geojson",
  police: "police_force_area_2020.geojson",
  lsoas: "lsoa_england.geojson.gz",
} as const;

export type LayerName = keyof typeof FILES;

const pathOf = (layer: LayerName) => join(SHARED, "data/boundaries", FILES[layer]);

export const hasBoundaries = (): boolean => existsSync(pathOf("wards"));

/**
 * One layer of the shared boundaries, its vertices shared with every layer on the same ground.
 * Shells run anticlockwise and holes clockwise, so that neighbours use an edge in both directions.
 */
export function readLayer(ground: Ground, layer: LayerName): Feature[] {
  const raw = readFileSync(pathOf(layer));
  const text = (FILES[layer].endsWith(".gz") ? gunzipSync(raw) : raw).toString("utf8");
  const file: FeatureCollection<Polygon | MultiPolygon> = JSON.parse(text);
  return file.features.map(({ geometry }) => {
    const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
    return polygons.map((rings) =>
      rings.map((ring, i) => directed(ground, ringIds(ground, ring), i === 0)),
    );
  });
}

function ringIds(ground: Ground, ring: readonly (readonly number[])[]): Int32Array {
  const ids = ring.map((place) => ground.at(place[0]!, place[1]!));
  return Int32Array.from(ids.slice(0, -1)).filter((id, i, all) => id !== all[i - 1]);
}

function directed(ground: Ground, ring: Int32Array, anticlockwise: boolean): Int32Array {
  return signedArea(ground, ring) > 0 === anticlockwise ? ring : ring.reverse();
}
