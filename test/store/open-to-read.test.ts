/** Databases where nothing can be written, and those that a failed load leaves. */
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openDb } from "../../server/store/db.ts";
import { discardEmpty } from "../../server/store/discard-empty.ts";
import { keptStudyTable } from "../../server/store/kept-study.ts";
import { metaTable } from "../../server/store/meta.ts";
import { readIntoMemory } from "../../server/store/open-to-read.ts";

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "patchwork-open-"));
  path = join(folder, "some.db");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function filled() {
  const db = openDb(path);
  metaTable(db).set("data_version", "sha256:1");
  return db;
}

test("a database with a write-ahead log is read into memory without any file beside it", () => {
  filled().close();
  const db = readIntoMemory(path);
  expect(db.readonly).toBe(true);
  expect(metaTable(db).find("data_version")).toBe("sha256:1");
  expect(() => metaTable(db).set("data_version", "sha256:2")).toThrow(/readonly/);
  expect(readdirSync(folder)).toEqual(["some.db"]);
  db.close();
});

test("changes that wait in the log are never left out in silence", () => {
  const db = filled();
  expect(() => readIntoMemory(path)).toThrow(
    expect.objectContaining({ name: "AppError", code: "file/write" }),
  );
  db.close();
});

test("work that stores where it can, stores where it can", () => {
  filled().close();
  const db = openDb(path, { readonly: "if-unwritable" });
  expect(db.readonly).toBe(false);
  db.close();
});

test("a database that got nothing is taken away, with the files beside it", () => {
  openDb(path).close();
  discardEmpty(path);
  expect(readdirSync(folder)).toEqual([]);
  discardEmpty(path);
});

test("a database with data, or that another has open, stays", () => {
  const other = openDb(path);
  discardEmpty(path);
  expect(existsSync(path)).toBe(true);
  metaTable(other).set("data_version", "sha256:1");
  other.close();
  discardEmpty(path);
  expect(existsSync(path)).toBe(true);
});

test("a study that two processes keep at once is kept once", () => {
  const db = openDb(path);
  const row = {
    data_version: "sha256:1",
    study: Buffer.from("s"),
    certificate: "{}",
    cells: Buffer.from("c"),
    places: Buffer.from("p"),
  };
  const table = keptStudyTable(db);
  table.add(row);
  table.add({ ...row, study: Buffer.from("t") });
  expect(table.versions()).toEqual(["sha256:1"]);
  expect(Buffer.from(table.find("sha256:1")!.study).toString()).toBe("s");
  db.close();
});
