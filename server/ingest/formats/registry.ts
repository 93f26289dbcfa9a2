import { basename } from "node:path";
import { AppError } from "../../core/errors.ts";
import { fileBytes } from "./file-bytes.ts";
import type { Format } from "./format.ts";
import { geojson } from "./geojson.ts";
import { shapefile } from "./shapefile.ts";
import { topojson } from "./topojson.ts";

/** Every kind of polygon file that can be read. A new one is a file here and a line in this list. */
export const FORMATS = [topojson, geojson, shapefile] as const satisfies readonly Format[];

/** How much of a `.json` file tells GeoJSON from TopoJSON. */
const SNIFFED = 1 << 16;

function unknownFormat(path: string): AppError {
  const known = FORMATS.flatMap(({ extensions }) => extensions).join(", ");
  const file = basename(path);
  const message = `${file} is of no known format. Known are ${known}; the JSON ones also with .gz.`;
  return new AppError("format/unknown", message, { file, known });
}

/** The format that a file's name tells, or `undefined`. */
export function formatByName(path: string): Format | undefined {
  const name = basename(path).toLowerCase();
  return FORMATS.find(({ extensions, gzip }) =>
    extensions.some((ending) => name.endsWith(ending) || (gzip && name.endsWith(`${ending}.gz`))),
  );
}

async function isTopology(path: string): Promise<boolean> {
  let head = "";
  for await (const chunk of fileBytes(path)) {
    head += chunk.toString("latin1");
    if (head.length >= SNIFFED) break;
  }
  return /"type"\s*:\s*"Topology"/.test(head.slice(0, SNIFFED));
}

/**
 * The format of a file: by its name, and for `.json` by what it begins with.
 *
 * @throws AppError format/unknown, file/missing, file/unreadable, file/empty
 */
export async function formatOf(path: string): Promise<Format> {
  const format = formatByName(path);
  if (format === undefined) throw unknownFormat(path);
  const ambiguous = /\.json(?:\.gz)?$/i.test(path) && format.id === geojson.id;
  return ambiguous && (await isTopology(path)) ? topojson : format;
}
