import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { AppError } from "../core/errors.ts";
import { type Bounds, boundsOf, unionOfBounds } from "../core/geometry/bounds.ts";
import { assumedCrs, type Crs, statedCrs } from "./crs.ts";
import { type FileContent, readContent } from "./file-content.ts";
import type { Finding, Note, PolygonFeature } from "./formats/format.ts";
import type { Limits } from "./limits.ts";

/** A polygon file that was read, with its features in its own coordinates. */
export interface PolygonFile {
  readonly path: string;
  /** Hexadecimal SHA-256 of the file as stored. */
  readonly sha256: string;
  readonly crs: Crs;
  /** How the system is known. */
  readonly crsBasis: "option" | "file" | "range";
  readonly features: readonly PolygonFeature[];
  /** Of all features, in the file's own coordinates; `undefined` when there is no vertex. */
  readonly bounds: Bounds | undefined;
  /** What holds for the file as a whole. */
  readonly notes: readonly Note[];
}

/** What a caller may want of the reading. */
export interface FileOptions {
  /** The system of the files, as a person gave it; it overrules what they state. */
  readonly crs?: string | undefined;
  /** Told how much of the file has been read, 0 to 1. */
  readonly onShare?: (share: number) => void;
  /** Told of what is wrong with single features, which then is no reason to refuse the file. */
  readonly onFinding?: ((finding: Finding) => void) | undefined;
  /** The one layer to read, by name. */
  readonly layer?: string | undefined;
  /** Overrides of the stated limits, for tests. */
  readonly limits?: Partial<Limits> | undefined;
  readonly signal?: AbortSignal | undefined;
}

async function sizeOf(path: string): Promise<number> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) {
    throw new AppError("file/missing", `${path} does not exist.`, { file: path });
  }
  return Math.max(1, found.size);
}

/**
 * Settles the system of a file's coordinates.
 *
 * @throws AppError crs/unknown
 */
export async function polygonFileOf(
  path: string,
  { sha256, stated, features, notes }: FileContent,
  given: string | undefined,
): Promise<PolygonFile> {
  const boxes = features.map(({ xy }) => boundsOf(xy)).filter((box) => box !== undefined);
  const bounds = unionOfBounds(boxes);
  const file = basename(path);
  const text = given ?? stated;
  const crs =
    text === undefined
      ? assumedCrs(bounds ?? [0, 0, 0, 0], file)
      : await statedCrs(text, given === undefined ? file : "--crs");
  const doubted: readonly Note[] =
    crs.doubt === undefined
      ? notes
      : [...notes, { code: "crs/accuracy", message: `${file}: ${crs.doubt}` }];
  const crsBasis = given !== undefined ? "option" : stated === undefined ? "range" : "file";
  return { path, sha256, crs, crsBasis, features, bounds, notes: doubted };
}

/**
 * Reads one polygon file whole: its features, its hash and the system of its coordinates.
 *
 * @throws AppError of the format's reader, format/unknown, crs/unknown, work/cancelled
 */
export async function readPolygonFile(
  path: string,
  options: FileOptions = {},
): Promise<PolygonFile> {
  const size = await sizeOf(path);
  let bytes = 0;
  const { onFinding, layer, limits } = options;
  const onBytes = (chunk: Uint8Array) => {
    if (options.signal?.aborted) {
      throw new AppError("work/cancelled", `Reading ${path} was cancelled.`, { file: path });
    }
    bytes += chunk.length;
    options.onShare?.(Math.min(1, bytes / size));
  };
  const content = await readContent(path, {
    onBytes,
    layer,
    limits,
    ...(onFinding && { onFinding }),
  });
  return polygonFileOf(path, content, options.crs);
}
