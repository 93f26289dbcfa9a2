import { basename } from "node:path";
import { AppError } from "../../core/errors.ts";
import { fileBytes } from "./file-bytes.ts";
import type { Format, PolygonFeature, ReadOptions } from "./format.ts";
import { GeoJsonParser } from "./geojson-parser.ts";
import { JsonBytes } from "./json-bytes.ts";

/**
 * Reads the polygon features of a GeoJSON text as its bytes arrive: the text is never held whole,
 * and coordinates go from the bytes into arrays without any object between.
 *
 * @param name what messages call the file
 * @throws AppError format/malformed, geometry/not-polygon, geometry/coordinate
 */
export async function* parseGeoJson(
  name: string,
  chunks: AsyncIterable<Buffer>,
  onCrs: (text: string) => void = () => undefined,
): AsyncGenerator<PolygonFeature> {
  const source = new JsonBytes(name);
  let ready: PolygonFeature[] = [];
  const steps = new GeoJsonParser(source, (feature) => ready.push(feature), onCrs).texts();
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
    parseGeoJson(basename(path), fileBytes(path, options), options.onCrs),
};
