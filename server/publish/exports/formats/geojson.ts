import type { Chunk, ExportFormat, Ground, Table, Value } from "../export.ts";
import { isCounterClockwise, metresOf, polygonsOfShapes } from "../ground.ts";

/** RFC 7946 advises against more; 1e-7 degree is about a centimetre on the ground. */
const PER_DEGREE = 1e7;
const CHUNK = 1 << 16;

/** RFC 7946: WGS 84, longitude first, right-hand rings, seven decimals, bbox, no crs. */
export const geojson = {
  id: "geojson",
  title: "GeoJSON (RFC 7946, WGS 84)",
  mediaType: "application/geo+json",
  about: "inside",
  needsGround: true,
  write: writeGeojson,
} as const satisfies ExportFormat;

function* writeGeojson(table: Table): Generator<Chunk> {
  const rings = table.ground ? degreeRings(table.ground) : undefined;
  let text = `{"type":"FeatureCollection","patchwork":${JSON.stringify(table.about)}`;
  if (rings?.bbox) text += `,"bbox":[${rings.bbox.map(degrees).join(",")}]`;
  text += ',"features":[\n';
  for (let row = 0; row < table.rows.length; row++) {
    text += `${row > 0 ? ",\n" : ""}${featureText(table, table.rows[row]!, rings?.ofRow[row] ?? [])}`;
    if (text.length > CHUNK) {
      yield text;
      text = "";
    }
  }
  yield `${text}\n]}\n`;
}

function featureText({ fields }: Table, values: readonly Value[], polygons: string[]): string {
  const properties = fields.map(
    ({ name }, i) => `${JSON.stringify(name)}:${JSON.stringify(values[i])}`,
  );
  const geometry =
    polygons.length > 0 ? `{"type":"MultiPolygon","coordinates":[${polygons.join(",")}]}` : "null";
  const id = JSON.stringify(values[0]);
  return `{"type":"Feature","id":${id},"properties":{${properties.join(",")}},"geometry":${geometry}}`;
}

interface DegreeRings {
  /** Row -> its polygons as text. */
  readonly ofRow: string[][];
  readonly bbox: readonly [number, number, number, number] | undefined;
}

/** All rings as text, in whole ten-millionths of a degree. */
function degreeRings(ground: Ground): DegreeRings {
  const { shapes, crs } = ground;
  const lonLat = metresOf(ground);
  crs.toLonLat(lonLat);
  const xy = new Int32Array(lonLat.length);
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < xy.length; i += 2) {
    const x = Math.round(lonLat[i]! * PER_DEGREE);
    const y = Math.round(lonLat[i + 1]! * PER_DEGREE);
    xy[i] = x;
    xy[i + 1] = y;
    west = Math.min(west, x);
    east = Math.max(east, x);
    south = Math.min(south, y);
    north = Math.max(north, y);
  }
  return {
    ofRow: polygonsOfShapes(shapes).map((polygons) =>
      polygons.flatMap((polygon) => polygonText(ground, xy, polygon) ?? []),
    ),
    bbox: xy.length > 0 ? [west, south, east, north] : undefined,
  };
}

/** One polygon, or nothing where its ground is too thin to be seen at seven decimals. */
function polygonText({ shapes }: Ground, xy: Int32Array, polygon: number): string | undefined {
  const { polygonRing, ringVertex } = shapes;
  const texts: string[] = [];
  for (let ring = polygonRing[polygon]!; ring < polygonRing[polygon + 1]!; ring++) {
    const outer = ring === polygonRing[polygon];
    const vertices = distinct(xy, ringVertex[ring]!, ringVertex[ring + 1]!);
    if (vertices.length >= 6) texts.push(ringText(vertices, outer));
    else if (outer) return undefined;
  }
  return `[${texts.join(",")}]`;
}

/** A ring's positions without the repeats that rounding made. */
function distinct(xy: Int32Array, from: number, to: number): number[] {
  const kept: number[] = [];
  let lastX = xy[2 * (to - 1)]!;
  let lastY = xy[2 * (to - 1) + 1]!;
  for (let v = from; v < to; v++) {
    const x = xy[2 * v]!;
    const y = xy[2 * v + 1]!;
    if (x !== lastX || y !== lastY) kept.push(x, y);
    lastX = x;
    lastY = y;
  }
  return kept;
}

/** Closed, and turned so that an outer ring runs against the clock and an inner one with it. */
function ringText(xy: number[], outer: boolean): string {
  const count = xy.length / 2;
  const forward = isCounterClockwise(xy, 0, count) === outer;
  const positions: string[] = [];
  for (let i = 0; i <= count; i++) {
    const v = (forward ? i : count - i) % count;
    positions.push(`[${degrees(xy[2 * v]!)},${degrees(xy[2 * v + 1]!)}]`);
  }
  return `[${positions.join(",")}]`;
}

const degrees = (tenMillionths: number) => tenMillionths / PER_DEGREE;
