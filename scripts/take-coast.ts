// Takes in the coast for the map's backdrop, cut to Britain, Ireland and their neighbours:
// `node scripts/take-coast.ts`.
import {
  bbox,
  bboxPolygon,
  booleanDisjoint,
  featureCollection,
  intersect,
  polygon,
  rewind,
} from "@turf/turf";
import type { MultiPolygon, Polygon, Position } from "geojson";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import { keep, originOf, type PackageFile, takeFiles } from "./take-package.ts";

const LAND: PackageFile = {
  package: "world-atlas",
  version: "2.0.2",
  path: "land-10m.json",
  sha256: "9b9f584709c119d63fbadf484ce425260497697b7166be7a2fe360e8c0b171a8",
};
/** West, south, east, north. */
const WINDOW: [number, number, number, number] = [-12, 48.5, 4, 61.5];
const view = bboxPolygon(WINDOW);
/** Four decimals are some 10 m, finer than the source's own grid. */
const DECIMALS = 1e4;

const rounded = (value: number) => Math.round(value * DECIMALS) / DECIMALS;

/** Rounds a ring and leaves out vertices that fall on the one before. */
function rounding(ring: Position[]): Position[] {
  const points = ring.map(([x = 0, y = 0]): Position => [rounded(x), rounded(y)]);
  return points.filter(
    ([x, y], i) => i === 0 || x !== points[i - 1]?.[0] || y !== points[i - 1]?.[1],
  );
}

/** The polygons of a geometry that meet the window, cut to it. */
function cut(geometry: Polygon | MultiPolygon): Position[][][] {
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  return polygons.flatMap((coordinates) => {
    const part = polygon(coordinates);
    if (booleanDisjoint(bboxPolygon(bbox(part)), view)) return [];
    const inside = intersect(featureCollection([part, view]))?.geometry;
    if (inside === undefined) return [];
    const parts = inside.type === "Polygon" ? [inside.coordinates] : inside.coordinates;
    return parts
      .map((rings) => rings.map((ring) => rounding(ring)))
      .filter((rings) => (rings[0]?.length ?? 0) > 3);
  });
}

const [bytes] = takeFiles([LAND]);
if (bytes === undefined) throw new Error("The package gave no file.");
const topology: Topology<{ land: GeometryCollection }> = JSON.parse(bytes.toString("utf8"));
const coordinates = feature(topology, topology.objects.land).features.flatMap(({ geometry }) =>
  geometry.type === "Polygon" || geometry.type === "MultiPolygon" ? cut(geometry) : [],
);
const land = rewind(
  {
    type: "Feature" as const,
    properties: {},
    geometry: { type: "MultiPolygon" as const, coordinates },
  },
  { reverse: false },
);
const collection = { type: "FeatureCollection", bbox: WINDOW, features: [land] };
keep(Buffer.from(`${JSON.stringify(collection)}\n`), {
  file: "reference/coast.geojson",
  title: "Coast of Britain, Ireland and their neighbours, 1:10m, for the map's backdrop",
  origin: originOf(LAND),
  licence: "Public domain (Natural Earth); packaged under the ISC licence",
  attribution: "Made with Natural Earth.",
  changes: `Cut to longitude ${WINDOW[0]} to ${WINDOW[2]}, latitude ${WINDOW[1]} to ${WINDOW[3]}; rounded to four decimals.`,
});
