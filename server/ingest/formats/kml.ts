import { basename } from "node:path";
import { type Limits, limitsWith } from "../limits.ts";
import { fileBytes } from "./file-bytes.ts";
import type { Format, PolygonFeature, ReadOptions } from "./format.ts";
import { RingBuilder } from "./ring-builder.ts";
import { teller } from "./tell.ts";

/** XML whose first element is `kml`. */
const BEGINS = /^[^<]*<(?:[?!][^>]*>\s*<)*(?:\w+:)?kml[\s>]/;

/** How much of a text tells its encoding. */
const SNIFFED = 200;

/** The encoding that an XML text begins by naming; UTF-8 without one. */
function encodingOf(head: Buffer): string {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  const stated = /^[^>]*encoding\s*=\s*["']([\w-]+)["']/.exec(head.toString("latin1", 0, SNIFFED));
  return stated?.[1] ?? "utf-8";
}

function decoderFor(head: Buffer) {
  try {
    return new TextDecoder(encodingOf(head));
  } catch {
    return new TextDecoder();
  }
}

/**
 * Reads the placemarks of a KML text as its bytes arrive.
 *
 * @param file what messages call it
 * @throws AppError format/malformed, geometry/not-polygon, geometry/coordinate, limit/depth,
 *   limit/field-length
 */
export async function* parseKml(
  file: string,
  chunks: AsyncIterable<Buffer>,
  options: ReadOptions,
): AsyncGenerator<PolygonFeature> {
  const { KmlReader } = await import("./kml-placemarks.ts");
  const limits: Limits = limitsWith(options.limits);
  let ready: PolygonFeature[] = [];
  let index = 0;
  let links = 0;
  const tell = teller(file, options, () => index);
  const builder = new RingBuilder((x, y) =>
    tell("geometry/unclosed-ring", "A ring does not end where it began.", { place: [x, y] }),
  );
  const reader = new KmlReader(file, limits, builder, {
    tell,
    onFeature: (feature) => void ready.push({ index: index++, ...feature }),
    onLink: () => {
      links++;
    },
  });
  options.onCrs?.("OGC:CRS84");
  let decoder: ReturnType<typeof decoderFor> | undefined;
  for await (const chunk of chunks) {
    decoder ??= decoderFor(chunk);
    reader.write(decoder.decode(chunk, { stream: true }));
    yield* ready;
    ready = [];
  }
  reader.end();
  yield* ready;
  if (links > 0) {
    const message = `${file} links to data that lies elsewhere, which was not fetched.`;
    options.onNote?.({ code: "file/left-out", message });
  }
}

/** KML: longitude and latitude in WGS 84 by its standard; one feature a placemark. */
export const kml: Format = {
  id: "kml",
  title: "KML",
  extensions: [".kml"],
  gzip: true,
  sniff: (head) => BEGINS.test(head.toString("latin1")),
  read: (path, options = {}) => parseKml(basename(path), fileBytes(path, options), options),
};
