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
  const steps = new GeoJsonParser(source, { onFeature, onCrs, onFinding }, room).texts();
  for await (const chunk of chunks) {
    source.push(chunk);
    steps.next();
    yield* ready;
    ready = [];
  }
  if (source.length() === 0) throw new AppError("file/empty", `${name} is empty.`, { file: name });
  source.final = true;
  const { done } = steps.next();
  yield* ready;
  if (!done) {
    source.fail(
      "format/malformed",
      "The file is cut short: it ends inside a value.",
      source.bytes.length,
    );
  }
}

export const geojson: Format = {
  id: "geojson",
  title: "GeoJSON",
  extensions: [".geojson", ".json", ".geojsonl", ".geojsons", ".ndjson"],
  gzip: true,
  read: (path, options: ReadOptions = {}) =>
    parseGeoJson(basename(path), fileBytes(path, options), options),
};
