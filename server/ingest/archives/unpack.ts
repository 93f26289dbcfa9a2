import { createWriteStream } from "node:fs";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, extname, join, relative } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { AppError } from "../../core/errors.ts";
import { beyond, expansionMeter, type Limits } from "../limits.ts";
import { type ArchiveWatch, zipEntries } from "./zip-entries.ts";

/** What an archive held, until {@link Unpacked.remove} is called. */
export interface Unpacked {
  /** Paths of the files, in the order of the archive; those of archives within it stand for these. */
  readonly paths: readonly string[];
  /** What a path is called in the archive. */
  readonly nameOf: (path: string) => string;
  readonly remove: () => Promise<void>;
}

/** What archiving programs leave behind, and no one meant to send. */
const LEFTOVER = /(?:^|\/)(?:__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/i;

async function unpackInto(
  folder: string,
  source: string,
  file: string,
  watch: ArchiveWatch,
  depth: number,
): Promise<string[]> {
  if (depth > watch.limits.archiveDepth) throw beyond("archiveDepth", watch.limits, file);
  const paths: string[] = [];
  for await (const { name, bytes } of zipEntries(source, file, watch)) {
    if (LEFTOVER.test(name)) continue;
    // The names were checked: none is absolute or leads upward.
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await pipeline(Readable.from(bytes()), createWriteStream(path, { flags: "wx" }));
    if (extname(name).toLowerCase() !== ".zip") paths.push(path);
    else {
      const inner = `${path}.unpacked`;
      await mkdir(inner);
      paths.push(...(await unpackInto(inner, path, basename(name), watch, depth + 1)));
    }
  }
  return paths;
}

function faultOf(file: string, cause: unknown): unknown {
  if (cause instanceof AppError || !(cause instanceof Error) || !("code" in cause)) return cause;
  const { code } = cause;
  if (code === "EEXIST" || code === "ENOTDIR" || code === "EISDIR") {
    const message = `${file} holds two files of one name, so it is not clear which counts.`;
    return new AppError("archive/unsafe", message, { file });
  }
  if (code === "ENAMETOOLONG" || code === "EINVAL") {
    const message = `${file} holds a file whose name is too long. Rename it.`;
    return new AppError("archive/unsafe", message, { file });
  }
  if (code === "ENOSPC") {
    const message = `${file} could not be unpacked: the disk for temporary files is full.`;
    return new AppError("file/unreadable", message, { file, cause: code });
  }
  return cause;
}

/**
 * Unpacks a zip archive, and archives within it, into a folder of its own for temporary files.
 *
 * @throws AppError archive/unsafe, file/unreadable, format/malformed, limit/expanded,
 *   limit/expansion, limit/entries, limit/nesting; nothing of it is left behind then
 */
export async function unpack(path: string, limits: Limits): Promise<Unpacked> {
  const file = basename(path);
  const folder = await mkdtemp(join(tmpdir(), "patchwork-unpacked-"));
  const remove = () => rm(folder, { recursive: true, force: true });
  const watch = { limits, entries: 0, onUnpacked: expansionMeter(limits, file) };
  try {
    const paths = await unpackInto(folder, path, file, watch, 1);
    const nameOf = (one: string) => relative(folder, one).replaceAll(".zip.unpacked/", ".zip/");
    return { paths, nameOf, remove };
  } catch (cause) {
    await remove();
    throw faultOf(file, cause);
  }
}
