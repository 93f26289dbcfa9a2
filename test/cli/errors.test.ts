/** The shape of a refusal on the command line, and the exit status of each kind. */
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { UNBUILT } from "../../server/cli/commands/unbuilt.ts";
import { toFailure } from "../../server/contract/problem.ts";
import { AppError } from "../../server/core/errors.ts";
import { patchwork } from "../support/cli.ts";
import { type ToyData, toyData } from "../support/toy-data.ts";

let toy: ToyData;
let folder: string;
beforeAll(async () => {
  toy = await toyData();
});
afterAll(() => toy.remove());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "patchwork-cli-errors-"));
  writeFileSync(join(folder, "toy.db"), readFileSync(toy.db));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function refused(...args: string[]) {
  const { status, out, err } = await patchwork(folder, [...args, "--json"], {
    PATCHWORK_DB: "toy.db",
  });
  expect(out).toBe("");
  const last = JSON.parse(err.trimEnd().split("\n").at(-1)!);
  expect(Object.keys(last)).toEqual(["error"]);
  expect(Object.keys(last.error)).toEqual(["code", "message", "detail"]);
  expect(last.error.message).toMatch(/^\S.*[.)]$/s);
  return { status, ...last.error } as { status: number; code: string; message: string };
}

test("without --json it is one sentence with its code", async () => {
  const { status, out, err } = await patchwork(folder, ["analyse", "--at", "soon"], {
    PATCHWORK_DB: "toy.db",
  });
  expect({ status, out }).toEqual({ status: 2, out: "" });
  expect(err.trimEnd().split("\n").at(-1)).toBe(
    '"soon" is not a date. Write year-month-day, for example 2002-06-01. (input/date)',
  );
});

test.each([
  [["analyse", "--at", "2000-02-30"], "input/date"],
  [["analyse", "--programme", "XYZ"], "input/unknown-programme"],
  [["analyse", "--category", "nice"], "input/unknown-category"],
  [["analyse", "--department", "Magic"], "input/unknown-department"],
  [["export", "cells", "--format", "shp"], "format/unknown"],
  [["export", "pairs", "--format", "geojson"], "format/unknown"],
  [["export", "rivers", "--format", "csv"], "input/not-found"],
  [["export", "cells"], "input/invalid"],
  [["export", "claims", "--format", "ics", "--fields", "due"], "input/invalid"],
  [["export", "map", "--format", "svg", "--fields", "depth"], "input/invalid"],
  [["export", "cells", "--format", "csv", "-o", "no/such.csv"], "file/write"],
  [["export", "cells", "--format", "csv", "-o", "."], "file/write"],
  [["export", "cells", "--format", "csv", "-o", "cells.geojson"], "format/unknown"],
  [["export", "map", "--format", "svg", "-o", "map.png"], "format/unknown"],
  [["overlay", "any.geojson", "-o", "any.ics"], "format/unknown"],
  [["fit", "any.geojson", "any.geojson", "-o", "any.ics"], "format/unknown"],
  [["list", "constructor"], "input/not-found"],
  [["check", "any.geojson", "-o", "places.csv"], "format/unknown"],
  [["versions", "HAZ-01", "--version", "1", "-o", "then.shp"], "format/unknown"],
  [["analyse", "--reference", "mars"], "input/unknown-layer"],
  [["serve", "--port", "eighty"], "input/invalid"],
  [["serve", "--basemap", "a map"], "input/invalid"],
  [["serve", "--port", "0", "--db", "none.db"], "store/missing"],
  [["backup", "no/such.db"], "file/write"],
  [["analyse", "--db", "none.db"], "store/missing"],
  [["load", "--boundaries", "nowhere"], "file/missing"],
  [["dance"], "input/invalid"],
] as const)("%j is refused as %s", async (args, code) => {
  expect(await refused(...args)).toMatchObject({ status: 2, code });
});

test.each(Object.keys(UNBUILT))("%s says that it is not built", async (name) => {
  expect(await refused(name, "anything", "--some", "flag")).toMatchObject({
    status: 2,
    code: "not-built",
  });
});

test("a database cut short, foreign or locked is told apart, and left as it is", async () => {
  truncateSync(join(folder, "toy.db"), 9000);
  expect(await refused("analyse")).toMatchObject({ status: 2, code: "store/damaged" });
  writeFileSync(
    join(folder, "toy.db"),
    "a letter, not a database, and a long one at that ".repeat(200),
  );
  expect(await refused("analyse")).toMatchObject({ status: 2, code: "store/damaged" });
  rmSync(join(folder, "toy.db"));
  new Database(join(folder, "toy.db")).exec("CREATE TABLE theirs (a)").close();
  expect(await refused("load")).toMatchObject({ status: 2, code: "store/not-ours" });
  const theirs = new Database(join(folder, "toy.db"), { readonly: true });
  expect(theirs.prepare("SELECT count(*) FROM theirs").pluck().get()).toBe(0);
  theirs.close();
});

test("a database that another process is writing is locked, and keeps what it had", async () => {
  const other = new Database(join(folder, "toy.db"));
  other.exec("BEGIN IMMEDIATE");
  expect(await refused("load")).toMatchObject({ status: 2, code: "store/locked" });
  other.exec("ROLLBACK");
  expect(other.prepare("SELECT count(*) FROM initiative").pluck().get()).toBe(4);
  other.close();
}, 20_000);

test("a boundary file cut short is refused and the old boundaries stay", async () => {
  const path = join(toy.boundariesDir, "districts.geojson");
  const whole = readFileSync(path);
  writeFileSync(path, whole.subarray(0, 500));
  expect(await refused("load", "--boundaries", toy.boundariesDir)).toMatchObject({
    status: 2,
    code: "format/malformed",
  });
  writeFileSync(path, whole);
  const { out } = await patchwork(folder, ["list", "references", "--db", "toy.db", "--json"]);
  expect(JSON.parse(out).references).toMatchObject([{ id: "toy", areas: 4 }]);
});

test("each kind of failure has its exit status", () => {
  expect(toFailure(new AppError("limit/extent", "Too far."))).toMatchObject({ exit: 3 });
  expect(toFailure(new AppError("certificate/failed", "No."))).toMatchObject({ exit: 4 });
  expect(toFailure(new TypeError("a slip of ours"))).toMatchObject({
    exit: 70,
    code: "internal",
    detail: {},
  });
});
