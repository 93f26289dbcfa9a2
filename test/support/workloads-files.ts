import { closeSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import type { Shapes } from "../../server/core/overlay/model.ts";
import type { Feature, Ground } from "./workloads-ground.ts";

const MAGIC = 0x50_57_4b_31;
const HEADER_WORDS = 5;
const FLUSH_CHARACTERS = 1 << 20;

/** Writes shapes as one flat file of 32-bit words: header, then the four arrays. */
export function writeShapes(path: string, shapes: Shapes): void {
  const { count, polygonShape, polygonRing, ringVertex, xy } = shapes;
  const header = Int32Array.of(MAGIC, count, polygonShape.length, ringVertex.length - 1, xy.length);
  whole(path, (file) => {
    for (const part of [header, polygonShape, polygonRing, ringVertex, xy]) {
      writeSync(file, new Uint8Array(part.buffer, part.byteOffset, part.byteLength));
    }
  });
}

/** Reads what `writeShapes` wrote. */
export function readShapes(path: string): Shapes {
  const raw = readFileSync(path);
  const words = new Int32Array(raw.buffer.slice(raw.byteOffset, raw.byteOffset + raw.byteLength));
  const [magic, count = 0, polygons = 0, rings = 0, coordinates = 0] = words;
  if (magic !== MAGIC)
    throw new Error(`${path} is not a workload: delete it to have it made again`);
  let from = HEADER_WORDS;
  const take = (length: number) => {
    from += length;
    return words.subarray(from - length, from);
  };
  return {
    count,
    polygonShape: take(polygons),
    polygonRing: take(polygons + 1),
    ringVertex: take(rings + 1),
    xy: take(coordinates),
  };
}

/** Writes the features as GeoJSON, either in metres of the national grid or in WGS 84 degrees. */
export function writeGeojson(
  path: string,
  ground: Ground,
  features: readonly Feature[],
  unit: "metres" | "degrees",
): void {
  const { lon, lat, x, y } = ground;
  const place = (id: number) =>
    unit === "metres" ? `[${x[id]! / 1000},${y[id]! / 1000}]` : `[${lon[id]},${lat[id]}]`;
  const ringText = (ring: Int32Array) => {
    let text = "[";
    for (const id of ring) text += `${place(id)},`;
    return `${text}${place(ring[0]!)}]`;
  };
  whole(path, (file) => {
    let text = '{"type":"FeatureCollection","features":[';
    features.forEach((feature, i) => {
      const polygons = feature.map((rings) => `[${rings.map(ringText).join(",")}]`).join(",");
      text += `${i === 0 ? "" : ","}\n{"type":"Feature","properties":{"id":"s${i}"},"geometry":`;
      text += `{"type":"MultiPolygon","coordinates":[${polygons}]}}`;
      if (text.length > FLUSH_CHARACTERS) {
        writeSync(file, text);
        text = "";
      }
    });
    writeSync(file, `${text}\n]}\n`);
  });
}

/** Writes beside the file and renames, so that a broken run leaves no half file behind. */
function whole(path: string, write: (file: number) => void): void {
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(`${path}.part`, "w");
  try {
    write(file);
  } finally {
    closeSync(file);
  }
  renameSync(`${path}.part`, path);
}
