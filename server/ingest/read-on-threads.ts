import { randomUUID } from "node:crypto";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import type { Threads } from "../threads/pool.ts";
import { unpackFeatures } from "./feature-pack.ts";
import { type FileContent, featureMeter } from "./file-content.ts";
import { cutGeoJson } from "./geojson-cuts.ts";
import { LIMITS } from "./limits.ts";
import { type ReadOutput, type ReadPiece, task } from "./read-stretch.ts";

/** How a reading is followed and stopped. */
export interface ReadingOptions {
  readonly signal?: AbortSignal | undefined;
  /** The one layer to read of each file, by name. */
  readonly layer?: string | undefined;
  /** Told how much of all files has been read, 0 to 1. */
  readonly onShare?: (share: number) => void;
}

/**
 * Reads files on all threads: small ones whole, large GeoJSON ones in stretches.
 *
 * @returns for each path what reading it in one go would give; `undefined` where it is to be read
 *   so, because it is at fault or could not be cut
 * @throws AppError work/cancelled, work/thread-lost
 */
export async function readOnThreads(
  threads: Threads,
  paths: readonly string[],
  { signal, layer, onShare }: ReadingOptions,
): Promise<readonly (FileContent | undefined)[]> {
  const sizes = await Promise.all(paths.map(sizeOf));
  const total = Math.max(1, sizes.reduce((sum, size) => sum + size, 0) / 1024);
  const piecesOf = await Promise.all(paths.map((path, i) => planOf(path, sizes[i]!, layer)));
  const pieces = piecesOf.flat();
  const onDone = (amount: number) => onShare?.(Math.min(1, amount / total));
  const input = { pieces, probe: randomUUID() };
  const outputs = await threads.spread(task, input, pieces.length, { signal, onDone });
  let at = 0;
  return piecesOf.map((own, i) => {
    const start = at;
    at += own.length;
    return contentOf(outputs.slice(start, at), basename(paths[i]!));
  });
}

const sizeOf = async (path: string) => (await stat(path).catch(() => undefined))?.size ?? 0;

/** The pieces of one file; of a cut one the hash comes first, as it takes the longest. */
async function planOf(
  path: string,
  size: number,
  layer: string | undefined,
): Promise<readonly ReadPiece[]> {
  const stretches = await cutGeoJson(path, size).catch(() => []);
  if (stretches.length < 2) return [{ kind: "whole", path, layer }];
  const last = stretches.length - 1;
  return [
    { kind: "hash", path },
    ...stretches.map(
      (stretch, i) =>
        ({ kind: "stretch", path, stretch, isFirst: i === 0, isLast: i === last }) as const,
    ),
  ];
}

function contentOf(outputs: readonly ReadOutput[], file: string): FileContent | undefined {
  const hashed = outputs.find(({ sha256 }) => sha256 !== undefined);
  const packs = outputs.flatMap(({ pack }) => (pack === undefined ? [] : [pack]));
  const expected = outputs.length === 1 ? 1 : outputs.length - 1;
  if (hashed?.sha256 === undefined || packs.length < expected) return undefined;
  const stated = outputs.find((output) => output.stated !== undefined)?.stated;
  const notes = outputs.flatMap((output) => output.notes ?? []);
  const features = unpackFeatures(packs);
  // Each stretch was within the limits; whether all together are is not known before.
  const meter = featureMeter(LIMITS, file);
  for (const feature of features) meter(feature);
  return { sha256: hashed.sha256, stated, notes, features };
}
