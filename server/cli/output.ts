import { createHash } from "node:crypto";
import { closeSync, existsSync, openSync, renameSync, rmSync, statSync, writeSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import type { Writable } from "node:stream";
import { setImmediate } from "node:timers/promises";
import { AppError } from "../core/errors.ts";
import { pathFrom, type World } from "./world.ts";

type Chunk = string | Uint8Array;

/** What was written where: for `--json`. */
export interface Written {
  readonly out: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** One JSON document on standard output. */
export async function printJson(world: World, document: unknown): Promise<void> {
  await print(world, [`${JSON.stringify(document)}\n`]);
}

/** Chunks to standard output, at the reader's pace. A reader that went away ends it quietly. */
export async function print(world: World, chunks: Iterable<Chunk>): Promise<void> {
  for (const chunk of chunks) {
    if (!(await isHeard(world, chunk))) return;
  }
}

/**
 * Until all that was written to standard output has gone out.
 *
 * @throws AppError file/write where it cannot, as on a full disk
 */
export async function printed(world: World): Promise<void> {
  await isHeard(world, "");
}

/** Write a chunk; whether somebody still reads. */
function isHeard(world: World, chunk: Chunk): Promise<boolean> {
  return new Promise((done, failed) => {
    const answer = (error: (Error & { code?: string }) | null | undefined) => {
      if (!error) done(true);
      else if (error.code === "EPIPE") done(false);
      else failed(writeError(error, "Standard output"));
    };
    const { errored } = world.out as Writable;
    if (errored) answer(errored);
    else world.out.write(chunk, answer);
  });
}

/**
 * Chunks to a file: first into a new file beside it, then renamed, so that the old file or the whole
 * new one is there, never half.
 *
 * @throws AppError file/write where the place cannot be written
 */
export async function writeFile(
  world: World,
  path: string,
  chunks: Iterable<Chunk>,
): Promise<Written> {
  const target = pathFrom(world, path);
  expectWritable(target);
  const part = join(dirname(target), `.${basename(target)}.${process.pid}.part`);
  const takeBack = world.onInterrupt(() => rmSync(part, { force: true }));
  try {
    const written = await fill(part, chunks);
    renameSync(part, target);
    return { out: target, ...written };
  } catch (cause) {
    rmSync(part, { force: true });
    throw writeError(cause, target);
  } finally {
    takeBack();
  }
}

/** Refuse a target that cannot be written before any work is done for it. */
export function expectWritable(target: string): void {
  if (existsSync(target) && statSync(target).isDirectory()) {
    throw new AppError("file/write", `${target} is a folder. Name a file in it.`, { out: target });
  }
  if (!existsSync(dirname(target))) {
    throw new AppError(
      "file/write",
      `There is no folder ${dirname(target)}. Make it first, or name another place.`,
      { out: target },
    );
  }
}

/** Endings that say a format of ours, or one that people expect of us. */
const ENDINGS = "csv geojson json gpkg fgb ics svg png html xlsx shp kml zip pdf".split(" ");

/** Refuse a name that says another format than the one that is written; a name may also say none. */
export function expectNameOf(path: string, { id, title }: { id: string; title: string }): void {
  const ending = extname(path).slice(1).toLowerCase();
  const isOwn = ending === id || (id === "geojson" && ending === "json");
  if (isOwn || !ENDINGS.includes(ending)) return;
  throw new AppError(
    "format/unknown",
    `"${path}" says ${ending}, and ${title} is what is written. End it in .${id}, or ask for another --format.`,
    { out: path, format: id },
  );
}

/** Refuse a name that does not say GeoJSON. */
export function expectGeojsonName(path: string): void {
  if (/\.(geo)?json$/i.test(path)) return;
  throw new AppError(
    "format/unknown",
    `"${path}" does not say GeoJSON, which is what is written. End it in .geojson.`,
    { out: path, known: [".geojson", ".json"] },
  );
}

/** Between chunks the process looks up, so that an interrupt is heard. */
async function fill(path: string, chunks: Iterable<Chunk>) {
  const hash = createHash("sha256");
  const file = openSync(path, "wx");
  let bytes = 0;
  try {
    for (const chunk of chunks) {
      const buffer = Buffer.from(chunk);
      hash.update(buffer);
      for (let at = 0; at < buffer.length; ) at += writeSync(file, buffer, at);
      bytes += buffer.length;
      await setImmediate();
    }
  } finally {
    closeSync(file);
  }
  return { bytes, sha256: `sha256:${hash.digest("hex")}` };
}

const CANNOT =
  /^(EACCES|EPERM|EROFS|ENOSPC|EDQUOT|EFBIG|EIO|EBADF|ENOTDIR|ENAMETOOLONG|EEXIST|EISDIR|ENOENT)$/;

function writeError(cause: unknown, target: string): unknown {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  if (!CANNOT.test(code)) return cause;
  return new AppError(
    "file/write",
    `${target} cannot be written (${code}). Check the free space and who may write there.`,
    { out: target, system: code },
  );
}
