import { createHash } from "node:crypto";
import { closeSync, openSync, readSync } from "node:fs";
import { basename } from "node:path";
import { AppError } from "../core/errors.ts";
import type { Task, Work } from "../threads/task.ts";
import { type FeaturePack, packFeatures } from "./feature-pack.ts";
import { featureMeter, readContent } from "./file-content.ts";
import type { Note, PolygonFeature } from "./formats/format.ts";
import { parseGeoJson } from "./formats/geojson.ts";
import type { Stretch } from "./geojson-cuts.ts";
import { LIMITS } from "./limits.ts";

/** One thread's work: to read a file whole, to parse a stretch of one, or to hash one. */
export type ReadPiece =
  | { readonly kind: "whole"; readonly path: string; readonly layer: string | undefined }
  | { readonly kind: "hash"; readonly path: string }
  | {
      readonly kind: "stretch";
      readonly path: string;
      readonly stretch: Stretch;
      readonly isFirst: boolean;
      readonly isLast: boolean;
    };

/** All pieces of a job. */
export interface ReadPieces {
  readonly pieces: readonly ReadPiece[];
  /** An id that no feature has. */
  readonly probe: string;
}

/** What came of a piece: nothing where it failed, and then the file is read again, in one go. */
export interface ReadOutput {
  readonly pack?: FeaturePack;
  readonly sha256?: string;
  readonly stated?: string | undefined;
  readonly notes?: readonly Note[];
}

/** What is hashed or parsed at a time: no more than a core's own cache holds. */
const BLOCK = 1 << 18;
/** Fewer than nearly all files take for a coordinate and its comma. */
const BYTES_A_NUMBER = 6;
const HEAD = '{"type":"FeatureCollection","features":[';

/**
 * Reads a piece.
 *
 * A stretch is parsed as if its file began with it, after {@link HEAD}; and where another stretch
 * follows, as if the file ended there with one feature more, the probe. If the probe is read as a
 * feature, the parser was between two features of a collection, so that the next stretch did begin
 * where and how it was supposed to. If it is not, or if anything is wrong, the cut was no good.
 */
export const task: Task<ReadPieces, ReadOutput> = {
  module: import.meta.url,
  async run({ pieces, probe }, number, work) {
    const piece = pieces[number]!;
    try {
      if (piece.kind === "hash") return { sha256: hashOf(piece.path, work) };
      if (piece.kind === "stretch") return await readStretch(piece, probe, work);
      return await readWhole(piece.path, piece.layer, work);
    } catch (error) {
      // A file at fault is read once more in one go, which finds the same fault in the right order.
      if (error instanceof AppError || isSystemFault(error)) return {};
      throw error;
    }
  },
  leaving: ({ pack }) =>
    pack ? [pack.xy.buffer, pack.ringVertex.buffer, pack.polygonRing.buffer] : [],
};

const isSystemFault = (error: unknown) => error instanceof Error && "syscall" in error;

/** Kilobytes, since the count of what is done has 31 bits. */
const kilobytes = (bytes: number) => Math.round(bytes / 1024);

function cancelled(path: string): AppError {
  return new AppError("work/cancelled", `Reading ${path} was cancelled.`, { file: path });
}

/** The file became shorter since it was cut into stretches: that reading it again will tell. */
const cutShort = (path: string) =>
  new AppError("file/unreadable", `${path} changed while it was read.`, { file: path });

async function readWhole(path: string, layer: string | undefined, work: Work): Promise<ReadOutput> {
  const onBytes = (bytes: Uint8Array) => {
    if (work.stopped()) throw cancelled(path);
    work.advance(kilobytes(bytes.length));
  };
  const { sha256, stated, features, notes } = await readContent(path, { onBytes, layer });
  return { sha256, stated, notes, pack: packFeatures(features) };
}

/**
 * Read without events: a thread that does nothing else meanwhile reads twice as fast so, and what it
 * reads at a time is some milliseconds.
 */
function hashOf(path: string, work: Work): string {
  const hash = createHash("sha256");
  const block = Buffer.allocUnsafe(BLOCK);
  const file = openSync(path, "r");
  try {
    for (let read = readSync(file, block); read > 0; read = readSync(file, block)) {
      if (work.stopped()) throw cancelled(path);
      hash.update(block.subarray(0, read));
    }
  } finally {
    closeSync(file);
  }
  return hash.digest("hex");
}

type StretchPiece = Extract<ReadPiece, { kind: "stretch" }>;

/** A stretch as a text of its own, in chunks that are lent: all come through one buffer. */
function* chunksOf(
  { path, stretch: { from, to }, isFirst, isLast }: StretchPiece,
  probe: string,
): Generator<Buffer> {
  if (!isFirst) yield Buffer.from(HEAD);
  const block = Buffer.allocUnsafeSlow(Math.min(BLOCK, to - from));
  const file = openSync(path, "r");
  try {
    for (let at = from; at < to; ) {
      const read = readSync(file, block, 0, Math.min(block.length, to - at), at);
      if (read === 0) throw cutShort(path);
      yield block.subarray(0, read);
      at += read;
    }
  } finally {
    closeSync(file);
  }
  if (!isLast) yield Buffer.from(`,{"type":"Feature","id":"${probe}","geometry":null}]}`);
}

async function readStretch(piece: StretchPiece, probe: string, work: Work): Promise<ReadOutput> {
  const { path, stretch, isLast } = piece;
  if (work.stopped()) throw cancelled(path);
  let stated: string | undefined;
  const features: PolygonFeature[] = [];
  const onCrs = (name: string) => {
    stated ??= name;
  };
  const file = basename(path);
  const meter = featureMeter(LIMITS, file);
  const bytes = stretch.to - stretch.from;
  const room = Math.ceil(bytes / BYTES_A_NUMBER);
  for await (const feature of parseGeoJson(file, chunksOf(piece, probe), { onCrs, room })) {
    meter(feature);
    features.push(feature);
  }
  work.advance(kilobytes(bytes));
  if (!isLast && features.pop()?.id !== probe) return {};
  return { stated, pack: packFeatures(features) };
}
