/** `import`, `versions` and `restore` over the toy data, as a person runs them. */
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { load } from "../../server/ingest/load.ts";
import { openDb } from "../../server/store/db.ts";
import { patchwork } from "../support/cli.ts";
import { gridGeojson, type SketchedFeature, square } from "../support/squares.ts";
import { dumpOf } from "../support/table-dump.ts";
import { type ToyData, toyData } from "../support/toy-data.ts";

let toy: ToyData;
let folder: string;
beforeAll(async () => {
  toy = await toyData();
  folder = mkdtempSync(join(tmpdir(), "patchwork-import-"));
});
afterAll(() => {
  toy.remove();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => copyFileSync(toy.db, join(folder, "toy.db")));

const run = (...args: string[]) =>
  patchwork(folder, args, { PATCHWORK_DB: "toy.db", USER: "an officer" });
const json = async (...args: string[]) => {
  const { status, out, err } = await run(...args, "--json");
  expect(status, err).toBe(0);
  return JSON.parse(out);
};
const importing = (file: string, ...args: string[]) =>
  json("import", file, "--today", "2026-11-25", ...args);
const put = (name: string, content: SketchedFeature[] | string) =>
  writeFileSync(join(folder, name), typeof content === "string" ? content : gridGeojson(content));
const versionsOf = async (...id: string[]) => (await json("versions", ...id)).versions;
const outlineAt = async (id: string, version: number) =>
  JSON.parse((await run("versions", id, "--version", String(version))).out).features;

/** Within the toy districts T1 and T2. */
const [X, Y] = [430_000, 425_000];
const BOW = [
  [X, Y],
  [X + 1000, Y + 1000],
  [X + 1000, Y],
  [X, Y + 1000],
] as const;

test("outlines of a programme: new ones are added, known ones changed, the app's figures follow", async () => {
  put("zones.geojson", [
    { properties: { id: "HAZ-01", name: "Leeds" }, rings: [square(X, Y, 1000)] },
    {
      properties: { id: "HAZ-09", name: "New", start: "1/4/2000", budget: "£1.5m" },
      rings: [square(X, Y, 2000)],
    },
  ]);
  const before = await json("analyse", "--at", "2000-06-01", "--programme", "HAZ");
  const summary = await importing("zones.geojson", "--programme", "HAZ", "--source", "a map");
  expect(summary).toMatchObject({
    version: 2,
    repair: null,
    changes: { added: 1, changed: 1, confirmed: 0 },
    proposals: 0,
  });
  const after = await json("analyse", "--at", "2000-06-01", "--programme", "HAZ");
  expect(after.dataVersion).toBe(summary.dataVersion);
  expect(after.dataVersion).not.toBe(before.dataVersion);
  expect(after.area_by_depth).toEqual({ 1: 3_000_000, 2: 1_000_000 });
  const { initiatives } = await json("list", "initiatives");
  expect(initiatives.find(({ id }: { id: string }) => id === "HAZ-09")).toMatchObject({
    start: "2000-04-01",
    budget_gbp: 1_500_000,
    confidence: "sourced",
  });
  // What the file does not say of a known initiative stays.
  expect(initiatives.find(({ id }: { id: string }) => id === "HAZ-01")).toMatchObject({
    start: "1998-04-01",
    budget_gbp: 1_000_000,
  });
});

test("the same file again changes nothing and confirms", async () => {
  put("zone.geojson", [{ properties: { id: "HAZ-09", name: "New" }, rings: [square(X, Y, 1000)] }]);
  const first = await importing("zone.geojson", "--programme", "HAZ");
  const second = await importing("zone.geojson", "--programme", "HAZ");
  expect(second).toMatchObject({ changes: { added: 0, changed: 0, confirmed: 1 } });
  expect(second.dataVersion).toBe(first.dataVersion);
  const [, confirmed] = await versionsOf("HAZ-09");
  expect(confirmed.changed).toEqual([{ kind: "initiative", id: "HAZ-09", change: "confirmed" }]);
});

test("repairs are proposals: as drawn first, mended as a version of its own, reversible", async () => {
  put("bow.geojson", [
    { properties: { id: "HAZ-09", name: "Bow" }, rings: [BOW] },
    { properties: { id: "HAZ-10", name: "Sound" }, rings: [square(X, Y, 500)] },
  ]);
  const drawn = await importing("bow.geojson", "--programme", "HAZ");
  expect(drawn).toMatchObject({ version: 2, repair: null, proposals: 1 });
  const mended = await importing("bow.geojson", "--programme", "HAZ", "--accept", "1:redraw");
  expect(mended).toMatchObject({ version: 3, repair: { version: 4, repairs: 1 } });
  const [, , , repair] = await versionsOf();
  expect(repair).toMatchObject({ kind: "repair", repairs: ["1:redraw"], who: "an officer" });
  expect(repair.changed.map(({ id }: { id: string }) => id)).toEqual(["HAZ-09"]);
  const rings = async (version: number) =>
    (await outlineAt("HAZ-09", version))[0].geometry.coordinates.length;
  expect([await rings(3), await rings(4)]).toEqual([1, 2]);
  const back = await json("restore", "3");
  expect(back).toMatchObject({ version: 5, kind: "restore", restores: 3 });
  expect(await rings(5)).toBe(1);
  expect(back.data_version).toBe(drawn.dataVersion);
  const refused = await run("import", "bow.geojson", "--programme", "HAZ", "--accept", "2:redraw");
  expect(refused.err).toContain("(input/unknown-repair)");
});

test("restore takes back what an import added and brings back what it changed", async () => {
  const was = await json("analyse", "--at", "2000-06-01");
  put("zones.geojson", [
    { properties: { id: "HAZ-01" }, rings: [square(X, Y, 1000)] },
    { properties: { id: "HAZ-09" }, rings: [square(X, Y, 2000)] },
  ]);
  await importing("zones.geojson", "--programme", "HAZ");
  const back = await json("restore", "1");
  expect(back.changed.map(({ change }: { change: string }) => change)).toEqual([
    "changed",
    "removed",
  ]);
  expect(await json("analyse", "--at", "2000-06-01")).toEqual(was);
  const one = await json("restore", "2", "--only", "HAZ-09");
  expect(one.changed).toEqual([{ kind: "initiative", id: "HAZ-09", change: "added" }]);
  expect((await run("restore", "99")).err).toContain("(input/not-found)");
  expect((await run("versions", "XYZ-01")).err).toContain("(input/not-found)");
});

test("a dry run says what would change and changes nothing", async () => {
  put("zone.geojson", [{ properties: { id: "HAZ-09" }, rings: [square(X, Y, 1000)] }]);
  const before = dumpOf(join(folder, "toy.db"));
  const summary = await importing("zone.geojson", "--programme", "HAZ", "--dry-run");
  expect(summary).toMatchObject({ dryRun: true, changes: { added: 1 } });
  expect(dumpOf(join(folder, "toy.db"))).toEqual(before);
});

test("a file of ours comes back as it went, and takes no other programme's initiative", async () => {
  const file = ["export", "initiatives", "--format", "gpkg", "-o", "own.gpkg"];
  expect((await run(...file, "--at", "2000-06-01")).status).toBe(0);
  const refused = await run("import", "own.gpkg", "--programme", "HAZ");
  expect(refused.err).toContain("EZ-01 of EZ, NDC-01 of NDC");
  expect(refused.err).toContain("(import/undecided)");
  expect((await run(...file, "--at", "2000-06-01", "--programme", "HAZ")).status).toBe(0);
  const of = async () =>
    (await json("list", "initiatives")).initiatives.map(
      ({ last_confirmed, ...row }: { last_confirmed: string | null }) => row,
    );
  const before = { rows: await of(), figures: await json("analyse", "--at", "2000-06-01") };
  await importing("own.gpkg", "--programme", "HAZ");
  expect(await of()).toEqual(before.rows);
  const after = await json("analyse", "--at", "2000-06-01");
  expect(after.area_by_depth).toEqual(before.figures.area_by_depth);
  const [own] = await outlineAt("HAZ-01", 2);
  expect(own.properties).toMatchObject({ grade: "composed" });
});

test("a new programme needs a title and a category", async () => {
  put("zone.geojson", [{ properties: { id: "FP-01" }, rings: [square(X, Y, 1000)] }]);
  const refused = await run("import", "zone.geojson", "--programme", "FP");
  expect(refused.err).toContain("(input/unknown-programme)");
  const vague = await run("import", "zone.geojson", "--programme", "FP", "--title", "Freeports");
  expect(vague.err).toContain("(input/unknown-category)");
  const named = ["--title", "Freeports", "--category", "holistic", "--department", "Treasury"];
  const { changes } = await importing("zone.geojson", "--programme", "FP", ...named);
  expect(changes).toMatchObject({ added: 2 });
  const { programmes } = await json("list", "programmes");
  expect(programmes).toContainEqual(expect.objectContaining({ code: "FP", name: "Freeports" }));
});

test("a point is a place and no outline; the district under it is known", async () => {
  const geometry = { type: "Point", coordinates: [430_000, 425_000] };
  put("point.geojson", [{ properties: { id: "HAZ-09", start: "1999-01-01" }, geometry }]);
  const { err } = await run("import", "point.geojson", "--programme", "HAZ");
  expect(err).toContain("located only: HAZ-09");
  const { out } = await run("export", "places", "--format", "csv", "--at", "2000-06-01");
  const [, ...rows] = out.trim().split("\n");
  expect(rows.find((row) => row.startsWith("T1"))).toBeDefined();
  const db = openDb(join(folder, "toy.db"));
  const members = db.prepare("SELECT code FROM member_area WHERE initiative_id = 'HAZ-09'").all();
  db.close();
  expect(members).toEqual([{ code: "T1" }]);
});

test("a table of codes and names: exact ones compose the outline, others are never guessed", async () => {
  put(
    "members.csv",
    "Zone,District,Start\nNorth,T3,1999-01-01\nNorth,North East,\nSouth,South Wset,\n",
  );
  const refused = await run("import", "members.csv", "--programme", "HAZ");
  expect(refused.status).toBe(2);
  expect(refused.err).toContain("South Wset; perhaps South West (T1)");
  expect(refused.err).toContain("(import/undecided)");
  const said = ["--programme", "HAZ", "--match", "South Wset=T1"];
  const { items, warnings } = await importing("members.csv", ...said);
  expect(items.map(({ id }: { id: string }) => id)).toEqual(["HAZ-north", "HAZ-south"]);
  expect(warnings).toEqual(["1 area was found by exact name, not by code."]);
  const [north] = await outlineAt("HAZ-north", 2);
  expect(north.properties).toMatchObject({
    grade: "composed",
    definition: "2 areas of Toy districts",
  });
  const left = await importing("members.csv", "--programme", "HAZ", "--leave-out");
  expect(left.problems).toBe(1);
  const { initiatives } = await json("list", "initiatives");
  expect(initiatives.map(({ id }: { id: string }) => id)).toContain("HAZ-south");
});

test("a reference layer and weights have their history too", async () => {
  const area = (code: string, dx: number) => ({
    properties: { WD13CD: code, WD13NM: `Ward ${code}` },
    rings: [square(X + dx, Y, 1000)],
  });
  put("wards.geojson", [area("W1", 0), area("W2", 1000)]);
  const { what } = await importing("wards.geojson", "--reference", "wards", "--title", "Wards");
  expect(what).toBe("2 areas of wards");
  put("wards.geojson", [area("W1", 0), area("W2", 1000), area("W3", 2000)]);
  await importing("wards.geojson", "--reference", "wards");
  const areas = async () =>
    (await json("list", "references")).references.find(({ id }: { id: string }) => id === "wards");
  expect(await areas()).toMatchObject({ areas: 3, title: "Wards" });
  await run("restore", "2");
  expect(await areas()).toMatchObject({ areas: 2 });
  expect((await outlineAt("wards", 3)).length).toBe(3);
  put("people.csv", "Ward code,Population\nW1,1200\nW2,\n");
  const weights = await importing("people.csv", "--weights", "people-wards", "--scheme", "ward13");
  expect(weights.warnings).toEqual(["1 row without a value left out, being unknown and not 0."]);
  const { weights: sets } = await json("list", "weights");
  expect(sets).toMatchObject([{ id: "people-wards", number: 1, total: 1200 }]);
  const places = await run("import", "wards.geojson", "--reference", "toy");
  expect(places.err).toContain("(input/invalid)");
});

test("what was imported outlives a new load", async () => {
  put("zone.geojson", [{ properties: { id: "HAZ-09", name: "New" }, rings: [square(X, Y, 1000)] }]);
  const { dataVersion } = await importing("zone.geojson", "--programme", "HAZ");
  const db = openDb(join(folder, "toy.db"));
  const { registryDir, boundariesDir } = toy;
  const options = { registryDir, boundariesDir, referenceDir: folder, now: new Date(0) };
  expect(await load(db, options)).toMatchObject({ changed: false, dataVersion });
  db.close();
  expect((await outlineAt("HAZ-09", 2)).length).toBe(1);
});

test("an initiative with money or partners cannot be taken out by going back", async () => {
  put("zone.geojson", [{ properties: { id: "HAZ-09" }, rings: [square(X, Y, 1000)] }]);
  await importing("zone.geojson", "--programme", "HAZ");
  const db = openDb(join(folder, "toy.db"));
  db.exec("UPDATE membership SET initiative_id = 'HAZ-09'");
  db.close();
  const before = dumpOf(join(folder, "toy.db"));
  const { err, status } = await run("restore", "1");
  expect(status).toBe(2);
  expect(err).toContain("(import/in-use)");
  expect(dumpOf(join(folder, "toy.db"))).toEqual(before);
});

test("each refusal says one sentence and leaves every table as it was", async () => {
  put("sound.geojson", [{ properties: { id: "HAZ-09" }, rings: [square(X, Y, 1000)] }]);
  put("dates.geojson", [
    { properties: { id: "A", start: "2003-01-01", end: "2002-01-01" }, rings: [square(X, Y, 9)] },
  ]);
  put("empty.geojson", "");
  put("half.geojson", gridGeojson([{ rings: [square(X, Y, 9)] }]).slice(0, 120));
  put("none.geojson", '{"type":"FeatureCollection","features":[]}');
  put("codes.csv", "Zone,District\nNorth,T9\n");
  put("twice.csv", "code,value\nA,1\nA,2\n");
  put("nothing.csv", "alpha,beta\n1,2\n");
  const refusals: readonly (readonly [string, ...string[]])[] = [
    ["input/invalid", "sound.geojson"],
    ["input/invalid", "sound.geojson", "--programme", "HAZ", "--weights", "w"],
    ["input/invalid", "sound.geojson", "--programme", "HAZ", "--map", "nothing"],
    ["input/invalid", "sound.geojson", "--programme", "HAZ", "--grade", "fine"],
    ["input/invalid", "sound.geojson", "--programme", "HAZ", "--accuracy", "-1"],
    ["input/invalid", "sound.geojson", "--reference", "No Such Name"],
    ["input/date", "sound.geojson", "--programme", "HAZ", "--date-read", "yesterday"],
    ["input/unknown-programme", "sound.geojson", "--programme", "XYZ"],
    ["input/unknown-repair", "sound.geojson", "--programme", "HAZ", "--accept", "9:redraw"],
    ["input/unknown-layer", "codes.csv", "--programme", "HAZ", "--areas", "mars"],
    ["import/undecided", "dates.geojson", "--programme", "HAZ"],
    ["import/undecided", "codes.csv", "--programme", "HAZ"],
    ["import/undecided", "twice.csv", "--weights"],
    ["registry/column", "nothing.csv", "--weights"],
    ["file/empty", "empty.geojson", "--programme", "HAZ"],
    ["file/empty", "none.geojson", "--reference", "wards"],
    ["file/missing", "nowhere.geojson", "--programme", "HAZ"],
    ["format/malformed", "half.geojson", "--programme", "HAZ"],
  ];
  const before = dumpOf(join(folder, "toy.db"));
  expect(before.ok).toBe("ok");
  for (const [code, ...args] of refusals) {
    const { status, out, err } = await run("import", ...args, "--json");
    expect(status, args.join(" ")).toBe(2);
    expect(out).toBe("");
    const { error } = JSON.parse(err.trim().split("\n").at(-1)!);
    expect(error.code, args.join(" ")).toBe(code);
    expect(error.message).toMatch(/^\S.*[.?]$/);
    expect(dumpOf(join(folder, "toy.db")), args.join(" ")).toEqual(before);
  }
});

test("the outline of a version goes to a file as well", async () => {
  put("zone.geojson", [{ properties: { id: "HAZ-09" }, rings: [square(X, Y, 1000)] }]);
  await importing("zone.geojson", "--programme", "HAZ");
  await run("versions", "HAZ-09", "--version", "2", "-o", "then.geojson");
  const written = JSON.parse(readFileSync(join(folder, "then.geojson"), "utf8"));
  expect(written.features[0].properties).toMatchObject({ id: "HAZ-09", area_m2: 1_000_000 });
});
