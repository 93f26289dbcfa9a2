import { expect, test } from "vitest";
import { isoDate } from "../../server/core/units.ts";
import { type BuildingArea, planOutlines } from "../../server/ingest/load-outlines.ts";
import type { Registry } from "../../server/ingest/registry/read-registry.ts";
import type { BoundaryVersionLine, InitiativeLine } from "../../server/ingest/registry/tables.ts";

const date = (text: string) => isoDate(text)!;

const initiative = (id: string, codes: string[], more: Partial<InitiativeLine> = {}) => ({
  id,
  programme: "P",
  name: id,
  round: "",
  start_date: null,
  end_date: null,
  budget_gbp: null,
  accountable_body: "",
  region: "",
  area_definition: "la_set" as const,
  member_las: codes.map((code) => `Name of ${code}`),
  member_lad_codes: [],
  member_lad04_codes: codes,
  member_wards: "",
  centroid_lat: null,
  centroid_lon: null,
  households_or_population: null,
  population_basis: "",
  notes: "",
  confidence: "sourced" as const,
  source: "a document",
  ...more,
});

const registry = (
  initiatives: readonly InitiativeLine[],
  more: Partial<Registry> = {},
): Registry => ({
  programmes: [],
  initiatives,
  partners: [],
  streams: [],
  aims: [],
  ruleChanges: [],
  boundaryVersions: [],
  indications: [],
  districts: new Map(),
  ...more,
});

const area = (...codes: string[]): BuildingArea => ({
  name: codes.join("+"),
  grade: "surveyed",
  accuracy: 20,
  districts: codes.map((code) => ({ scheme: "lad04", code })),
});

/** District A, district B, and a county that stands for C and D. */
const areas = [area("A"), area("B"), area("C", "D")];

const plan = (row: InitiativeLine, more: Partial<Registry> = {}) =>
  planOutlines(registry([row], more), areas);

test("an outline is made of the areas of its districts", () => {
  const { boundaries, missing } = plan(initiative("I", ["A", "B"]));
  expect(boundaries).toMatchObject([
    { initiative: "I", version: 1, grade: "composed", areas: [0, 1], accuracy: 20 },
  ]);
  expect(missing.size).toBe(0);
});

test("a county enters only when all its districts are members", () => {
  expect(plan(initiative("I", ["C", "D"])).boundaries[0]?.areas).toEqual([2]);
  const part = plan(initiative("I", ["A", "C"]));
  expect(part.boundaries[0]?.areas).toEqual([0]);
  expect(part.missing).toEqual(new Map([["I", ["Name of C"]]]));
});

test("an initiative of which nothing can be drawn is located, and says what is missing", () => {
  const { boundaries, missing } = plan(initiative("I", ["C"]));
  expect(boundaries).toMatchObject([{ grade: "located", areas: [], accuracy: undefined }]);
  expect(missing).toEqual(new Map([["I", ["Name of C"]]]));
});

test("a neighbourhood in a district is located there, not drawn as the district", () => {
  const row = initiative("I", ["A"], { area_definition: "neighbourhood" });
  const { boundaries, missing } = plan(row);
  expect(boundaries).toMatchObject([{ grade: "located", areas: [] }]);
  expect(missing.size).toBe(0);
});

test("one coarse member makes the whole outline generalised, with the worse accuracy", () => {
  const coarse: BuildingArea = { ...area("B"), grade: "generalised", accuracy: 4000 };
  const { boundaries } = planOutlines(registry([initiative("I", ["A", "B"])]), [areas[0]!, coarse]);
  expect(boundaries).toMatchObject([{ grade: "generalised", accuracy: 4000 }]);
});

test("outside England the codes of 2013 count, in England never", () => {
  const welsh: BuildingArea = {
    ...area(),
    districts: [{ scheme: "lad13", code: "W1" }],
  };
  const english = initiative("E", ["A"], { member_lad_codes: ["W1"] });
  const row = initiative("W", [], { member_lad_codes: ["W1"] });
  const { boundaries } = planOutlines(registry([row, english]), [...areas, welsh]);
  expect(boundaries.map(({ areas: used }) => used)).toEqual([[3], [0]]);
});

const span = (from: string, to: string, grade: "composed" | "located"): BoundaryVersionLine => ({
  initiative_id: "I",
  valid_from: date(from),
  valid_to: date(to),
  grade,
  definition: `${grade} from ${from}`,
  confidence: "sourced",
  source: "SI",
});

test("only spans in which the ground was the whole districts are drawn", () => {
  const boundaryVersions = [
    span("2000-04-03", "2000-06-05", "located"),
    span("2000-06-05", "2006-04-24", "composed"),
  ];
  const { boundaries } = plan(initiative("I", ["A"]), { boundaryVersions });
  expect(boundaries).toMatchObject([
    { version: 1, from: "2000-04-03", to: "2000-06-05", grade: "located", areas: [] },
    { version: 2, from: "2000-06-05", to: "2006-04-24", grade: "composed", areas: [0] },
  ]);
  expect(boundaries[1]?.evidence).toEqual({
    confidence: "sourced",
    source: "SI",
    notes: "",
    dateRead: undefined,
  });
});

test("a cited point and size make a boundary indicative", () => {
  const indication = { lon: -1, lat: 52, smallest_m2: 100, largest_m2: 400, citation: "HC Deb" };
  const line = { ...indication, initiative_id: "I", confidence: "sourced" as const, source: "" };
  const row = initiative("I", ["A"], { area_definition: "neighbourhood" });
  const { boundaries } = plan(row, { indications: [line] });
  expect(boundaries).toMatchObject([{ grade: "indicative", areas: [], indication }]);
});
