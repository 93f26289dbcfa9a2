import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
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

const CHUNK = 1 << 19;
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
      if (piece.kind === "hash") return { sha256: await hashOf(piece.path, work) };
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

async function readWhole(path: string, layer: string | undefined, work: Work): Promise<ReadOutput> {
  const onBytes = (bytes: Uint8Array) => {
    if (work.stopped()) throw cancelled(path);
    work.advance(kilobytes(bytes.length));
  };
  const { sha256, stated, features, notes } = await readContent(path, { onBytes, layer });
  return { sha256, stated, notes, pack: packFeatures(features) };
}

async function hashOf(path: string, work: Work): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK })) {
    if (work.stopped()) throw cancelled(path);
    hash.update(chunk);
  }
  return hash.digest("hex");
}

type StretchPiece = Extract<ReadPiece, { kind: "stretch" }>;

async function readStretch(
  { path, stretch, isFirst, isLast }: StretchPiece,
  probe: string,
  work: Work,
): Promise<ReadOutput> {
  async function* chunks(): AsyncGenerator<Buffer> {
    if (!isFirst) yield Buffer.from(HEAD);
    const { from, to } = stretch;
    const stream = createReadStream(path, { start: from, end: to - 1, highWaterMark: CHUNK });
    for await (const chunk of stream) {
      if (work.stopped()) throw cancelled(path);
      work.advance(kilobytes(chunk.length));
      yield chunk;
    }
    if (!isLast) yield Buffer.from(`,{"type":"Feature","id":"${probe}","geometry":null}]}`);
  }
  let stated: string | undefined;
  const features: PolygonFeature[] = [];
  const onCrs = (text: string) => {
    stated ??= text;
  };
  const file = basename(path);
  const meter = featureMeter(LIMITS, file);
  for await (const feature of parseGeoJson(file, chunks(), { onCrs })) {
    meter(feature);
    features.push(feature);
  }
  if (!isLast && features.pop()?.id !== probe) return {};
  return { stated, pack: packFeatures(features) };
}
