import { basename } from "node:path";
import { AppError } from "../../core/errors.ts";
import { limitsWith } from "../limits.ts";
import { fileBytes } from "./file-bytes.ts";
import type { Format, PolygonFeature, ReadOptions } from "./format.ts";
import { GeoJsonParser } from "./geojson-parser.ts";
import { JsonBytes } from "./json-bytes.ts";

/** What is to be heard of a text beside its features. */
export type GeoJsonOptions = Pick<ReadOptions, "onCrs" | "onFinding" | "limits"> & {
  /** Coordinates that are expected: all features then lie end to end in one array. */
  readonly room?: number;
};

/**
 * Reads the polygon features of a GeoJSON text as its bytes arrive: the text is never held whole,
 * and coordinates go from the bytes into arrays without any object between.
 *
 * @param name what messages call the file
 * @param chunks may be lent: each is copied before the next is asked for
 * @throws AppError format/malformed, geometry/not-polygon, geometry/coordinate, limit/depth,
 *   limit/field-length
 */
export async function* parseGeoJson(
  name: string,
  chunks: AsyncIterable<Buffer> | Iterable<Buffer>,
  { onCrs = () => undefined, onFinding, limits, room }: GeoJsonOptions = {},
): AsyncGenerator<PolygonFeature> {
  const source = new JsonBytes(name, limitsWith(limits));
  let ready: PolygonFeature[] = [];
  const onFeature = (feature: PolygonFeature) => void ready.push(feature);
  const listener = { onFeature, onCrs, onFinding };
  const steps = new GeoJsonParser(source, listener, room).texts(LINES.test(name));
  for await (const chunk of chunks) {
    source.push(chunk);
    steps.next();
    yield* ready;
    ready = [];
  }
  if (source.length() === 0) throw new AppError("file/empty", `${name} is empty.`, { file: name });
  source.final = true;
  // Where the reading waits for bytes that do not come, the text is cut short: in a file of lines that
  // costs its last record, any other is refused.
  if (!steps.next().done) {
    const what = "The file is cut short: it ends inside a value.";
    steps.throw(source.fault("format/malformed", what, source.bytes.length));
  }
  yield* ready;
}

/** Names of files that have a text on each line. */
const LINES = /\.(geojsonl|geojsons|ndjson)(\.gz)?$/i;

export const geojson: Format = {
  id: "geojson",
  title: "GeoJSON",
  extensions: [".geojson", ".json", ".geojsonl", ".geojsons", ".ndjson"],
  gzip: true,
  read: (path, options: ReadOptions = {}) =>
    parseGeoJson(basename(path), fileBytes(path, options, true), options),
};
