import { createHash, type Hash } from "node:crypto";
import type { Request, Response } from "express";

/** A weak tag of a body: compression may change the bytes, not what they say. */
export const etagOf = (body: string | Uint8Array): string =>
  etagFrom(createHash("sha256").update(body));

/** The same tag of a body that was hashed as it was written. */
export const etagFrom = (sha256: Hash): string => `W/"${sha256.digest("base64url").slice(0, 22)}"`;

/**
 * Set the tag and say whether the asker has this body already, in which case 304 was sent.
 */
export function notModified(request: Request, response: Response, etag: string): boolean {
  response.set("ETag", etag);
  if (!request.fresh) return false;
  response.status(304).end();
  return true;
}
