import type { Readable } from "node:stream";
import { type Entry, fromBufferPromise, openPromise, type ZipFile } from "yauzl";
import { AppError } from "../../core/errors.ts";
import { beyond, type Limits } from "../limits.ts";

/** One file in an archive. Its bytes can be asked for until the next one is. */
export interface ArchiveEntry {
  /** Its path in the archive, with slashes; never absolute and never upward. */
  readonly name: string;
  /** Its bytes, counted against the limits as they are unpacked. */
  readonly bytes: () => AsyncGenerator<Buffer>;
}

/** What must hold across an archive and all archives within it. */
export interface ArchiveWatch {
  readonly limits: Limits;
  /** Entries seen so far. */
  entries: number;
  /** Told of bytes unpacked and the packed bytes that they came from. */
  readonly onUnpacked: (bytes: number, packed: number) => void;
}

const UNIX = 3;
const KIND = 0o170_000;
const LINK = 0o120_000;

/** A link in an archive could make a later entry land anywhere. */
function isLink({ versionMadeBy, externalFileAttributes }: Entry): boolean {
  return versionMadeBy >>> 8 === UNIX && ((externalFileAttributes >>> 16) & KIND) === LINK;
}

const unsafe = (file: string, what: string, entry: string) =>
  new AppError("archive/unsafe", `${file} holds ${what}, so nothing of it was unpacked.`, {
    file,
    entry,
  });

function faultOf(file: string, cause: unknown): unknown {
  if (cause instanceof AppError) return cause;
  const why = cause instanceof Error ? cause.message : String(cause);
  if (/absolute path|relative path|invalid characters in fileName/.test(why)) {
    return unsafe(file, `a file whose name leads out of the archive (${why})`, why);
  }
  return new AppError("format/malformed", `${file} is a damaged zip archive: ${why}.`, { file });
}

async function* entryBytes(
  zip: ZipFile,
  entry: Entry,
  file: string,
  watch: ArchiveWatch,
): AsyncGenerator<Buffer> {
  let stream: Readable | undefined;
  try {
    stream = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      watch.onUnpacked(chunk.length, Math.max(1, zip.fileSize));
      yield chunk;
    }
  } catch (cause) {
    throw faultOf(file, cause);
  } finally {
    stream?.destroy();
  }
}

/**
 * The files of a zip archive one after the other, folders left out.
 *
 * @param source the archive's path, or its bytes
 * @param file what messages call it
 * @throws AppError archive/unsafe, file/unreadable, format/malformed, limit/entries, and what
 *   `watch` throws
 */
export async function* zipEntries(
  source: string | Buffer,
  file: string,
  watch: ArchiveWatch,
): AsyncGenerator<ArchiveEntry> {
  let zip: ZipFile | undefined;
  try {
    const options = { lazyEntries: true, autoClose: false } as const;
    zip =
      typeof source === "string"
        ? await openPromise(source, options)
        : await fromBufferPromise(source, options);
    for await (const entry of zip.eachEntry()) {
      if (++watch.entries > watch.limits.archiveEntries) {
        throw beyond("archiveEntries", watch.limits, file);
      }
      if (isLink(entry)) throw unsafe(file, `a link, ${entry.fileName}`, entry.fileName);
      if (entry.fileName.endsWith("/")) continue;
      if (entry.isEncrypted()) {
        const message = `${file} is locked with a password. Unpack it first.`;
        throw new AppError("file/unreadable", message, { file, entry: entry.fileName });
      }
      const opened = zip;
      yield { name: entry.fileName, bytes: () => entryBytes(opened, entry, file, watch) };
    }
  } catch (cause) {
    throw faultOf(file, cause);
  } finally {
    zip?.close();
  }
}
