import { closeSync, createReadStream, openSync, readSync } from "node:fs";
import { open } from "node:fs/promises";
import { basename } from "node:path";
import { Readable } from "node:stream";
import { setImmediate } from "node:timers/promises";
import { createGunzip } from "node:zlib";
import { AppError } from "../../core/errors.ts";
import { beyond, expansionMeter, type Limits, limitsWith } from "../limits.ts";

/** Large enough that few values fall on a seam, small against any file worth streaming. */
const CHUNK = 1 << 19;
/** Lent chunks are smaller: one and its copy in the reader's window fit in a core's own cache. */
const LENT_CHUNK = 1 << 18;

const isFault = (cause: unknown): cause is NodeJS.ErrnoException =>
  cause instanceof Error && "code" in cause && typeof cause.code === "string";

/** Says what kept a file from being read, in words; anything unforeseen is passed on. */
export function readFault(path: string, cause: unknown): unknown {
  if (cause instanceof AppError || !isFault(cause)) return cause;
  const detail = { file: path, cause: cause.code };
  if (cause.code === "ENOENT") {
    return new AppError("file/missing", `${path} does not exist.`, detail);
  }
  if (cause.code === "Z_BUF_ERROR") {
    return new AppError(
      "file/unreadable",
      `${path} is cut short: its gzip stream ends early.`,
      detail,
    );
  }
  if (cause.code?.startsWith("Z_")) {
    return new AppError("file/unreadable", `${path} is a damaged gzip file.`, detail);
  }
  return new AppError("file/unreadable", `${path} cannot be read (${cause.code}).`, detail);
}

async function isGzip(path: string): Promise<boolean> {
  const handle = await open(path);
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    if (bytesRead === 0) {
      throw new AppError("file/empty", `${path} is empty.`, { file: path });
    }
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await handle.close();
  }
}

/** What a caller may want of the bytes. */
export interface ByteOptions {
  /** Told of each chunk as it is stored; it is the listener's for the length of the call only. */
  readonly onBytes?: ((bytes: Uint8Array) => void) | undefined;
  /** Overrides of the stated limits. */
  readonly limits?: Partial<Limits> | undefined;
}

async function* counted(path: string, { onBytes, limits }: ByteOptions): AsyncGenerator<Buffer> {
  const stated = limitsWith(limits);
  let bytes = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK })) {
    bytes += chunk.length;
    if (bytes > stated.fileBytes) throw beyond("fileBytes", stated, basename(path));
    onBytes?.(chunk);
    yield chunk;
  }
}

/**
 * {@link counted} in chunks that are lent: each is overwritten when the next is asked for. All of a
 * file then passes through one buffer that stays in the cache, where a buffer a chunk would be
 * memory to be claimed, cleared and collected, which takes longer than to read it.
 *
 * Read without events, since what comes from the system's cache comes faster so; between chunks the
 * process looks up.
 */
async function* lent(path: string, { onBytes, limits }: ByteOptions): AsyncGenerator<Buffer> {
  const stated = limitsWith(limits);
  const buffer = Buffer.allocUnsafeSlow(LENT_CHUNK);
  const file = openSync(path, "r");
  let bytes = 0;
  try {
    for (let read = readSync(file, buffer); read > 0; read = readSync(file, buffer)) {
      const chunk = buffer.subarray(0, read);
      bytes += read;
      if (bytes > stated.fileBytes) throw beyond("fileBytes", stated, basename(path));
      onBytes?.(chunk);
      yield chunk;
      await setImmediate();
    }
  } finally {
    closeSync(file);
  }
}

/**
 * The bytes of a file in chunks, as they are stored.
 *
 * @throws AppError file/missing, file/unreadable, file/empty, limit/size
 */
export async function* storedBytes(
  path: string,
  options: ByteOptions = {},
): AsyncGenerator<Buffer> {
  try {
    let bytes = 0;
    for await (const chunk of counted(path, options)) {
      bytes += chunk.length;
      yield chunk;
    }
    if (bytes === 0) throw new AppError("file/empty", `${path} is empty.`, { file: path });
  } catch (cause) {
    throw readFault(path, cause);
  }
}

/** Goes through a file for its hash, its size and those who count; throws as {@link storedBytes}. */
export async function passOver(path: string, options: ByteOptions): Promise<void> {
  const chunks = storedBytes(path, options);
  while (!(await chunks.next()).done);
}

/** A whole file, as it is stored; throws as {@link storedBytes} does. */
export async function wholeFile(path: string, options: ByteOptions = {}): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of storedBytes(path, options)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/**
 * The bytes of a file in chunks, unzipped where they are gzip (known by the bytes, not the name).
 *
 * @param lend chunks may be lent: who reads them copies what is to outlast the next
 * @throws AppError file/missing, file/unreadable, file/empty, limit/size, limit/expanded,
 *   limit/expansion
 */
export async function* fileBytes(
  path: string,
  options: ByteOptions = {},
  lend = false,
): AsyncGenerator<Buffer> {
  try {
    if (!(await isGzip(path))) {
      yield* lend ? lent(path, options) : counted(path, options);
      return;
    }
    let packed = 0;
    const onBytes = (chunk: Uint8Array) => {
      packed += chunk.length;
      options.onBytes?.(chunk);
    };
    const meter = expansionMeter(limitsWith(options.limits), basename(path));
    const zipped = Readable.from(counted(path, { ...options, onBytes }), { objectMode: false });
    const plain = createGunzip({ chunkSize: CHUNK });
    zipped.on("error", (cause) => plain.destroy(cause));
    for await (const chunk of zipped.pipe(plain)) {
      meter(chunk.length, packed);
      yield chunk;
    }
  } catch (cause) {
    throw readFault(path, cause);
  }
}
