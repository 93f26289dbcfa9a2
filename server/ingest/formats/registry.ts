import { open } from "node:fs/promises";
import { basename } from "node:path";
import { AppError } from "../../core/errors.ts";
import { csv } from "./csv.ts";
import { excel } from "./excel.ts";
import { fileBytes, readFault } from "./file-bytes.ts";
import { flatgeobuf } from "./flatgeobuf.ts";
import { foreignByBytes, foreignByName } from "./foreign-kinds.ts";
import type { Format, Layer, Note, ReadOptions } from "./format.ts";
import { geojson } from "./geojson.ts";
import { geopackage } from "./geopackage.ts";
import { kml } from "./kml.ts";
import { kmz } from "./kmz.ts";
import { shapefile } from "./shapefile.ts";
import { topojson } from "./topojson.ts";
import { zipOf } from "./zip.ts";

/** Every kind of polygon file but archives of them. A new one is a file here and a line in this list. */
const SINGLE = [
  topojson,
  geojson,
  shapefile,
  geopackage,
  kml,
  kmz,
  flatgeobuf,
  csv,
  excel,
] as const satisfies readonly Format[];

const nameTells = (name: string, { extensions, gzip }: Format) =>
  extensions.some((ending) => name.endsWith(ending) || (gzip && name.endsWith(`${ending}.gz`)));

const singleByName = (path: string): Format | undefined => {
  const name = basename(path).toLowerCase();
  return SINGLE.find((format) => nameTells(name, format));
};

const zip = zipOf(singleByName);

/** Every kind of polygon file that can be read. */
export const FORMATS = [...SINGLE, zip] as const satisfies readonly Format[];

/** How much of a `.json` file tells GeoJSON from TopoJSON. */
const SNIFFED = 1 << 16;
/** How much of any file tells what it is. */
const HEAD = 1 << 12;

function unknownFormat(path: string): AppError {
  const known = FORMATS.flatMap(({ extensions }) => extensions).join(", ");
  const file = basename(path);
  const message = `${file} is of no known format. Known are ${known}; the text ones also with .gz.`;
  return new AppError("format/unknown", message, { file, known });
}

/** The format that a file's name tells, or `undefined`. */
export function formatByName(path: string): Format | undefined {
  return singleByName(path) ?? (nameTells(basename(path).toLowerCase(), zip) ? zip : undefined);
}

async function headOf(path: string): Promise<Buffer> {
  const handle = await open(path).catch((cause: unknown) => {
    throw readFault(path, cause);
  });
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    return buffer.subarray(0, bytesRead);
  } catch (cause) {
    throw readFault(path, cause);
  } finally {
    await handle.close();
  }
}

async function isTopology(path: string): Promise<boolean> {
  let head = "";
  for await (const chunk of fileBytes(path)) {
    head += chunk.toString("latin1");
    if (head.length >= SNIFFED) break;
  }
  return /"type"\s*:\s*"Topology"/.test(head.slice(0, SNIFFED));
}

/** Formats that are zip archives: which of them one is, only its name tells. */
const ZIPPED: readonly Format[] = [zip, kmz, excel];
const BRACE = 0x7b;

/** Whether a text begins as JSON does, behind white space, marks and record separators. */
const beginsAsJson = (head: Buffer) =>
  head.find((byte) => byte > 0x20 && ![0xef, 0xbb, 0xbf].includes(byte)) === BRACE;

/** The format that a file's first bytes tell, or `undefined`. */
function formatByHead(head: Buffer, named: Format | undefined): Format | undefined {
  const told = FORMATS.find(({ sniff }: Format) => sniff?.(head));
  if (told === zip && named !== undefined && ZIPPED.includes(named)) return named;
  if (told !== undefined) return told;
  if (named === topojson || named === geojson) return named;
  return beginsAsJson(head) ? geojson : undefined;
}

/** What a file is, and what is to be said where its name says another thing. */
export interface Recognised {
  readonly format: Format;
  readonly notes: readonly Note[];
}

/**
 * What a file is: by its first bytes where they tell, else by its name.
 *
 * @throws AppError format/unknown, format/other, file/missing, file/unreadable, file/empty
 */
export async function recognise(path: string): Promise<Recognised> {
  const named = formatByName(path);
  const head = await headOf(path);
  if (head.length === 0) throw new AppError("file/empty", `${path} is empty.`, { file: path });
  const foreign = foreignByBytes(path, head);
  if (foreign !== undefined) throw foreign;
  const found = formatByHead(head, named) ?? named;
  if (found === undefined) throw foreignByName(path) ?? unknownFormat(path);
  if (found === geojson && /\.json(?:\.gz)?$/i.test(path) && (await isTopology(path))) {
    return { format: topojson, notes: [] };
  }
  if (named === undefined || found === named) return { format: found, notes: [] };
  const message = `${basename(path)} is named as ${named.title}, but is ${found.title}; it was read as that.`;
  return { format: found, notes: [{ code: "file/extension", message }] };
}

/** The format of a file; throws as {@link recognise} does. */
export const formatOf = async (path: string): Promise<Format> => (await recognise(path)).format;

/**
 * The layers of a file: one of the file's own name where its format has no layers.
 *
 * @throws AppError of the format's reader, format/unknown, format/other
 */
export async function layersOf(path: string, options?: ReadOptions): Promise<readonly Layer[]> {
  const format = await formatOf(path);
  if (format.layers) return format.layers(path, options);
  const name = basename(path).replace(/\.[^.]+(?:\.gz)?$/i, "");
  return [{ name, geometry: undefined, features: undefined }];
}
