/** Places, boundaries and analyses: the tables that hold ground. */
import { beforeEach, expect, test } from "vitest";
import type { Certificate } from "../../server/core/overlay/model.ts";
import { analysisTable, KEPT_QUESTIONS, type NewAnalysis } from "../../server/store/analysis.ts";
import { boundaryTable } from "../../server/store/boundary.ts";
import { type Db, openDb } from "../../server/store/db.ts";
import type { MetreBox } from "../../server/store/drawing.ts";
import { decodeShapes, STORE_GRID } from "../../server/store/geometry-codec.ts";
import { initiativeTable } from "../../server/store/initiative.ts";
import { memberAreaTable } from "../../server/store/member-area.ts";
import { placeTable } from "../../server/store/place.ts";
import { programmeTable } from "../../server/store/programme.ts";
import { referenceLayerTable } from "../../server/store/reference-layer.ts";
import { area, date, initiative, layer, outline, programme, square } from "./rows.ts";

let db: Db;
beforeEach(() => {
  db = openDb(":memory:");
  programmeTable(db).add(programme("P"));
  initiativeTable(db).add(initiative("I-1"));
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
  const [[known, own]] = [...boundaries.boxes("districts")] as [[number, MetreBox]];
  expect(known).toBe(boundary);
  for (const side of ["west", "east", "south", "north"] as const)
    expect(own[side]).toBeCloseTo(drawn.box[side], 0);
  expect([...boundaries.boxes("none")]).toEqual([]);
});

test("an indicative boundary keeps its point, its two sizes and its citation", () => {
  const indication = { lon: -1, lat: 52, smallest_m2: 10, largest_m2: 20, citation: "HC Deb" };
  const boundary = {
    ...outline({ initiative: "I-1" }, undefined),
    grade: "indicative" as const,
    indication,
  };
  boundaryTable(db).add(boundary);
  expect(boundaryTable(db).indications()).toMatchObject([{ initiative_id: "I-1", ...indication }]);
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

  db.exec("DELETE FROM analysis");
  expect(table.find("sha256:1")).toBeUndefined();
  for (const left of ["cell", "cell_source", "cell_box", "pair", "analysis_source"]) {
    expect([left, db.prepare(`SELECT count(*) FROM ${left}`).pluck().get()]).toEqual([left, 0]);
  }
});

test("the oldest answers make room for new ones; the study stays", () => {
  const boundaries = boundaryTable(db);
  const a = boundaries.add(outline({ initiative: "I-1" }, square(400_000, 300_000, 10)));
  initiativeTable(db).add(initiative("I-2"));
  const b = boundaries.add(outline({ initiative: "I-2" }, square(400_000, 300_000, 10)));
  const table = analysisTable(db);
  table.add(analysis([a, b], null));
  for (let i = 0; i <= KEPT_QUESTIONS; i++) {
    table.add({ ...analysis([a, b], null), kind: "question", key: `question ${i}` });
  }
  expect(table.find("sha256:1")).toBeDefined();
  expect(table.find("question 0")).toBeUndefined();
  expect(table.find("question 1")).toBeDefined();
});
