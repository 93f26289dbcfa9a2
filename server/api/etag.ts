import { createHash } from "node:crypto";
import type { Request, Response } from "express";

/** A weak tag of a body: compression may change the bytes, not what they say. */
export function etagOf(body: string | Uint8Array): string {
  return `W/"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
}

/**
 * Set the tag and say whether the asker has this body already, in which case 304 was sent.
 */
export function notModified(request: Request, response: Response, etag: string): boolean {
  response.set("ETag", etag);
  if (!request.fresh) return false;
  response.status(304).end();
  return true;
}
