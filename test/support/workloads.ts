import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Shapes } from "../../server/core/overlay/model.ts";
import { hasBoundaries, type LayerName, readLayer } from "./workloads-boundaries.ts";
import { type ClusterPlan, clusters } from "./workloads-clusters.ts";
import { readShapes, writeGeojson, writeShapes } from "./workloads-files.ts";
import { createGround, type Feature, type Ground, toShapes } from "./workloads-ground.ts";
import { chance } from "./workloads-random.ts";
import { type SyntheticPlan, syntheticLayer } from "./workloads-synthetic.ts";

/** What the workloads are cut from: the shared boundaries, or a made-up map of one of two sizes. */
export type MapName = "boundaries" | "synthetic" | "small";

/** Layers of one map, each read or made once, on one ground. */
export interface BaseMap {
  readonly ground: Ground;
  /** Of a small map only this share of the initiatives is made, so that they lie no deeper. */
  readonly share: number;
  layer(name: LayerName): readonly Feature[];
}

/** Raise it when a workload changes, so that old files are not taken for new ones. */
const VERSION = 1;
const CACHE = fileURLToPath(new URL("../../.bench/", import.meta.url));
const MOVE_METRES = 3;
const METRES_PER_DEGREE = 111_320;
const INITIATIVES: ClusterPlan = { count: 2000, hotSpots: 250, largest: 40, seed: 2000 };

const SYNTHETIC: Record<LayerName, SyntheticPlan> = {
  wards: { columns: 88, rows: 88, size: 3000, levels: 5, seed: 1 },
  districts: { columns: 18, rows: 18, size: 14_600, levels: 7, seed: 2 },
  regions: { columns: 3, rows: 3, size: 88_000, levels: 9, seed: 3 },
  police: { columns: 6, rows: 6, size: 44_000, levels: 5, seed: 4 },
  lsoas: { columns: 176, rows: 176, size: 1500, levels: 4, seed: 5 },
};
const SMALL_SHRINK = 8;
const SMALL_SHARE = 0.05;

/** The workloads of the bench, in the order of docs/performance.md. */
export const WORKLOADS = {
  layers: {
    title: "four misaligned layers: districts, wards, regions, police areas",
    make: (map: BaseMap) =>
      (["districts", "wards", "regions", "police"] as const).flatMap((name) => map.layer(name)),
  },
  "three-layers": {
    title: "wards over districts over police areas",
    make: (map: BaseMap) =>
      (["wards", "districts", "police"] as const).flatMap((name) => map.layer(name)),
  },
  "initiatives-2000": {
    title: "2,000 initiatives, each 1 to 40 neighbouring wards",
    make: (map: BaseMap) => initiatives(map, 2000),
  },
  "initiatives-20000": {
    title: "20,000 initiatives, each 1 to 40 neighbouring wards",
    make: (map: BaseMap) => initiatives(map, 20_000),
  },
  "moved-2000": {
    title: "the 2,000 with every vertex moved by up to 3 m",
    make: (map: BaseMap) => moved(map.ground, initiatives(map, 2000)),
  },
  "lsoas-over-2000": {
    title: "LSOAs over the 2,000 initiatives",
    make: (map: BaseMap) => [...map.layer("lsoas"), ...initiatives(map, 2000)],
  },
} as const;

export type WorkloadName = keyof typeof WORKLOADS;

export const workloadNames = Object.keys(WORKLOADS) as WorkloadName[];

export interface WorkloadFiles {
  readonly name: WorkloadName;
  readonly title: string;
  /** Flat arrays on the 1 mm national grid, for `readShapes`. */
  readonly shapes: string;
  /** GeoJSON in metres of the national grid. */
  readonly metres: string;
  /** GeoJSON in WGS 84. */
  readonly degrees: string;
}

/** The shared boundaries where they are, else the synthetic map. */
export const bestMap = (): MapName => (hasBoundaries() ? "boundaries" : "synthetic");

export function createMap(name: MapName): BaseMap {
  const { ground, toDegrees } = createGround();
  const made = new Map<LayerName, readonly Feature[]>();
  const make = (layer: LayerName) => {
    if (name === "boundaries") return readLayer(ground, layer);
    const { columns, rows, ...plan } = SYNTHETIC[layer];
    const shrink = (cells: number) =>
      name === "small" ? Math.max(2, Math.round(cells / SMALL_SHRINK)) : cells;
    return syntheticLayer(ground, toDegrees, {
      ...plan,
      columns: shrink(columns),
      rows: shrink(rows),
    });
  };
  const layer = (wanted: LayerName) => {
    const features = made.get(wanted) ?? make(wanted);
    made.set(wanted, features);
    return features;
  };
  return { ground, share: name === "small" ? SMALL_SHARE : 1, layer };
}

/** Initiatives of the standard plan, or of another number of them or of hot spots. */
export function initiatives(map: BaseMap, count: number, hotSpots = INITIATIVES.hotSpots) {
  const plan = { ...INITIATIVES, count: count * map.share, hotSpots };
  return clusters(map.ground, map.layer("wards"), plan);
}

/** Every corner of every feature moved on its own, so that lines once shared leave slivers. */
export function moved(ground: Ground, features: readonly Feature[]): Feature[] {
  const random = chance(3);
  const move = (id: number) => {
    const angle = random.between(0, 2 * Math.PI);
    const metres = random.between(0, MOVE_METRES);
    const lat = ground.lat[id]!;
    const perLon = METRES_PER_DEGREE * Math.cos((lat * Math.PI) / 180);
    return ground.add(
      Number((ground.lon[id]! + (metres * Math.cos(angle)) / perLon).toFixed(8)),
      Number((lat + (metres * Math.sin(angle)) / METRES_PER_DEGREE).toFixed(8)),
    );
  };
  return features.map((feature) => feature.map((rings) => rings.map((ring) => ring.map(move))));
}

/** The files of the workloads asked for, made where they are not there yet. */
export function prepare(mapName: MapName, names: readonly WorkloadName[]): WorkloadFiles[] {
  const plans = names.map((name): WorkloadFiles => {
    const path = `${CACHE}${mapName}-${VERSION}/${name}`;
    return {
      name,
      title: WORKLOADS[name].title,
      shapes: `${path}.shapes`,
      metres: `${path}.metres.geojson`,
      degrees: `${path}.degrees.geojson`,
    };
  });
  const missing = plans.filter((plan) => !existsSync(plan.shapes));
  if (missing.length > 0) {
    const map = createMap(mapName);
    for (const plan of missing) write(map, plan);
  }
  return plans;
}

function write(map: BaseMap, files: WorkloadFiles): void {
  const features = WORKLOADS[files.name].make(map);
  writeGeojson(files.metres, map.ground, features, "metres");
  writeGeojson(files.degrees, map.ground, features, "degrees");
  writeShapes(files.shapes, toShapes(map.ground, features));
}

/** The shapes of one workload, in memory. */
export function workload(mapName: MapName, name: WorkloadName): Shapes {
  return readShapes(prepare(mapName, [name])[0]!.shapes);
}
