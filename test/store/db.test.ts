import { spawn } from "node:child_process";
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, test } from "vitest";
import { APPLICATION_ID, damageIn, openDb, withStoreErrors } from "../../server/store/db.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "patchwork-db-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const MIGRATIONS = new URL("../../server/store/migrations/", import.meta.url);
const at = (name: string) => join(folder, name);
const failure = (code: string) => expect.objectContaining({ name: "AppError", code });

test("a new store is ours, has the newest schema, WAL and foreign keys", () => {
  const db = openDb(at("new.db"));
  expect(db.pragma("application_id", { simple: true })).toBe(APPLICATION_ID);
  expect(db.pragma("user_version", { simple: true })).toBe(readdirSync(MIGRATIONS).length);
  expect(db.pragma("journal_mode", { simple: true })).toBe("wal");
  expect(db.pragma("foreign_keys", { simple: true })).toBe(1);
  expect(damageIn(db)).toEqual([]);
  db.close();
});

test("opening a second time changes nothing", () => {
  openDb(at("twice.db")).close();
  const before = readFileSync(at("twice.db"));
  openDb(at("twice.db")).close();
  expect(readFileSync(at("twice.db")).equals(before)).toBe(true);
});

test("every table but the R*Trees and their own is STRICT", () => {
  const db = openDb(":memory:");
  const loose = db
    .prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0")
    .pluck()
    .all();
  expect(loose.sort()).toEqual([
    "boundary_box",
    "boundary_box_node",
    "boundary_box_parent",
    "boundary_box_rowid",
    "cell_box",
    "cell_box_node",
    "cell_box_parent",
    "cell_box_rowid",
    "sqlite_schema",
  ]);
});

test("a missing file is refused where none should be made, and none is made", () => {
  expect(() => openDb(at("none.db"), { create: false })).toThrow(failure("store/missing"));
  expect(() => openDb(at("none.db"), { readonly: true })).toThrow(failure("store/missing"));
  expect(existsSync(at("none.db"))).toBe(false);
});

test("a missing folder is said to be one", () => {
  expect(() => openDb(at("no/where.db"))).toThrow(failure("store/missing"));
});

test("a folder is no database", () => {
  expect(() => openDb(folder)).toThrow(failure("store/not-ours"));
});

test("another application's database is refused and left alone", () => {
  const other = new Database(at("other.db"));
  other.exec("CREATE TABLE mine (x)");
  other.close();
  const before = readFileSync(at("other.db"));
  expect(() => openDb(at("other.db"))).toThrow(failure("store/not-ours"));
  expect(readFileSync(at("other.db")).equals(before)).toBe(true);
});

test("text, an empty file and a file cut short are damaged", () => {
  writeFileSync(at("text.db"), "once upon a time ".repeat(100));
  expect(() => openDb(at("text.db"))).toThrow(failure("store/damaged"));
  writeFileSync(at("empty.db"), "");
  expect(() => openDb(at("empty.db"), { create: false })).toThrow(failure("store/damaged"));
  openDb(at("short.db")).close();
  truncateSync(at("short.db"), Math.floor(statSync(at("short.db")).size / 2));
  expect(() => openDb(at("short.db"))).toThrow(failure("store/damaged"));
  truncateSync(at("short.db"), 60);
  expect(() => openDb(at("short.db"))).toThrow(failure("store/damaged"));
});

test("a newer schema is refused", () => {
  const db = openDb(at("newer.db"));
  db.pragma("user_version = 99");
  db.close();
  expect(() => openDb(at("newer.db"))).toThrow(failure("store/newer"));
});

test("a store that another process writes is locked, not broken", () => {
  const writer = openDb(at("busy.db"));
  writer.exec("BEGIN IMMEDIATE");
  const second = openDb(at("busy.db"), { wait: 20 });
  const write = () => withStoreErrors(second, () => second.exec("DELETE FROM meta"));
  expect(write).toThrow(failure("store/locked"));
  writer.exec("COMMIT");
  expect(write).not.toThrow();
  second.close();
  writer.close();
});

test("two processes that open a new store at once both get it", async () => {
  const module = new URL("../../server/store/db.ts", import.meta.url).href;
  const script = `const { openDb } = await import(${JSON.stringify(module)});
    openDb(process.argv[1]).close();`;
  const run = () =>
    new Promise<number | null>((done) => {
      spawn(process.execPath, ["--input-type=module", "-e", script, at("both.db")], {
        stdio: "inherit",
      }).on("close", done);
    });
  expect(await Promise.all([run(), run(), run()])).toEqual([0, 0, 0]);
  const db = openDb(at("both.db"), { readonly: true });
  expect(db.prepare("SELECT count(*) FROM meta").pluck().get()).toBe(0);
  db.close();
});
