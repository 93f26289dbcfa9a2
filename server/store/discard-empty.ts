import { existsSync, rmSync } from "node:fs";
import Database from "better-sqlite3";

/**
 * Take away a database that was made and got nothing, so that a load that failed leaves no trace. One
 * that holds data, or that another process has open and may be about to fill, stays.
 */
export function discardEmpty(path: string): void {
  if (!existsSync(path) || !isEmptyAndAlone(path)) return;
  for (const end of ["", "-wal", "-shm"]) rmSync(`${path}${end}`, { force: true });
}

function isEmptyAndAlone(path: string): boolean {
  let db: Database.Database | undefined;
  try {
    db = new Database(path, { fileMustExist: true, timeout: 0 });
    // So locked, the first reading is refused where anybody else has the file open.
    db.pragma("locking_mode = EXCLUSIVE");
    const tables = db.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'meta'").pluck();
    return tables.get() === 0 || db.prepare("SELECT count(*) FROM meta").pluck().get() === 0;
  } catch {
    // In use, or no database: not ours to take away.
    return false;
  } finally {
    db?.close();
  }
}
