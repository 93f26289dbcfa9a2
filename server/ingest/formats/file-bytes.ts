import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { AppError } from "../../core/errors.ts";

/** Large enough that few values fall on a seam, small against any file worth streaming. */
const CHUNK = 1 << 19;

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

async function* stored(path: string, onBytes?: (bytes: Uint8Array) => void) {
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK })) {
    onBytes?.(chunk);
    yield chunk;
  }
}

/**
 * The bytes of a file in chunks, unzipped where they are gzip (known by the bytes, not the name).
 *
 * @param onBytes told of each chunk as it is stored
 * @throws AppError file/missing, file/unreadable, file/empty
 */
export async function* fileBytes(
  path: string,
  onBytes?: (bytes: Uint8Array) => void,
): AsyncGenerator<Buffer> {
  try {
    if (!(await isGzip(path))) {
      yield* stored(path, onBytes);
      return;
    }
    const zipped = Readable.from(stored(path, onBytes), { objectMode: false });
    const plain = createGunzip({ chunkSize: CHUNK });
    zipped.on("error", (cause) => plain.destroy(cause));
    yield* zipped.pipe(plain);
  } catch (cause) {
    throw readFault(path, cause);
  }
}
