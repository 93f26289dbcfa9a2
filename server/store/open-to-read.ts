import { accessSync, constants, readFileSync, statSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import { AppError } from "../core/errors.ts";

/** Whether a database can be written: SQLite writes into its folder, too. */
export function isWritable(path: string): boolean {
  if (path === ":memory:") return true;
  try {
    accessSync(path, constants.W_OK);
    accessSync(dirname(path), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Open a database for reading only. Even to read, SQLite makes files beside one with a write-ahead
 * log; where the folder takes none, as on a read-only medium, the file is read into memory.
 *
 * @throws as {@link readIntoMemory}, and what SQLite throws
 */
export function openToRead(path: string, timeout: number): Database.Database {
  const db = new Database(path, { readonly: true, fileMustExist: true, timeout });
  try {
    db.pragma("schema_version");
    return db;
  } catch (cause) {
    db.close();
    if (isWritable(path) || !isRefused(cause)) throw cause;
    return readIntoMemory(path);
  }
}

const isRefused = (cause: unknown) =>
  cause instanceof Error && "code" in cause && String(cause.code).startsWith("SQLITE_CANTOPEN");

/** Bytes of the header that say how a file is written and read, and what says "without a log". */
const FILE_FORMAT = [18, 19] as const;
const WITHOUT_LOG = 1;

/** @throws AppError file/write where changes wait in a log beside the file */
export function readIntoMemory(path: string): Database.Database {
  const log = statSync(`${path}-wal`, { throwIfNoEntry: false });
  if (log && log.size > 0) {
    throw new AppError(
      "file/write",
      `The last changes of the database ${path} lie in ${path}-wal, and nothing can be written there ` +
        "to take them in. Copy both files to a folder that can be written.",
      { path },
    );
  }
  const bytes = readFileSync(path);
  for (const at of FILE_FORMAT) bytes[at] = WITHOUT_LOG;
  return new Database(bytes, { readonly: true });
}
