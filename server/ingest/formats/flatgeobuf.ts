import { basename } from "node:path";
import type { Geometry } from "flatgeobuf/lib/mjs/flat-geobuf/geometry.js";
import type { HeaderMeta } from "flatgeobuf/lib/mjs/header-meta.js";
import { AppError } from "../../core/errors.ts";
import { wholeFile } from "./file-bytes.ts";
import type { Format, Note, PolygonFeature, ReadOptions } from "./format.ts";
import { RingBuilder } from "./ring-builder.ts";
import { endPolygon, type Tell, teller } from "./tell.ts";

const MAGIC = Buffer.from("666762", "hex");
const MAGIC_LENGTH = 8;
const LENGTH = 4;
const DEEPEST = 32;
/** GeometryType of the package, of which only these hold polygons. */
const POLYGON = 3;
const MULTIPOLYGON = 6;
const COLLECTION = 7;
const NAMES = ["", "Point", "LineString", "Polygon", "MultiPoint", "MultiLineString"] as const;

function malformed(file: string, why: string): AppError {
  return new AppError("format/malformed", `${file} is no FlatGeobuf that can be read: ${why}.`, {
    file,
  });
}

/** A message of the package, or of the runtime about bytes that are not there, in one clause. */
const reason = (cause: unknown) =>
  (cause instanceof Error ? cause.message : String(cause)).replace(/\.$/, "");

interface Opened {
  readonly header: HeaderMeta;
  /** Where the first feature begins. */
  readonly start: number;
}

async function openHeader(bytes: Buffer, file: string): Promise<Opened> {
  if (!bytes.subarray(0, 3).equals(MAGIC)) throw malformed(file, "it does not begin as one");
  const { ByteBuffer } = await import("flatbuffers");
  const { fromByteBuffer } = await import("flatgeobuf/lib/mjs/header-meta.js");
  const { calcTreeSize } = await import("flatgeobuf/lib/mjs/packedrtree.js");
  try {
    const length = bytes.readUInt32LE(MAGIC_LENGTH);
    const end = MAGIC_LENGTH + LENGTH + length;
    if (end > bytes.length) throw malformed(file, "its head is longer than the file");
    const buffer = new ByteBuffer(bytes.subarray(0, end));
    buffer.setPosition(MAGIC_LENGTH);
    const header = fromByteBuffer(buffer);
    const { indexNodeSize, featuresCount } = header;
    const indexed = indexNodeSize > 0 && featuresCount > 0;
    const start = end + (indexed ? calcTreeSize(featuresCount, indexNodeSize) : 0);
    if (!(start <= bytes.length)) throw malformed(file, "its index is longer than the file");
    return { header, start };
  } catch (cause) {
    throw cause instanceof AppError ? cause : malformed(file, reason(cause));
  }
}

/** Counts are believed only as far as the feature's bytes bear them out, however they point. */
interface Budget {
  left: number;
}

function spend(budget: Budget, bytes: number): void {
  budget.left -= bytes;
  if (budget.left < 0) throw new RangeError("it states more than its bytes hold");
}

function addPolygon(geometry: Geometry, builder: RingBuilder, tell: Tell, budget: Budget): void {
  const numbers = geometry.xyLength();
  spend(budget, 8 * numbers + 4 * geometry.endsLength());
  const ends = geometry.endsLength() > 0 ? [...(geometry.endsArray() ?? [])] : [numbers / 2];
  const mark = builder.mark();
  let finite = true;
  let at = 0;
  for (const end of ends) {
    if (end < at || 2 * end > numbers) throw new RangeError("its rings do not follow each other");
    for (; at < end; at++) {
      const [x, y] = [geometry.xy(2 * at) ?? Number.NaN, geometry.xy(2 * at + 1) ?? Number.NaN];
      finite &&= Number.isFinite(x) && Number.isFinite(y);
      builder.vertex(x, y);
    }
    builder.endRing();
  }
  endPolygon(builder, mark, finite, tell);
}

function addGeometry(
  geometry: Geometry,
  stated: number,
  builder: RingBuilder,
  tell: Tell,
  budget: Budget,
  depth = 0,
): void {
  const type = stated === 0 ? geometry.type() : stated;
  if (depth > DEEPEST) throw new RangeError("it is nested too deep");
  if (type === POLYGON) addPolygon(geometry, builder, tell, budget);
  else if (type === MULTIPOLYGON || type === COLLECTION) {
    const inside = type === MULTIPOLYGON ? POLYGON : 0;
    spend(budget, 4 * geometry.partsLength());
    for (let i = 0; i < geometry.partsLength(); i++) {
      const part = geometry.parts(i);
      if (part) addGeometry(part, inside, builder, tell, budget, depth + 1);
    }
  } else {
    const name = NAMES[type] || `kind ${type}`;
    const place =
      geometry.xyLength() < 2 ? undefined : ([geometry.xy(0)!, geometry.xy(1)!] as const);
    const message = `The geometry is "${name}"; only polygons can be read.`;
    tell("geometry/not-polygon", message, { place, detail: { type: name } });
  }
}

/** The package sets values by name, and one of the names could be `__proto__`: so by number. */
function numbered(header: HeaderMeta): HeaderMeta["columns"] {
  return (header.columns ?? []).map((column, i) => ({ ...column, name: String(i) }));
}

/** @param stated features that the head of the file states; 0 where it does not */
function notRead(file: string, read: number, stated: number): Note {
  const of = stated > read ? ` of ${stated.toLocaleString("en-GB")}` : "";
  const message = `${file} is cut short: ${read.toLocaleString("en-GB")}${of} features could be read. Export it anew.`;
  return { code: "file/left-out", message };
}

async function* read(path: string, options: ReadOptions = {}): AsyncGenerator<PolygonFeature> {
  const file = basename(path);
  const bytes = await wholeFile(path, options);
  const { header, start } = await openHeader(bytes, file);
  const { ByteBuffer } = await import("flatbuffers");
  const { Feature } = await import("flatgeobuf/lib/mjs/flat-geobuf/feature.js");
  const { parseProperties } = await import("flatgeobuf/lib/mjs/generic/feature.js");
  const stated = header.crs?.code ? `EPSG:${header.crs.code}` : header.crs?.wkt;
  if (stated) options.onCrs?.(stated);
  const columns = numbered(header);
  const names = (header.columns ?? []).map(({ name }) => name);
  let index = 0;
  const tell = teller(file, options, () => index);
  const builder = new RingBuilder((x, y) =>
    tell("geometry/unclosed-ring", "A ring does not end where it began.", { place: [x, y] }),
  );
  for (let at = start; at < bytes.length; index++) {
    const length = at + LENGTH > bytes.length ? bytes.length : bytes.readUInt32LE(at);
    if (at + LENGTH + length > bytes.length) {
      if (!options.onFinding) {
        throw malformed(file, `feature ${index + 1} is longer than the file`);
      }
      // Nothing says where the next one begins: what was read is kept, and the rest is said.
      tell("record/damaged", "It is longer than the file: what follows cannot be found.");
      options.onNote?.(notRead(file, index, header.featuresCount));
      builder.clear();
      yield { index, id: undefined, properties: {}, ...builder.take() };
      return;
    }
    // A copy of its own: the numbers in it are read where they stand, which must be on whole words.
    const own = new Uint8Array(2 * LENGTH + length);
    own.set(bytes.subarray(at, at + LENGTH + length), LENGTH);
    at += LENGTH + length;
    builder.clear();
    let properties: Record<string, unknown> = {};
    try {
      const buffer = new ByteBuffer(own);
      buffer.setPosition(LENGTH);
      const feature = Feature.getSizePrefixedRootAsFeature(buffer);
      const values = parseProperties(feature, columns) ?? {};
      properties = Object.fromEntries(names.map((name, i) => [name, values[String(i)] ?? null]));
      const geometry = feature.geometry();
      if (geometry === null) tell("geometry/null", "There is no geometry.");
      else addGeometry(geometry, header.geometryType, builder, tell, { left: length });
    } catch (cause) {
      if (cause instanceof AppError) throw cause;
      builder.clear();
      tell("record/damaged", `It is damaged: ${reason(cause)}.`);
    }
    yield { index, id: undefined, properties, ...builder.take() };
  }
}

/** FlatGeobuf by its own package, feature by feature, each within the length that it states. */
export const flatgeobuf: Format = {
  id: "fgb",
  title: "FlatGeobuf",
  extensions: [".fgb"],
  gzip: false,
  sniff: (head) => head.subarray(0, 3).equals(MAGIC),
  read,
};
