/**
 * Every failure that a person can act on, with what it means to HTTP and to the shell.
 * `exit`: 2 the input is at fault, 3 a stated limit refused it, 4 the certificate failed.
 * Each code has a row in docs/reference.md (tested).
 */
export const ERROR_CODES = {
  "input/invalid": { status: 400, exit: 2 },
  "input/date": { status: 400, exit: 2 },
  "input/unknown-programme": { status: 400, exit: 2 },
  "input/unknown-category": { status: 400, exit: 2 },
  "input/unknown-department": { status: 400, exit: 2 },
  "input/unknown-funder": { status: 400, exit: 2 },
  "input/unknown-aim": { status: 400, exit: 2 },
  "input/unknown-region": { status: 400, exit: 2 },
  "input/unknown-place": { status: 404, exit: 2 },
  "input/unknown-initiative": { status: 404, exit: 2 },
  "input/not-found": { status: 404, exit: 2 },
  "input/method": { status: 405, exit: 2 },
  "file/missing": { status: 400, exit: 2 },
  "file/unreadable": { status: 422, exit: 2 },
  "file/empty": { status: 422, exit: 2 },
  "file/write": { status: 500, exit: 2 },
  "format/unknown": { status: 415, exit: 2 },
  "format/malformed": { status: 422, exit: 2 },
  "format/other": { status: 415, exit: 2 },
  "format/no-polygons": { status: 422, exit: 2 },
  "format/layer": { status: 422, exit: 2 },
  "archive/unsafe": { status: 422, exit: 2 },
  "geometry/coordinate": { status: 422, exit: 2 },
  "geometry/not-polygon": { status: 422, exit: 2 },
  "crs/unknown": { status: 422, exit: 2 },
  "crs/out-of-range": { status: 422, exit: 2 },
  "registry/column": { status: 422, exit: 2 },
  "registry/value": { status: 422, exit: 2 },
  "registry/unknown-area": { status: 422, exit: 2 },
  "funding/column": { status: 422, exit: 2 },
  "funding/value": { status: 422, exit: 2 },
  "funding/amount": { status: 422, exit: 2 },
  "funding/date": { status: 422, exit: 2 },
  "funding/profile": { status: 422, exit: 2 },
  "funding/before-start": { status: 422, exit: 2 },
  "funding/cycle-overlap": { status: 422, exit: 2 },
  "funding/self-match": { status: 422, exit: 2 },
  "funding/advance": { status: 422, exit: 2 },
  "funding/route-loop": { status: 422, exit: 2 },
  "funding/unknown": { status: 422, exit: 2 },
  "funding/duplicate": { status: 422, exit: 2 },
  "fetch/unreachable": { status: 502, exit: 2 },
  "fetch/moved": { status: 502, exit: 2 },
  "fetch/refused": { status: 502, exit: 2 },
  "fetch/changed": { status: 502, exit: 2 },
  "import/undecided": { status: 422, exit: 2 },
  "import/in-use": { status: 409, exit: 2 },
  "input/unknown-repair": { status: 400, exit: 2 },
  "input/unknown-layer": { status: 404, exit: 2 },
  "limit/extent": { status: 413, exit: 3 },
  "limit/size": { status: 413, exit: 3 },
  "limit/expanded": { status: 413, exit: 3 },
  "limit/expansion": { status: 413, exit: 3 },
  "limit/entries": { status: 413, exit: 3 },
  "limit/nesting": { status: 413, exit: 3 },
  "limit/features": { status: 413, exit: 3 },
  "limit/vertices": { status: 413, exit: 3 },
  "limit/fields": { status: 413, exit: 3 },
  "limit/field-length": { status: 413, exit: 3 },
  "limit/depth": { status: 413, exit: 3 },
  "limit/time": { status: 413, exit: 3 },
  "certificate/failed": { status: 500, exit: 4 },
  "store/missing": { status: 503, exit: 2 },
  "store/not-ours": { status: 503, exit: 2 },
  "store/damaged": { status: 503, exit: 2 },
  "store/locked": { status: 503, exit: 2 },
  "store/newer": { status: 503, exit: 2 },
  "store/empty": { status: 503, exit: 2 },
  "serve/port": { status: 500, exit: 2 },
  "serve/no-app": { status: 503, exit: 2 },
  "doctor/problem": { status: 500, exit: 2 },
  "need/no-areas": { status: 404, exit: 2 },
  "work/cancelled": { status: 499, exit: 2 },
  "work/thread-lost": { status: 500, exit: 2 },
  "not-built": { status: 501, exit: 2 },
} as const satisfies Record<string, { status: number; exit: 2 | 3 | 4 }>;

export type ErrorCode = keyof typeof ERROR_CODES;

/** What was found, where, and whatever else helps: plain values, safe to print. */
export type ErrorDetail = Readonly<Record<string, unknown>>;

/** A failure the user can act on. Anything else that is thrown is our bug: a 500, or exit 70. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly detail: ErrorDetail;

  constructor(code: ErrorCode, message: string, detail: ErrorDetail = {}) {
    super(message);
    this.name = "AppError";
    this.code = code;
    this.detail = detail;
  }
}
