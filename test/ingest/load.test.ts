/** The bundled data into a store, and what a store keeps when a load is refused. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { type LoadOptions, type LoadSummary, load } from "../../server/ingest/load.ts";
import { boundaryTable } from "../../server/store/boundary.ts";
import { dataVersion } from "../../server/store/content.ts";
import { type Db, damageIn, openDb } from "../../server/store/db.ts";
import { initiativeTable } from "../../server/store/initiative.ts";
import { metaTable } from "../../server/store/meta.ts";
import { placeTable } from "../../server/store/place.ts";
import { programmeTable } from "../../server/store/programme.ts";

const data = (name: string) => fileURLToPath(new URL(`../../data/${name}`, import.meta.url));
const BUNDLED: LoadOptions = {
  registryDir: data("registry"),
  referenceDir: data("reference"),
  now: new Date("2026-01-02T03:04:05Z"),
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "patchwork-load-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

let db: Db;
let summary: LoadSummary;
beforeAll(async () => {
  db = openDb(":memory:");
  summary = await load(db, BUNDLED);
});

const unit = (code: string) =>
  placeTable(db)
    .ofLayer("natural_earth")
    .find(({ place }) => place.code === code)?.place;
const grades = (id: string) =>
  boundaryTable(db)
    .ofInitiative(id)
    .map(({ grade }) => grade);

test("it holds the registry over the 206 units of Great Britain", () => {
  expect(summary).toMatchObject({ changed: true, programmes: 31, initiatives: 582 });
  expect(summary.layers).toMatchObject([{ id: "natural_earth", areas: 206 }]);
  expect(summary.warnings).toEqual([]);
  expect(metaTable(db).find("data_version")).toBe(summary.dataVersion);
  expect(metaTable(db).find("loaded_at")).toBe("2026-01-02T03:04:05.000Z");
  expect(damageIn(db)).toEqual([]);
});

test("units have country, region, a point inside and plausible ground", () => {
  expect(unit("00CN")).toMatchObject({ country: "England", region: "West Midlands" });
  expect(unit("W06000011")).toMatchObject({ country: "Wales", region: "" });
  // Birmingham has 268 km² and lies about 1.9 degrees west.
  expect(unit("00CN")!.area / 1e6).toBeGreaterThan(200);
  expect(unit("00CN")!.area / 1e6).toBeLessThan(340);
  for (const { place } of placeTable(db).ofLayer("natural_earth")) {
    const [west, south, east, north] = place.bounds;
    expect(place.lon).toBeGreaterThan(west);
    expect(place.lon).toBeLessThan(east);
    expect(place.lat).toBeGreaterThan(south);
    expect(place.lat).toBeLessThan(north);
    expect(place.bounds[0]).toBeGreaterThan(-9);
  }
});

test("outlines are generalised, with an accuracy, and composed of whole units", () => {
  const [bradford] = boundaryTable(db).ofInitiative("HAZ-01");
  expect(bradford).toMatchObject({ grade: "generalised", accuracy_m: 4300 });
  expect(bradford?.area_m2).toBeCloseTo(unit("00CX")!.area, 0);
  const london = boundaryTable(db).ofInitiative("HAZ-03")[0]?.area_m2;
  const parts = ["00AY", "00BE", "00AZ"].map((code) => unit(code)!.area);
  expect(london).toBeCloseTo(
    parts.reduce((sum, area) => sum + area, 0),
    0,
  );
});

test("members that no unit can draw are named", () => {
  const missing = new Map(summary.incomplete.map((row) => [row.id, row.missing]));
  expect(missing.get("HAZ-06")).toEqual(["Allerdale", "Carlisle", "Copeland", "Eden"]);
  expect(grades("HAZ-06")).toEqual(["located"]);
  expect(missing.get("HAZ-20")).toEqual(["Newcastle-under-Lyme", "Staffordshire Moorlands"]);
  expect(grades("HAZ-20")).toEqual(["generalised"]);
  expect(missing.get("EZ-04")).toEqual(["Bassetlaw"]);
  expect(summary.incomplete).toHaveLength(29);
});

test("Cornwall's seven districts are the county and the Isles of Scilly", () => {
  expect(grades("HAZ-15")).toEqual(["generalised"]);
  const [cornwall] = boundaryTable(db).ofInitiative("HAZ-15");
  const whole = unit("cornwall")!.area + unit("15UH")!.area;
  expect(cornwall?.area_m2).toBeCloseTo(whole, 0);
});

test("the Employment Zones follow their regulations", () => {
  const versions = boundaryTable(db).ofInitiative("EZ-01");
  expect(versions.map(({ valid_from, valid_to, grade }) => [valid_from, valid_to, grade])).toEqual([
    ["2000-04-03", "2000-06-05", "located"],
    ["2000-06-05", "2006-04-24", "generalised"],
    ["2006-04-24", "2007-04-24", "located"],
    ["2007-04-24", "2009-10-01", "located"],
  ]);
  expect(grades("EZ-05")).toEqual(["located", "generalised"]);
});

test("neighbourhoods, schools and rows that cover part of their districts are not drawn", () => {
  for (const id of ["NDC-01", "EAZ-01", "URC-14", "SRB-50"])
    expect(grades(id)).toEqual(["located"]);
});

test("every row has its evidence", () => {
  expect(initiativeTable(db).find("HAZ-01")?.evidence).toMatchObject({ confidence: "sourced" });
  expect(
    programmeTable(db)
      .all()
      .find(({ code }) => code === "SRB"),
  ).toMatchObject({
    held: 75,
    existed: 1000,
    existedNote: "about 1,000 schemes in six rounds",
  });
});

test("loading the same again writes nothing", async () => {
  const path = join(folder, "twice.db");
  const first = openDb(path);
  await load(first, BUNDLED);
  first.close();
  const before = readFileSync(path);
  const second = openDb(path);
  const again = await load(second, { ...BUNDLED, now: new Date("2027-01-01T00:00:00Z") });
  second.close();
  expect(again).toMatchObject({ changed: false, dataVersion: summary.dataVersion });
  expect(readFileSync(path).equals(before)).toBe(true);
});

test("two loads give the same data version", async () => {
  expect((await load(openDb(":memory:"), BUNDLED)).dataVersion).toBe(summary.dataVersion);
});

test.each([
  ["an unknown district", ",00CX,", ",99ZZ,", "registry/unknown-area"],
  ["a date that is none", "1998-04-01", "1998-13-01", "registry/value"],
])("%s is refused and the store stays as it was", async (_, from, to, code) => {
  const registryDir = join(folder, "registry");
  cpSync(data("registry"), registryDir, { recursive: true });
  const file = join(registryDir, "initiatives.csv");
  writeFileSync(file, readFileSync(file, "utf8").replace(from, to));
  await expect(load(db, { ...BUNDLED, registryDir })).rejects.toMatchObject({ code });
  expect(dataVersion(db)).toBe(summary.dataVersion);
});

test("a boundary file that is cut short is refused and the store stays as it was", async () => {
  writeFileSync(join(folder, "region.geojson"), '{"type":"FeatureCollection","features":[{"type":');
  const beside = { ...BUNDLED, boundariesDir: folder, besideBundled: true };
  await expect(load(db, beside)).rejects.toMatchObject({
    code: "format/malformed",
  });
  expect(dataVersion(db)).toBe(summary.dataVersion);
});
