/** Each table gives back what was put in, and refuses what it must not hold. */
import { beforeEach, expect, test } from "vitest";
import type { Evidence } from "../../server/core/model.ts";
import type { Certificate } from "../../server/core/overlay/model.ts";
import { isoDate, metres, pounds } from "../../server/core/units.ts";
import { aimTable } from "../../server/store/aim.ts";
import { analysisTable, type NewAnalysis } from "../../server/store/analysis.ts";
import { boundaryTable, type NewBoundary } from "../../server/store/boundary.ts";
import { type Db, openDb } from "../../server/store/db.ts";
import { drawingOf } from "../../server/store/drawing.ts";
import { fundingStreamTable, type NewStream } from "../../server/store/funding-stream.ts";
import { decodeShapes, STORE_GRID } from "../../server/store/geometry-codec.ts";
import { initiativeTable } from "../../server/store/initiative.ts";
import { memberAreaTable } from "../../server/store/member-area.ts";
import { metaTable } from "../../server/store/meta.ts";
import { partnerTable } from "../../server/store/partner.ts";
import { placeTable } from "../../server/store/place.ts";
import { programmeTable } from "../../server/store/programme.ts";
import { referenceLayerTable } from "../../server/store/reference-layer.ts";
import { ruleChangeTable } from "../../server/store/rule-change.ts";
import { weightTable } from "../../server/store/weight.ts";

const said: Evidence = {
  confidence: "sourced",
  source: "a document",
  notes: "a note",
  dateRead: isoDate("2026-01-02"),
};
const date = (text: string) => isoDate(text)!;
const programme = (code: string) => ({
  code,
  name: `Programme ${code}`,
  category: "theme" as const,
  department: "A department",
  administering_body: "",
  start_date: date("1998-04-01"),
  end_date: null,
  budget_gbp: 5,
  funding_year_basis: "calendar" as const,
  claim_frequency: "quarterly",
  payment_basis: "",
  output_measure: "",
  duration_years: null,
  claim_route: "",
  advance_share: 0,
  match_rule: "",
  bidding: "",
  reporting: "",
  audit: "",
  existed: null,
  existed_note: "not found",
  existed_source: "",
  evidence: said,
});
const initiative = (id: string) => ({
  id,
  programme_code: "P",
  name: `Initiative ${id}`,
  round: "round 1",
  start_date: date("1998-04-01"),
  end_date: date("2003-04-01"),
  budget_gbp: null,
  accountable_body: "A council",
  region: "London",
  area_definition: "la_set" as const,
  member_wards: "",
  lon: null,
  lat: null,
  people: 100,
  people_basis: "stated",
  evidence: said,
});

/** A square of `side` metres with its lower left corner at (x, y) metres. */
function square(x: number, y: number, side: number) {
  const [w, s, e, n] = [x * 1000, y * 1000, (x + side) * 1000, (y + side) * 1000];
  const shapes = {
    count: 1,
    polygonShape: Int32Array.of(0),
    polygonRing: Int32Array.of(0, 1),
    ringVertex: Int32Array.of(0, 4),
    xy: Int32Array.of(w, s, e, s, e, n, w, n),
  };
  return drawingOf(shapes, [0], side * side);
}

const layer = {
  id: "districts",
  title: "Districts",
  vintage: "2004",
  grade: "surveyed" as const,
  accuracy: metres(20),
  attribution: "",
  licence: "",
  role: "places" as const,
  file: "districts.geojson",
  sha256: "0",
};
const area = (code: string) => ({
  layer_id: "districts",
  code,
  name: `Area ${code}`,
  region: "London",
  country: "England",
  lon: -0.1,
  lat: 51.5,
  bounds: [-0.2, 51.4, 0, 51.6] as const,
  districts: [{ scheme: "lad04" as const, code }],
});
const outline = (owner: NewBoundary["owner"], drawn: NewBoundary["drawn"]): NewBoundary => ({
  owner,
  version: 1,
  from: undefined,
  to: undefined,
  grade: drawn ? "composed" : "located",
  accuracy: undefined,
  definition: "whole districts",
  drawn,
  indication: undefined,
  evidence: said,
});

let db: Db;
beforeEach(() => {
  db = openDb(":memory:");
  programmeTable(db).add(programme("P"));
  initiativeTable(db).add(initiative("I-1"));
});

test("a programme comes back with unknowns undefined and its initiatives counted", () => {
  expect(programmeTable(db).all()).toEqual([
    {
      code: "P",
      name: "Programme P",
      category: "theme",
      department: "A department",
      start: "1998-04-01",
      end: undefined,
      budget: 5,
      held: 1,
      existed: undefined,
      existedNote: "not found",
      evidence: said,
    },
  ]);
  expect(programmeTable(db).rules()[0]).toMatchObject({ advance_share: 0, duration_years: null });
});

test("a category outside PAT 17's four is refused", () => {
  const change = db.prepare("UPDATE programme SET category = 'overall'");
  expect(() => change.run()).toThrow(/CHECK/);
});

test("an initiative comes back by id, and belongs to a programme that is there", () => {
  expect(initiativeTable(db).find("I-1")).toMatchObject(initiative("I-1"));
  expect(initiativeTable(db).find("I-2")).toBeUndefined();
  const orphan = { ...initiative("I-2"), programme_code: "Q" };
  expect(() => initiativeTable(db).add(orphan)).toThrow(/FOREIGN KEY/);
});

test("evidence that says the same is kept once", () => {
  initiativeTable(db).add(initiative("I-2"));
  expect(db.prepare("SELECT count(*) FROM evidence").pluck().get()).toBe(1);
  initiativeTable(db).add({ ...initiative("I-3"), evidence: { ...said, dateRead: undefined } });
  expect(db.prepare("SELECT count(*) FROM evidence").pluck().get()).toBe(2);
});

test("a stream keeps its yearly profile, two figures of one year too", () => {
  const year = (start: string, end: string, amount: number) => ({
    start: date(start),
    end: date(end),
    amount: pounds(amount),
    evidence: said,
  });
  const stream: NewStream = {
    programme_code: "P",
    initiative_id: "I-1",
    scope: "initiative",
    line: "",
    part: "whole",
    funder: "A department",
    kind: "allocation",
    years: [
      year("1999-04-01", "2000-04-01", 10),
      year("2000-04-01", "2001-04-01", 20),
      year("2000-04-01", "2001-04-01", 21),
    ],
  };
  fundingStreamTable(db).add(stream);
  expect(fundingStreamTable(db).ofInitiative("I-1")).toEqual([{ ...stream, id: 1 }]);
  const homeless = { ...stream, initiative_id: null };
  expect(() => fundingStreamTable(db).add(homeless)).toThrow(/CHECK/);
});

test("an organisation of one name is one partner, in as many roles as it has", () => {
  const membership = (role: string) => ({
    initiative_id: "I-1",
    organisation: "A council",
    sector: "local_authority" as const,
    role,
    evidence: said,
  });
  partnerTable(db).add(membership("accountable body"));
  partnerTable(db).add(membership("partner"));
  expect(partnerTable(db).ofInitiative("I-1")).toEqual([
    membership("accountable body"),
    membership("partner"),
  ]);
  expect(db.prepare("SELECT count(*) FROM partner").pluck().get()).toBe(1);
});

test("aims, rule changes, weights and meta come back", () => {
  const aim = { programme_code: "P", aim: "jobs", weight: "primary" as const, evidence: said };
  aimTable(db).add(aim);
  expect(aimTable(db).all()).toEqual([aim]);
  const change = { date: date("1999-01-15"), programme_code: "P", what: "x", evidence: said };
  ruleChangeTable(db).add(change);
  expect(ruleChangeTable(db).all()).toEqual([change]);
  const set = {
    id: "people",
    title: "People",
    unit: "people" as const,
    scheme: "lad04",
    vintage: "2015",
    attribution: "",
    licence: "",
    file: "people.csv",
    sha256: "0",
  };
  weightTable(db).add(set, [["00AA", 7]]);
  expect(weightTable(db).sets()).toEqual([set]);
  expect(weightTable(db).values("people")).toEqual(new Map([["00AA", 7]]));
  metaTable(db).set("data_version", "a");
  metaTable(db).set("data_version", "b");
  expect(metaTable(db).find("data_version")).toBe("b");
});

test("places are those of the layer, by code; only one layer may be the places", () => {
  referenceLayerTable(db).add(layer);
  for (const code of ["00BB", "00AA"]) {
    const id = referenceLayerTable(db).addArea(area(code));
    boundaryTable(db).add(outline({ referenceArea: id }, square(0, 0, 10)));
  }
  expect(referenceLayerTable(db).all()).toEqual([{ ...layer, areas: 2 }]);
  const places = placeTable(db).ofLayer("districts");
  expect(places.map(({ place }) => place.code)).toEqual(["00AA", "00BB"]);
  expect(places[0]?.place).toEqual({
    code: "00AA",
    name: "Area 00AA",
    region: "London",
    country: "England",
    area: 100,
    lon: -0.1,
    lat: 51.5,
    bounds: [-0.2, 51.4, 0, 51.6],
  });
  expect(() => referenceLayerTable(db).add({ ...layer, id: "others" })).toThrow(/UNIQUE/);
});

test("a place holds an initiative that has one of its districts as a member", () => {
  referenceLayerTable(db).add(layer);
  const id = referenceLayerTable(db).addArea(area("00AA"));
  const member = { initiative_id: "I-1", scheme: "lad04" as const, code: "00AA", name: "Area" };
  memberAreaTable(db).add(member);
  memberAreaTable(db).add({ ...member, code: "00ZZ" });
  expect(memberAreaTable(db).places()).toEqual([{ initiative_id: "I-1", reference_area_id: id }]);
  memberAreaTable(db).addMissing("I-1", "Zedland");
  expect(memberAreaTable(db).missing().get("I-1")).toEqual([
    { initiative_id: "I-1", name: "Zedland" },
  ]);
});

test("a boundary has one owner, is drawn where its grade says so, and is found by its box", () => {
  const boundaries = boundaryTable(db);
  const drawn = square(400_000, 300_000, 100);
  const id = boundaries.add(outline({ initiative: "I-1" }, drawn));
  expect(decodeShapes([boundaries.geometry(id)!]).xy.length).toBe(8);
  expect(boundaries.outlines()).toEqual([
    {
      id,
      initiative_id: "I-1",
      reference_area_id: null,
      version: 1,
      valid_from: null,
      valid_to: null,
      grade: "composed",
      accuracy_m: null,
      definition: "whole districts",
      area_m2: 10_000,
      vertices: 4,
    },
  ]);
  const located = { ...outline({ initiative: "I-1" }, undefined), version: 2 };
  expect(boundaries.geometry(boundaries.add(located))).toBeUndefined();
  expect(boundaries.ofInitiative("I-1").map(({ version }) => version)).toEqual([1, 2]);
  const wrong = { ...located, version: 3, grade: "surveyed" as const };
  expect(() => boundaries.add(wrong)).toThrow(/CHECK/);
  const back = { ...located, version: 3, from: date("2001-01-01"), to: date("2000-01-01") };
  expect(() => boundaries.add(back)).toThrow(/CHECK/);

  referenceLayerTable(db).add(layer);
  const areaId = referenceLayerTable(db).addArea(area("00AA"));
  const boundary = boundaries.add(outline({ referenceArea: areaId }, drawn));
  const box = (west: number) => ({ west, east: west + 10, south: 300_050, north: 300_060 });
  expect(boundaries.inBox("districts", box(400_050))).toEqual([boundary]);
  expect(boundaries.inBox("districts", box(400_150))).toEqual([]);
});

test("an indicative boundary keeps its point, its two sizes and its citation", () => {
  const indication = { lon: -1, lat: 52, smallest_m2: 10, largest_m2: 20, citation: "HC Deb" };
  const boundary = {
    ...outline({ initiative: "I-1" }, undefined),
    grade: "indicative" as const,
    indication,
  };
  const id = boundaryTable(db).add(boundary);
  expect(boundaryTable(db).indication(id)).toEqual(indication);
  const uncited = { ...boundary, version: 2, indication: { ...indication, citation: "" } };
  expect(() => boundaryTable(db).add(uncited)).toThrow(/CHECK/);
});

function analysis(boundaries: readonly number[], place: number | null): NewAnalysis {
  const certificate: Certificate = {
    passed: true,
    conservationRelative: 0,
    snapChangeRelative: 0,
    snapDrift: 0,
    passes: 1,
    boundsViolations: 0,
    engine: "test",
    grid: STORE_GRID,
  };
  const ground = square(400_000, 300_000, 10);
  return {
    key: "sha256:1",
    kind: "study",
    dataVersion: "sha256:a",
    question: {},
    certificate,
    repairs: [],
    summary: { cells: 1 },
    sources: boundaries.map((boundary) => ({ boundary, area: 100 })),
    cells: [
      { ...ground, kind: "cell", place, sources: boundaries },
      { ...ground, kind: "hole", place: null, sources: [] },
    ],
    pairs: [{ a: boundaries[0]!, b: boundaries[1]!, area: 100 }],
  };
}

test("an analysis keeps its cells, sources and pairs, and takes them along when it goes", () => {
  const boundaries = boundaryTable(db);
  const a = boundaries.add(outline({ initiative: "I-1" }, square(400_000, 300_000, 10)));
  initiativeTable(db).add(initiative("I-2"));
  const b = boundaries.add(outline({ initiative: "I-2" }, square(400_000, 300_000, 10)));
  const table = analysisTable(db);
  const given = analysis([a, b], null);
  table.add(given);
  table.add({ ...given, summary: "another process was first" });
  const stored = table.find("sha256:1")!;
  expect(stored).toMatchObject({ summary: { cells: 1 }, certificate: given.certificate });
  expect(table.sources(stored.id)).toEqual(given.sources);
  expect(table.pairs(stored.id)).toEqual(given.pairs);
  const cells = table.cells(stored.id);
  expect(cells.map(({ kind, area, sources }) => ({ kind, area, sources }))).toEqual([
    { kind: "cell", area: 100, sources: [a, b] },
    { kind: "hole", area: 100, sources: [] },
  ]);
  const box = { west: 400_005, east: 400_006, south: 300_005, north: 300_006 };
  expect(table.inBox(stored.id, box)).toEqual(cells.map(({ id }) => id));

  table.removeOthers("sha256:a");
  expect(table.find("sha256:1")).toBeDefined();
  table.removeOthers("sha256:b");
  expect(table.find("sha256:1")).toBeUndefined();
  for (const left of ["cell", "cell_source", "cell_box", "pair", "analysis_source"]) {
    expect([left, db.prepare(`SELECT count(*) FROM ${left}`).pluck().get()]).toEqual([left, 0]);
  }
});
