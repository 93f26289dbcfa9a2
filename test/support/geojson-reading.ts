import type { Finding, PolygonFeature } from "../../server/ingest/formats/format.ts";
import { type GeoJsonOptions, parseGeoJson } from "../../server/ingest/formats/geojson.ts";

/** Reading GeoJSON in tests: texts in chunks, features as nested lists, and what JSON.parse says. */

async function* chunksOf(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

interface Read {
  readonly features: PolygonFeature[];
  readonly crs: string[];
}

/** Every feature of a text that arrives in chunks of some bytes, and each system it states. */
export async function read(text: string | Buffer, size = 1 << 16): Promise<Read> {
  const features: PolygonFeature[] = [];
  const crs: string[] = [];
  const bytes = Buffer.isBuffer(text) ? text : Buffer.from(text);
  const onCrs = (name: string) => void crs.push(name);
  const chunks = chunksOf(bytes, size);
  for await (const feature of parseGeoJson("test.geojson", chunks, { onCrs })) {
    features.push(feature);
  }
  return { features, crs };
}

/** Every feature, and what was found at them. */
export async function readWithFindings(
  text: string,
  size = 1 << 16,
  options: GeoJsonOptions = {},
  name = "test.geojson",
): Promise<{ features: PolygonFeature[]; findings: Finding[] }> {
  const features: PolygonFeature[] = [];
  const findings: Finding[] = [];
  const onFinding = (finding: Finding) => void findings.push(finding);
  const chunks = chunksOf(Buffer.from(text), size);
  for await (const feature of parseGeoJson(name, chunks, { ...options, onFinding })) {
    features.push(feature);
  }
  return { features, findings };
}

/** A feature as nested lists, rings open. */
export function nested({ xy, ringVertex, polygonRing }: PolygonFeature): number[][][][] {
  const ring = (r: number) => {
    const points: number[][] = [];
    for (let v = ringVertex[r]!; v < ringVertex[r + 1]!; v++)
      points.push([xy[2 * v]!, xy[2 * v + 1]!]);
    return points;
  };
  return Array.from({ length: polygonRing.length - 1 }, (_, p) =>
    Array.from({ length: polygonRing[p + 1]! - polygonRing[p]! }, (_, r) =>
      ring(polygonRing[p]! + r),
    ),
  );
}

export type Geometry = { type: string; coordinates?: unknown; geometries?: Geometry[] } | null;

/** The same by way of JSON.parse: an implementation that shares nothing with the reader's. */
export function expected(geometry: Geometry): number[][][][] {
  if (geometry === null) return [];
  if (geometry.type === "GeometryCollection") return (geometry.geometries ?? []).flatMap(expected);
  const coordinates = geometry.coordinates as number[][][] & number[][][][];
  const polygons: number[][][][] = geometry.type === "Polygon" ? [coordinates] : coordinates;
  return polygons
    .map((rings) => rings.map(openRing).filter((ring) => ring.length > 0))
    .filter((rings) => rings.length > 0);
}

function openRing(ring: number[][]): number[][] {
  const points = ring.map(([x, y]) => [x!, y!]);
  const [first, last] = [points[0], points[points.length - 1]];
  const closed = points.length > 1 && first![0] === last![0] && first![1] === last![1];
  return closed ? points.slice(0, -1) : points;
}

export const square = [
  [0, 0],
  [2, 0],
  [2, 2],
  [0, 2],
  [0, 0],
];
export const hole = [
  [0.5, 0.5],
  [0.5, 1],
  [1, 1],
  [1, 0.5],
  [0.5, 0.5],
];
export const feature = (geometry: unknown, rest: object = {}) => ({
  type: "Feature",
  properties: {},
  geometry,
  ...rest,
});
export const polygon = (...rings: number[][][]) => ({ type: "Polygon", coordinates: rings });
export const collection = (...features: unknown[]) => ({ type: "FeatureCollection", features });
export const json = (value: unknown) => JSON.stringify(value);

export const good = json(collection(feature(polygon(square)), feature(polygon(square))));
