import { metresOf } from "../../../core/geometry/shape-metres.ts";
import { uniquePoints } from "../../../core/geometry/unique-points.ts";
import { ByteWriter } from "../byte-writer.ts";
import type { Chunk, ExportFormat, Ground, Table, Value } from "../export.ts";
import { isCounterClockwise, polygonsOfShapes } from "../ground.ts";

/** RFC 7946 advises against more; 1e-7 degree is about a centimetre on the ground. */
const PER_DEGREE = 1e7;
const CHUNK = 1 << 16;
const [COMMA, OPEN, CLOSE] = [0x2c, 0x5b, 0x5d];

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
  const out = new ByteWriter();
  const drawn = table.ground ? inDegrees(table.ground) : undefined;
  out.text(`{"type":"FeatureCollection","patchwork":${JSON.stringify(table.about)}`);
  if (drawn?.bbox) out.text(`,"bbox":[${drawn.bbox.map((n) => n / PER_DEGREE).join(",")}]`);
  out.text(',"features":[\n');
  for (let row = 0; row < table.rows.length; row++) {
    if (row > 0) out.text(",\n");
    out.text(propertiesText(table, table.rows[row]!));
    if (drawn) writeGeometry(out, drawn, row);
    else out.text("null");
    out.text("}");
    if (out.waiting > CHUNK) yield out.take();
  }
  out.text("\n]}\n");
  yield out.take();
}

/** A feature up to its geometry. */
function propertiesText({ fields }: Table, values: readonly Value[]): string {
  const properties = fields.map(
    ({ name }, i) => `${JSON.stringify(name)}:${JSON.stringify(values[i])}`,
  );
  const id = JSON.stringify(values[0]);
  return `{"type":"Feature","id":${id},"properties":{${properties.join(",")}},"geometry":`;
}

/** Ground in whole ten-millionths of a degree. */
interface Drawn {
  readonly shapes: Ground["shapes"];
  readonly xy: Int32Array;
  readonly polygons: readonly (readonly number[])[];
  /** West, south, east, north; none where there is no vertex. */
  readonly bbox: readonly number[] | undefined;
}

/** A vertex stands in all rings that meet in it, and is taken to degrees once. */
function inDegrees(ground: Ground): Drawn {
  const { shapes, crs } = ground;
  const { index, xy: lonLat } = uniquePoints([metresOf(ground)]);
  crs.toLonLat(lonLat);
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < lonLat.length; i += 2) {
    const x = Math.round(lonLat[i]! * PER_DEGREE);
    const y = Math.round(lonLat[i + 1]! * PER_DEGREE);
    lonLat[i] = x;
    lonLat[i + 1] = y;
    west = Math.min(west, x);
    east = Math.max(east, x);
    south = Math.min(south, y);
    north = Math.max(north, y);
  }
  const xy = new Int32Array(2 * index.length);
  for (let vertex = 0; vertex < index.length; vertex++) {
    const point = index[vertex]!;
    xy[2 * vertex] = lonLat[2 * point]!;
    xy[2 * vertex + 1] = lonLat[2 * point + 1]!;
  }
  const bbox = xy.length > 0 ? [west, south, east, north] : undefined;
  return { shapes, xy, polygons: polygonsOfShapes(shapes), bbox };
}

/** A row's polygons, but for ground too thin to be seen at seven decimals. */
function writeGeometry(out: ByteWriter, { shapes, xy, polygons }: Drawn, row: number): void {
  const { polygonRing, ringVertex } = shapes;
  let started = false;
  for (const polygon of polygons[row]!) {
    for (let ring = polygonRing[polygon]!; ring < polygonRing[polygon + 1]!; ring++) {
      const outer = ring === polygonRing[polygon];
      const vertices = distinct(xy, ringVertex[ring]!, ringVertex[ring + 1]!);
      if (vertices.length < 6) {
        if (outer) break;
        continue;
      }
      if (outer) {
        out.text(started ? "],[" : '{"type":"MultiPolygon","coordinates":[[');
        started = true;
      } else out.byte(COMMA);
      writeRing(out, vertices, outer);
    }
  }
  out.text(started ? "]]}" : "null");
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
function writeRing(out: ByteWriter, xy: readonly number[], outer: boolean): void {
  const count = xy.length / 2;
  const forward = isCounterClockwise(xy, 0, count) === outer;
  out.byte(OPEN);
  for (let i = 0; i <= count; i++) {
    if (i > 0) out.byte(COMMA);
    const v = (forward ? i : count - i) % count;
    out.position(xy[2 * v]!, xy[2 * v + 1]!);
  }
  out.byte(CLOSE);
}
