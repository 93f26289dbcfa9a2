/** Opening the store: one SQLite file, ours or refused, brought to the newest schema. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import Database from "better-sqlite3";
import { AppError } from "../core/errors.ts";
import { isWritable, openToRead } from "./open-to-read.ts";
import { storeError } from "./store-error.ts";

export type Db = Database.Database;

export interface OpenOptions {
  /**
   * Read only: the file must exist and hold the newest schema. `"if-unwritable"` is for work that
   * stores what it finds for the next time and does as well without: on a medium or for a user that
   * cannot write, the file is read.
   */
  readonly readonly?: boolean | "if-unwritable";
  /** Make the file where there is none. Default: only when not read-only. */
  readonly create?: boolean;
  /** Milliseconds to wait for another process that is writing. Default 5000. */
  readonly wait?: number;
}

/** "Ptch" in the file's header says the database is ours. */
export const APPLICATION_ID = 0x50746368;

const MIGRATIONS = new URL("./migrations/", import.meta.url);

/**
 * Open a store, or a fresh one in memory with `":memory:"`.
 *
 * @throws AppError store/missing, store/damaged, store/not-ours, store/newer, store/locked; file/write
 */
export function openDb(path: string, options: OpenOptions = {}): Db {
  const { wait = 5000 } = options;
  const readonly =
    options.readonly === "if-unwritable" ? !isWritable(path) : options.readonly === true;
  const { create = !readonly } = options;
  if (path !== ":memory:") expectFile(path, create);
  let db: Db | undefined;
  try {
    db = readonly
      ? openToRead(path, wait)
      : new Database(path, { fileMustExist: !create, timeout: wait });
    db.pragma("foreign_keys = ON");
    expectOurs(db, path);
    if (!readonly && path !== ":memory:") db.pragma("journal_mode = WAL");
    db.pragma("synchronous = NORMAL");
    migrate(db, path, readonly);
    return db;
  } catch (cause) {
    db?.close();
    if (!readonly && !(cause instanceof AppError) && existsSync(path)) expectWritable(path);
    throw storeError(cause, path);
  }
}

/** Where nothing may be written SQLite says only that it cannot open. */
function expectWritable(path: string) {
  if (isWritable(path)) return;
  throw new AppError(
    "file/write",
    `The database ${path} cannot be written. Check who may write to it and to its folder, or name ` +
      "another with --db.",
    { path },
  );
}

/** Run `work` against the store and turn SQLite's own failures into sentences. */
export function withStoreErrors<T>(db: Db, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw storeError(cause, db.name);
  }
}

/**
 * Look through the whole file for damage. Reads every page: for `doctor`, not for every start.
 *
 * @returns what is wrong, in SQLite's words; empty when nothing is
 */
export function damageIn(db: Db): string[] {
  return withStoreErrors(db, () => {
    const found = db.prepare<[], { integrity_check: string }>("PRAGMA integrity_check(20)").all();
    const broken = db.prepare("PRAGMA foreign_key_check").all();
    const words = found.map((row) => row.integrity_check).filter((text) => text !== "ok");
    return broken.length > 0 ? [...words, `${broken.length} rows refer to nothing`] : words;
  });
}

function expectFile(path: string, create: boolean) {
  if (!existsSync(path)) {
    if (create) return;
    throw new AppError(
      "store/missing",
      `There is no database at ${path}. Run "patchwork load" to make one.`,
      { path },
    );
  }
  const stats = statSync(path);
  if (!stats.isFile()) {
    throw new AppError("store/not-ours", `${path} is not a file, so it cannot be a database.`, {
      path,
    });
  }
  if (stats.size === 0 && !create) {
    throw new AppError(
      "store/damaged",
      `The database ${path} is an empty file. Delete it and run "patchwork load".`,
      { path },
    );
  }
}

function expectOurs(db: Db, path: string) {
  const id = db.pragma("application_id", { simple: true });
  if (id === APPLICATION_ID) return;
  const tables = db.prepare("SELECT count(*) FROM sqlite_schema").pluck().get();
  if (id === 0 && tables === 0) return;
  throw new AppError(
    "store/not-ours",
    `${path} is a database of another application. It was left as it is; name another file.`,
    { path },
  );
}

function migrate(db: Db, path: string, readonly: boolean) {
  const files = readdirSync(MIGRATIONS)
    .filter((name) => name.endsWith(".sql"))
    .sort();
  const newest = files.length;
  const version = Number(db.pragma("user_version", { simple: true }));
  if (version > newest) {
    throw new AppError(
      "store/newer",
      `The database ${path} was made by a newer Patchwork (schema ${version}; this one knows ` +
        `${newest}). Use that version, or name another file.`,
      { path, schema: version, known: newest },
    );
  }
  if (version === newest) return;
  if (readonly) {
    throw new AppError(
      "store/empty",
      `The database ${path} has no data of this version yet. Run "patchwork load".`,
      { path, schema: version, known: newest },
    );
  }
  for (const [index, name] of files.entries()) {
    if (index >= version) runMigration(db, name, index + 1);
  }
}

/** One transaction a file; another process may have run it while we waited for the lock. */
function runMigration(db: Db, name: string, version: number) {
  const sql = readFileSync(new URL(name, MIGRATIONS), "utf8");
  db.transaction(() => {
    if (Number(db.pragma("user_version", { simple: true })) >= version) return;
    db.exec(sql);
    db.pragma(`application_id = ${APPLICATION_ID}`);
    db.pragma(`user_version = ${version}`);
  }).immediate();
}
