/** A file that is written as a stream and has the tag of its bytes all the same. */
import { createHash } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import type { Chunk } from "../publish/exports/export.ts";
import { etagFrom } from "./etag.ts";

export interface TaggedFile {
  readonly etag: string;
  /** The file, to be read once. */
  readonly chunks: Iterable<Chunk>;
}

/** Others are answered after so many bytes. */
const BYTES_AT_ONCE = 1024 * 1024;
/** A larger file is written twice, once for its tag, so that a server never holds it whole. */
const MOST_HELD = 16 * 1024 * 1024;

/**
 * @param write gives the same chunks each time
 * @param mostHeld bytes that are kept rather than written again
 * @throws what `write` does, before anything is sent
 */
export async function taggedFile(
  write: () => Iterable<Chunk>,
  mostHeld = MOST_HELD,
): Promise<TaggedFile> {
  const hash = createHash("sha256");
  const held: Chunk[] = [];
  let bytes = 0;
  let answered = 0;
  for (const chunk of write()) {
    hash.update(chunk);
    bytes += typeof chunk === "string" ? Buffer.byteLength(chunk) : chunk.byteLength;
    if (bytes <= mostHeld) held.push(chunk);
    else held.length = 0;
    if (bytes - answered < BYTES_AT_ONCE) continue;
    answered = bytes;
    await setImmediate();
  }
  return { etag: etagFrom(hash), chunks: bytes <= mostHeld ? held : write() };
}
