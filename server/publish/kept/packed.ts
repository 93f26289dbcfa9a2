/** Several strings of bytes as one, gzipped: each after its length. */
import { gunzipSync, gzipSync } from "node:zlib";

export function packed(parts: readonly Uint8Array[]): Uint8Array {
  const chunks = parts.flatMap((part) => {
    const length = Buffer.alloc(4);
    length.writeUInt32LE(part.length);
    return [length, part];
  });
  return gzipSync(Buffer.concat(chunks), { level: 9 });
}

/** @throws Error where the bytes are not {@link packed} ones (a damaged store) */
export function unpacked(bytes: Uint8Array): Uint8Array[] {
  const all = gunzipSync(bytes);
  const parts: Uint8Array[] = [];
  for (let at = 0; at < all.length; ) {
    const length = all.readUInt32LE(at);
    parts.push(all.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return parts;
}
