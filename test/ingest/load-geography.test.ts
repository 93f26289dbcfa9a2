/** A folder of one's own as the geography of a load, and what is refused of one. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { type LoadOptions, type LoadSummary, load } from "../../server/ingest/load.ts";
import { boundaryTable } from "../../server/store/boundary.ts";
import { dataVersion } from "../../server/store/content.ts";
import { type Db, openDb } from "../../server/store/db.ts";

const data = (name: string) => fileURLToPath(new URL(`../../data/${name}`, import.meta.url));
const BUNDLED: LoadOptions = {
  registryDir: data("registry"),
  referenceDir: data("reference"),
  now: new Date("2026-01-02T03:04:05Z"),
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "patchwork-geography-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** What a refused load must leave as it is. */
let db: Db;
let summary: LoadSummary;
beforeAll(async () => {
  db = openDb(":memory:");
  summary = await load(db, BUNDLED);
});

/** A square of about 5 km in the Midlands. */
const feature = (code: string, lon: number) => ({
  type: "Feature",
  properties: { CODE: code, NAME: `Place ${code}` },
  geometry: {
    type: "Polygon",
    coordinates: [
      [
        [lon, 52.5],
        [lon + 0.05, 52.5],
        [lon + 0.05, 52.55],
        [lon, 52.55],
        [lon, 52.5],
      ],
    ],
  },
});

test("anyone's own folder serves, with a manifest", async () => {
  const features = [feature("00CN", -1.9), feature("00CT", -1.85), feature("99ZZ", -1.8)];
  writeFileSync(
    join(folder, "mine.geojson"),
    JSON.stringify({ type: "FeatureCollection", features }),
  );
  writeFileSync(join(folder, "notes.txt"), "not a layer");
  const layer = {
    file: "mine.geojson",
    id: "mine",
    title: "Two districts",
    vintage: "2004",
    code: "CODE",
    name: "NAME",
    role: "places",
    districts: "lad04",
    accuracy_m: 5,
  };
  writeFileSync(join(folder, "manifest.json"), JSON.stringify({ layers: [layer] }));
  const own = openDb(":memory:");
  const result = await load(own, { ...BUNDLED, boundariesDir: folder });
  expect(result.layers).toMatchObject([{ id: "mine", areas: 3 }]);
  expect(result.warnings).toEqual([
    expect.stringContaining("notes.txt"),
    expect.stringContaining("99ZZ (Place 99ZZ)"),
  ]);
  // Birmingham (00CN) is drawn; it is all of EIC-01 and one of the two districts of CNX-02.
  const outline = (id: string) => boundaryTable(own).ofInitiative(id)[0];
  expect(outline("EIC-01")).toMatchObject({ grade: "composed", accuracy_m: 5 });
  expect(outline("CNX-02")?.area_m2).toBeCloseTo(outline("EIC-01")!.area_m2! * 2, -3);
  expect(result.incomplete.some(({ id }) => id === "EIC-01" || id === "CNX-02")).toBe(false);
});

/** A folder whose one layer is a region. */
function putRegion() {
  const properties = { EER13CD: "E15000005", EER13NM: "West Midlands" };
  const features = [
    { ...feature("E15000005", -1.9), properties },
    { type: "Feature", properties: { EER13CD: "E15000099" }, geometry: null },
  ];
  writeFileSync(
    join(folder, "region.geojson"),
    JSON.stringify({ type: "FeatureCollection", features }),
  );
}

test("a folder without districts is loaded beside the bundled units if asked, and that is said", async () => {
  putRegion();
  const own = openDb(":memory:");
  const result = await load(own, { ...BUNDLED, boundariesDir: folder, besideBundled: true });
  expect(result.layers).toMatchObject([
    { id: "region", areas: 1 },
    { id: "natural_earth", areas: 206 },
  ]);
  expect(result.warnings).toEqual([
    "Left out of region.geojson: a feature without geometry, E15000099.",
    expect.stringContaining("bundled generalised units"),
  ]);
});

test("a folder without districts is refused unasked, and the store stays as it was", async () => {
  putRegion();
  await expect(load(db, { ...BUNDLED, boundariesDir: folder })).rejects.toMatchObject({
    code: "file/empty",
    message: expect.stringMatching(/district_pre2009_england.*manifest\.json.*--beside-bundled/),
  });
  expect(dataVersion(db)).toBe(summary.dataVersion);
  await expect(load(db, { ...BUNDLED, besideBundled: true })).rejects.toMatchObject({
    code: "input/invalid",
  });
});

/** A folder of squares by their codes, with a manifest that makes them the places. */
function putPlaces(codes: readonly string[], more: object = { districts: "lad04" }) {
  const features = codes.map((code, i) => feature(code, -1.9 + i / 20));
  writeFileSync(
    join(folder, "own.geojson"),
    JSON.stringify({ type: "FeatureCollection", features }),
  );
  const own = { file: "own.geojson", id: "own", title: "My places", vintage: "2004" };
  const layer = { ...own, code: "CODE", name: "NAME", role: "places", ...more };
  writeFileSync(join(folder, "manifest.json"), JSON.stringify({ layers: [layer] }));
}

test("places of which none is a district of an initiative are refused by their codes", async () => {
  // E07000066 is a district in the other scheme.
  putPlaces(["ZZ1", "ZZ2", "E07000066", "ZZ4"]);
  await expect(load(db, { ...BUNDLED, boundariesDir: folder })).rejects.toMatchObject({
    code: "registry/unknown-area",
    message: expect.stringMatching(/own\.geojson .*\(E07000066, ZZ1, ZZ2 …\).*lad04/),
  });
  putPlaces(["00CN"], {});
  await expect(load(db, { ...BUNDLED, boundariesDir: folder })).rejects.toMatchObject({
    code: "input/invalid",
    message: expect.stringContaining('"districts" in manifest.json'),
  });
  putPlaces(["00CN"]);
  await expect(
    load(db, { ...BUNDLED, boundariesDir: folder, besideBundled: true }),
  ).rejects.toMatchObject({ code: "input/invalid" });
  expect(dataVersion(db)).toBe(summary.dataVersion);
});

test("it is told when another layer becomes that of the places, and only then", async () => {
  const own = openDb(":memory:");
  putPlaces(["00CN"]);
  const mine = { ...BUNDLED, boundariesDir: folder };
  expect((await load(own, mine)).replaced).toBeNull();
  expect((await load(own, mine)).replaced).toBeNull();
  expect((await load(own, BUNDLED)).replaced).toEqual({
    before: "My places",
    now: "Units of Great Britain, generalised",
  });
});

test("ground outside Great Britain is refused", async () => {
  const features = [{ ...feature("E15000005", 10), properties: { EER13CD: "E15000005" } }];
  writeFileSync(
    join(folder, "region.geojson"),
    JSON.stringify({ type: "FeatureCollection", features }),
  );
  const beside = { ...BUNDLED, boundariesDir: folder, besideBundled: true };
  await expect(load(db, beside)).rejects.toMatchObject({
    code: "crs/out-of-range",
  });
});
