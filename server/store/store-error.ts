import { AppError, type ErrorCode } from "../core/errors.ts";

const KINDS: readonly {
  readonly test: RegExp;
  readonly code: ErrorCode;
  readonly message: (path: string) => string;
}[] = [
  {
    test: /^SQLITE_(BUSY|LOCKED)/,
    code: "store/locked",
    message: (path) =>
      `The database ${path} is being written by another process. Wait for it, or stop it, and try again.`,
  },
  {
    test: /^SQLITE_(NOTADB|CORRUPT|FORMAT)/,
    code: "store/damaged",
    message: (path) =>
      `${path} is no database, or a damaged one. Name another file; if this one was ours, put a backup ` +
      'in its place, or move it away and run "patchwork load".',
  },
  {
    test: /^SQLITE_CANTOPEN/,
    code: "store/missing",
    message: (path) =>
      `The database ${path} cannot be opened. Check that its folder exists and may be read.`,
  },
  {
    test: /^SQLITE_(READONLY|FULL|IOERR)/,
    code: "file/write",
    message: (path) =>
      `The database ${path} cannot be written. Check the free space and the file's permissions.`,
  },
];

/** SQLite's failures that a person can act on, as sentences; anything else as it came. */
export function storeError(cause: unknown, path: string): unknown {
  const code = sqliteCode(cause);
  const kind = code === undefined ? undefined : KINDS.find(({ test }) => test.test(code));
  if (!kind) return cause;
  return new AppError(kind.code, kind.message(path), { path, sqlite: code });
}

/** better-sqlite3 refuses a folder that is not there with a TypeError of its own. */
function sqliteCode(cause: unknown): string | undefined {
  if (!(cause instanceof Error)) return undefined;
  if (cause instanceof TypeError && cause.message.includes("directory does not exist")) {
    return "SQLITE_CANTOPEN";
  }
  const code: unknown = "code" in cause ? cause.code : undefined;
  return typeof code === "string" ? code : undefined;
}
