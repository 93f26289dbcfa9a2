import { basename } from "node:path";
import { open } from "shapefile";
import { AppError } from "../../core/errors.ts";
import { fileBytes } from "./file-bytes.ts";
import type { Format, PolygonFeature, ReadOptions } from "./format.ts";
import { polygonFeature } from "./geometry-rings.ts";
import { RingBuilder } from "./ring-builder.ts";

/** The header states the file's length in 16-bit words at byte 24. */
const HEADER = 100;
const FILE_CODE = 9994;

async function wholeFile(path: string, options: ReadOptions): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of fileBytes(path, options)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** A file that goes with the `.shp` under another ending, in lower or upper case, if it is there. */
async function companion(path: string, ending: string, options: ReadOptions) {
  const stem = path.slice(0, -".shp".length);
  for (const candidate of [`${stem}${ending}`, `${stem}${ending.toUpperCase()}`]) {
    try {
      return await wholeFile(candidate, options);
    } catch (cause) {
      const absent = cause instanceof AppError && cause.code === "file/missing";
      if (!absent) throw cause;
    }
  }
  return undefined;
}

/** The parser stops at a missing record without a word, so a file cut short is caught here. */
function checkLength(shp: Buffer, file: string): void {
  if (shp.length < HEADER || shp.readInt32BE(0) !== FILE_CODE) {
    throw new AppError("format/malformed", `${file} is no shapefile.`, { file });
  }
  const stated = 2 * shp.readInt32BE(24);
  if (shp.length < stated) {
    const message = `${file} is cut short: it has ${shp.length} of the ${stated} bytes it states.`;
    throw new AppError("format/malformed", message, { file, bytes: shp.length, stated });
  }
}

/** The encoding that a `.cpg` file names; Windows-1252, the format's custom, without one. */
function encodingOf(cpg: Buffer | undefined): string {
  const name = cpg?.toString("latin1").trim().toLowerCase() ?? "";
  if (/^utf-?8$/.test(name)) return "utf-8";
  const page = /^(?:ansi |windows-|cp)?(125\d)$/.exec(name)?.[1];
  return `windows-${page ?? 1252}`;
}

async function* read(path: string, options: ReadOptions = {}): AsyncGenerator<PolygonFeature> {
  const file = basename(path);
  const shp = await wholeFile(path, options);
  checkLength(shp, file);
  const dbf = await companion(path, ".dbf", options);
  const prj = await companion(path, ".prj", options);
  const cpg = await companion(path, ".cpg", options);
  if (prj) options.onCrs?.(prj.toString("utf8").trim());
  const builder = new RingBuilder();
  let index = 0;
  try {
    const records = await open(shp, dbf, { encoding: encodingOf(cpg) });
    for (let next = await records.read(); !next.done; next = await records.read()) {
      yield polygonFeature(next.value, index++, builder, file);
    }
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    const why = cause instanceof Error ? cause.message : String(cause);
    const message = `${file}, record ${index + 1} is damaged (${why}).`;
    throw new AppError("format/malformed", message, { file, feature: index + 1 });
  }
}

/**
 * A `.shp` with, where they lie beside it, its `.dbf` (attributes), `.prj` (coordinate reference
 * system) and `.cpg` (encoding). `onBytes` is told of their bytes one file after the other.
 */
export const shapefile: Format = {
  id: "shapefile",
  title: "Shapefile",
  extensions: [".shp"],
  gzip: false,
  read,
};
