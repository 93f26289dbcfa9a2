/** `check`: what it says of a file, and the status it ends with. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkReport } from "../../server/contract/check-report.ts";
import { missingDatumShift } from "../../server/core/fit/cause/missing-datum.ts";
import { patchwork } from "../support/cli.ts";
import { gridGeojson, type SketchedFeature, square } from "../support/squares.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "patchwork-check-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const [X, Y] = [430_000, 430_000];
const at = (dx: number, dy: number, side = 1000) => square(X + dx, Y + dy, side);
const put = (name: string, features: SketchedFeature[]) =>
  writeFileSync(join(folder, name), gridGeojson(features));
const run = (...args: string[]) => patchwork(folder, ["check", ...args, "--today", "2026-11-25"]);
const report = async (...args: string[]) =>
  checkReport.parse(JSON.parse((await run(...args, "--json")).out));

const BOW = [
  [X, Y],
  [X + 1000, Y + 1000],
  [X + 1000, Y],
  [X, Y + 1000],
] as const;

test("a sound file ends with 0 and says what is in it", async () => {
  put("sound.geojson", [{ properties: { id: "A-1", name: "Alpha" }, rings: [at(0, 0)] }]);
  const { status, out } = await run("sound.geojson");
  expect(status).toBe(0);
  expect(out).toContain("sound.geojson: 1 feature, 4 points, read as geojson.");
  expect(out).toContain("Coordinates: EPSG:27700 (the file states it).");
  expect(out).toContain("id is taken as id (100 % sure)");
  expect(out).toContain("Nothing is wrong.");
});

test("a file with problems ends with 1: place, repair and change of area", async () => {
  put("bow.geojson", [
    { properties: { id: "A-1", name: "Alpha" }, rings: [BOW] },
    { properties: { id: "A-1", name: "Beta" }, rings: [at(3000, 0)] },
    { properties: { id: "A-3" } },
  ]);
  const { status, out } = await run("bow.geojson");
  expect(status).toBe(1);
  expect(out).toMatch(/For you to decide\n {2}1 feature has no geometry\./);
  expect(out).toContain("1 outline crosses its own lines.");
  expect(out).toContain("1 A-1 Alpha: at ");
  const { problems, proposals, repair } = await report("bow.geojson");
  expect(problems.map(({ problem }) => problem)).toEqual([
    "no-geometry",
    "duplicate-id",
    "rows-differ",
    "self-intersection",
  ]);
  const [finding] = problems[3]!.findings;
  expect(finding).toMatchObject({ feature: 1, id: "A-1", ring: 1 });
  expect(finding!.lon).toBeCloseTo(-1.537, 2);
  // Two triangles that the signed area counts against each other: 0 before, half the square after.
  expect(proposals).toMatchObject([
    { id: "1:redraw", before_m2: 0, after_m2: 500_000, area_change_m2: 500_000 },
  ]);
  expect(repair).toMatchObject({ features: 1, area_change_m2: 500_000 });
});

test("-o writes the places and each outline before and after", async () => {
  await run("bow.geojson", "-o", "bow-check.geojson");
  const { features } = JSON.parse(readFileSync(join(folder, "bow-check.geojson"), "utf8"));
  const kinds = features.map((one: { properties: { kind: string } }) => one.properties.kind);
  expect(kinds).toEqual(["problem", "before", "after"]);
  expect(features[1].geometry.coordinates).toHaveLength(1);
  expect(features[2].geometry.coordinates).toHaveLength(2);
});

test("a file that cannot be read is refused with 2", async () => {
  writeFileSync(join(folder, "half.geojson"), gridGeojson([{ rings: [at(0, 0)] }]).slice(0, 90));
  expect(await run("half.geojson")).toMatchObject({ status: 2 });
  expect(await run("nowhere.geojson")).toMatchObject({ status: 2 });
  expect((await run("sound.geojson", "--map", "From")).err).toContain("(input/invalid)");
  expect((await run("sound.geojson", "-o", "sound.geojson")).status).toBe(2);
});

test("what lies outside Great Britain is named and not refused", async () => {
  const ring = (lon: number, lat: number) => [
    [lon, lat],
    [lon + 0.1, lat],
    [lon + 0.1, lat + 0.1],
    [lon, lat],
  ];
  const feature = (lon: number, lat: number) => ({
    type: "Feature",
    properties: {},
    geometry: { type: "Polygon", coordinates: [ring(lon, lat)] },
  });
  const features = [feature(-1.5, 53.8), feature(-1.6, 53.8), feature(53.8, -1.5)];
  writeFileSync(
    join(folder, "swapped.geojson"),
    JSON.stringify({ type: "FeatureCollection", features }),
  );
  const { problems, crs_known } = await report("swapped.geojson");
  expect(crs_known).toContain("from the range of the coordinates");
  const outside = problems.find(({ problem }) => problem === "outside-country")!;
  expect(outside.findings).toMatchObject([
    { feature: 3, value: "with latitude and longitude swapped it would lie within" },
  ]);
});

test("--map says which column holds what, either way round", async () => {
  put("dates.geojson", [
    { properties: { key: "A", von: "2003-01-01", bis: "2002-01-01" }, rings: [at(0, 0)] },
  ]);
  const { fields, problems } = await report(
    "dates.geojson",
    "--map",
    "von=start_date,end_date=bis",
    "--id",
    "key",
  );
  expect(fields.map(({ holds }) => holds)).toEqual(["id", "start_date", "end_date"]);
  expect(problems.map(({ problem }) => problem)).toEqual(["dates-reversed"]);
});

test("a file that lies off its reference by a datum shift is called that, with the vector", async () => {
  const coast = Array.from({ length: 90 }, (_, i) => {
    const angle = (2 * Math.PI * i) / 90;
    const reach = 5000 + 900 * Math.sin(7 * angle) + 300 * Math.cos(23 * angle);
    return [X + reach * Math.cos(angle), Y + reach * Math.sin(angle)] as const;
  });
  const { east, north } = missingDatumShift(X, Y);
  const moved = coast.map(([x, y]) => [x + east, y + north] as const);
  put("coast.geojson", [{ properties: { id: "A" }, rings: [coast] }]);
  put("moved.geojson", [{ properties: { id: "A" }, rings: [moved] }]);
  const { problems } = await report("moved.geojson", "--against", "coast.geojson");
  const shift = problems.find(({ problem }) => problem === "constant-shift")!;
  expect(shift.findings[0]!.size).toBeCloseTo(Math.hypot(east, north), 0);
  expect(shift.findings[0]!.value).toContain(`${Math.abs(east).toFixed(1)} m`);
  expect(shift.findings[0]!.value).toContain("a missing datum shift between OSGB36 and WGS 84");
  expect((await report("coast.geojson", "--against", "coast.geojson")).problems).toEqual([]);
});

test("a table is checked as rows, a workbook's sheet by name", async () => {
  writeFileSync(
    join(folder, "rows.csv"),
    "Zone,Ward code,Start\nNorth,E05000001,1999-13-01\nSouth,E05000002,1999-12-01\n",
  );
  const { status, out } = await run("rows.csv");
  expect(status).toBe(1);
  expect(out).toContain("rows.csv: 2 rows, read as csv.");
  expect(out).toContain("Ward code is taken as area_code");
  expect(out).toContain("1 row has a date that cannot be read.");
});

test("a column named by hand that is not there is refused, not passed over", async () => {
  put("named.geojson", [{ properties: { id: "A-1" }, rings: [at(0, 0)] }]);
  for (const named of [
    ["--id", "code"],
    ["--map", "code=id"],
  ]) {
    const { status, err } = await run("named.geojson", ...named);
    expect(status).toBe(2);
    expect(err).toContain('named.geojson has no column "code". It has: id. (input/invalid)');
  }
});
