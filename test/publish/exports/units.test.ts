/** Every unit's files as they were: a change of a golden is a change of someone's figures. */
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import type { FeatureCollection, MultiPolygon, Position } from "geojson";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aboutSchema } from "../../../server/contract/about.ts";
import { MEASURES, PLACE_MEASURES } from "../../../server/contract/measures.ts";
import { chooseFields } from "../../../server/publish/exports/choose-fields.ts";
import { aboutText } from "../../../server/publish/exports/export.ts";
import { csv } from "../../../server/publish/exports/formats/csv.ts";
import { geojson } from "../../../server/publish/exports/formats/geojson.ts";
import type { ExportUnit } from "../../../server/publish/exports/unit.ts";
import { UNITS, unitNamed } from "../../../server/publish/exports/units.ts";
import { askToy, type ToyAsker } from "../../support/ask-toy.ts";
import { bytesOf } from "../../support/table.ts";

const golden = (name: string) => join(import.meta.dirname, "../../golden/exports", name);
let toy: ToyAsker;
beforeAll(async () => {
  toy = await askToy();
});
afterAll(() => toy.close());

const AT = "2000-06-01";
const table = (unit: ExportUnit, query: object = { at: AT }) => toy.table(unit, query);
const collection = (unit: string, query?: object): FeatureCollection =>
  JSON.parse(bytesOf(geojson.write(table(unitNamed(unit), query))).toString());
const csvRows = (unit: string, query?: object) =>
  parse(bytesOf(csv.write(table(unitNamed(unit), query))), { columns: true }) as Record<
    string,
    string
  >[];

/** Goldens hold what an export says, not which data it rests on: the version moves with every new table. */
const unversioned = (text: string) =>
  text.replaceAll(toy.loaded.study.dataVersion, "sha256:the-data-version");

/** Ids of rules are for machines: what people read says it in words. */
const RULE_ID = /\bM-[A-Z]\d/;

describe.each(UNITS.map((unit) => [unit.id, unit] as const))("%s", (id, unit) => {
  test("the CSV is as it was", async () => {
    await expect(bytesOf(csv.write(table(unit))).toString()).toMatchFileSnapshot(
      golden(`toy-${id}.csv`),
    );
  });
  test("what it carries is as it was, and no field lacks its meaning", async () => {
    const { about, fields, rows } = table(unit);
    await expect(unversioned(aboutText(about))).toMatchFileSnapshot(golden(`toy-${id}.meta.json`));
    expect(aboutSchema.parse(about).fields).toEqual(
      Object.fromEntries(fields.map(({ name, meaning }) => [name, meaning])),
    );
    for (const { meaning } of fields) expect(meaning).not.toMatch(RULE_ID);
    for (const row of rows) expect(row).toHaveLength(fields.length);
    expect(new Set(rows.map(([key]) => key)).size).toBe(rows.length);
  });
  test("the map file is as it was", async () => {
    if (!unit.hasGround) return;
    await expect(unversioned(bytesOf(geojson.write(table(unit))).toString())).toMatchFileSnapshot(
      golden(`toy-${id}.geojson`),
    );
  });
});

test("cells: sources by ground, areas add up to the certified total", () => {
  const rows = csvRows("cells");
  expect(rows.map(({ sources, depth, depth_max }) => [sources, depth, depth_max])).toEqual([
    ["EZ-01", "1", "1"],
    ["EZ-01;HAZ-01", "2", "2"],
    // The disc of NDC-01 lies in T1, which HAZ-01 alone covers.
    ["HAZ-01", "1", "2"],
  ]);
  const total = rows.reduce((sum, { area_m2, depth }) => sum + Number(area_m2) * Number(depth), 0);
  const pairs = csvRows("pairs");
  expect(total).toBeCloseTo(Number(pairs[0]!.a_m2) + Number(pairs[0]!.b_m2), 3);
  expect(rows[1]!.area_m2).toBe(pairs[0]!.intersection_m2);
});

test("cells: a filter merges what it no longer tells apart", () => {
  expect(csvRows("cells", { at: AT, programme: "HAZ" }).map(({ sources }) => sources)).toEqual([
    "HAZ-01",
  ]);
  expect(csvRows("cells", { at: "1990-01-01" })).toEqual([]);
});

test("the name that a spreadsheet would run is guarded, and the files say who is missing", () => {
  expect(csvRows("pairs")[0]!.b_name).toBe("'=Leeds");
  const { completeness } = table(unitNamed("places")).about;
  expect(completeness).toEqual([
    { programme: "HAZ", name: "Health Action Zones", held: 1, existed: 2, note: "two zones" },
  ]);
});

test("places: every measure of a place is a column, and the best comes first", () => {
  const [first] = csvRows("places");
  expect(Object.keys(first!)).toEqual([
    "code",
    "name",
    "region",
    ...PLACE_MEASURES.map(({ id }) => id),
  ]);
  expect(first).toMatchObject({ code: "T2", covers: "2", rank: "1" });
});

test("initiatives: what is not drawn has no geometry and no area", () => {
  const { features } = collection("initiatives");
  expect(
    features.map(({ id, geometry, properties }) => [id, geometry === null, properties!.grade]),
  ).toEqual([
    ["EZ-01", false, "composed"],
    ["HAZ-01", false, "composed"],
    ["NDC-01", true, "indicative"],
  ]);
});

test("initiatives: the last day stands beside the end, and a recalled end is marked", () => {
  const [, haz] = csvRows("initiatives");
  expect(haz).toMatchObject({
    id: "HAZ-01",
    end: "2003-04-01",
    last_day: "2003-03-31",
    confidence: "sourced",
    end_confidence: "recalled",
    end_assumed: "",
    notes: "End date recalled.",
  });
});

test("every file carries the certificate of the partition that its figures rest on", () => {
  const of = UNITS.map((unit) => {
    const { certificate_of, certificate } = table(unit).about;
    return [unit.id, certificate_of, certificate.passed];
  });
  expect(of).toEqual([
    ["cells", "question", true],
    ["pairs", "question", true],
    ["places", "study", true],
    ["figures", "study", true],
    ["initiatives", "study", true],
    ["streams", "study", true],
    ["claims", "study", true],
    ["partners", "study", true],
    ["coterminosity", "study", true],
    ["gaps", "study", true],
    ["need", "small-areas", true],
    ["uncovered", "small-areas", true],
    ["need-regions", "small-areas", true],
    ["need-places", "small-areas", true],
    ["contrast", "study", true],
  ]);
});

test("places: a sum of budgets says how many budgets are in it", () => {
  const [first] = csvRows("places", { at: "2002-06-01", programme: "HAZ" });
  expect(first).toMatchObject({ ending: "1", ending_money: "1000000", ending_money_known: "1" });
});

test("GeoJSON keeps to RFC 7946", () => {
  const { features, bbox } = collection("cells");
  const [west, south, east, north] = bbox as [number, number, number, number];
  expect([west, south, east, north].map((x) => Math.round(x * 10) / 10)).toEqual([
    -1.6, 53.7, -1.4, 53.9,
  ]);
  const turn = (ring: Position[]) =>
    ring.slice(1).reduce((sum, [x, y], i) => sum + ring[i]![0]! * y! - x! * ring[i]![1]!, 0);
  for (const { geometry } of features) {
    for (const [outer, ...inner] of (geometry as MultiPolygon).coordinates) {
      expect(turn(outer!)).toBeGreaterThan(0);
      for (const ring of inner) expect(turn(ring)).toBeLessThan(0);
    }
  }
});

test("measures have ids of their own", () => {
  expect(new Set(MEASURES.map(({ id }) => id)).size).toBe(MEASURES.length);
  for (const { meaning } of MEASURES) expect(meaning).not.toMatch(RULE_ID);
});

test("what a file carries names the rules of its own fields, and none where it has none", () => {
  const whole = table(unitNamed("pairs"));
  expect(whole.about.definitions).toEqual({ jaccard: "M-O4" });
  expect(chooseFields(whole, ["jaccard"]).about.definitions).toEqual({ jaccard: "M-O4" });
  expect(chooseFields(whole, ["a", "b"]).about).not.toHaveProperty("definitions");
  expect(table(unitNamed("initiatives")).about).not.toHaveProperty("definitions");
});
