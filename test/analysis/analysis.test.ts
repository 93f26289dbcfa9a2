/** The bundled data analysed: what is stored, what is reused, and that the figures add up. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { analyseQuestion, selectOutlines } from "../../server/analysis/analyse-question.ts";
import { analyseStudy } from "../../server/analysis/analyse-study.ts";
import { expectPassed } from "../../server/analysis/certified.ts";
import type { Projector } from "../../server/analysis/indications.ts";
import { type LoadedStudy, loadStudy } from "../../server/analysis/load-study.ts";
import { areaByDepth } from "../../server/core/overlay/folds.ts";
import { isoDate } from "../../server/core/units.ts";
import { NATIONAL_GRID, statedCrs } from "../../server/ingest/crs.ts";
import { type LoadOptions, load } from "../../server/ingest/load.ts";
import { analysisTable } from "../../server/store/analysis.ts";
import { boundaryTable } from "../../server/store/boundary.ts";
import { type Db, openDb } from "../../server/store/db.ts";

const data = (name: string) => fileURLToPath(new URL(`../../data/${name}`, import.meta.url));
const BUNDLED: LoadOptions = {
  registryDir: data("registry"),
  referenceDir: data("reference"),
  now: new Date("2026-01-02T03:04:05Z"),
};
const date = (text: string) => isoDate(text)!;
const failure = (code: string) => expect.objectContaining({ name: "AppError", code });

let folder: string;
let path: string;
let db: Db;
let loaded: LoadedStudy;
let toMetres: Projector;
beforeAll(async () => {
  toMetres = (await statedCrs(NATIONAL_GRID, "")).fromLonLat;
  folder = mkdtempSync(join(tmpdir(), "patchwork-analysis-"));
  path = join(folder, "bundled.db");
  db = openDb(path);
  await load(db, BUNDLED);
  analyseStudy(db);
  loaded = loadStudy(db, toMetres);
});
afterAll(() => {
  db.close();
  rmSync(folder, { recursive: true });
});

const initiativeAt = (id: string) => loaded.study.initiatives.findIndex((row) => row.id === id);
const placeNames = (indices: readonly number[]) =>
  indices.map((index) => loaded.study.places[index]?.name);

test("an empty store, and one not analysed, say so", async () => {
  const empty = openDb(":memory:");
  expect(() => analyseStudy(empty)).toThrow(failure("store/empty"));
  expect(() => loadStudy(empty, toMetres)).toThrow(failure("store/empty"));
  await load(empty, BUNDLED);
  expect(() => loadStudy(empty, toMetres)).toThrow(/has not been analysed/);
});

test("the study is cut once, certified, and reused", () => {
  const { analysis, reused } = analyseStudy(db);
  expect(reused).toBe(true);
  expect(analysis.certificate).toMatchObject({ passed: true, conservationRelative: 0 });
  expect(analysis.certificate.snapChangeRelative).toBeLessThan(1e-9);
});

test("the cells of a place add up to the place, and those of an outline to the outline", () => {
  const { study, boundaryOf } = loaded;
  const byPlace = new Float64Array(study.places.length);
  const byOutline = new Float64Array(study.outlines.length);
  for (const { place, coveredBy, area } of study.cells) {
    if (place >= 0) byPlace[place]! += area;
    for (const outline of coveredBy) byOutline[outline]! += area;
  }
  study.places.forEach(({ area }, place) => {
    expect(byPlace[place]! / area).toBeCloseTo(1, 9);
  });
  const stored = new Map(
    boundaryTable(db)
      .outlines()
      .map((row) => [row.id, row.area_m2]),
  );
  boundaryOf.forEach((id, outline) => {
    expect(byOutline[outline]! / stored.get(id)!).toBeCloseTo(1, 9);
  });
});

test("outlines and cells are in canonical order", () => {
  const { study } = loaded;
  const ids = study.outlines.map(({ initiative }) => study.initiatives[initiative]!.id);
  expect(ids).toEqual(ids.toSorted());
  expect(study.places.map(({ code }) => code)).toEqual(
    study.places.map(({ code }) => code).toSorted(),
  );
  for (const { coveredBy } of study.cells) {
    expect(coveredBy).toEqual(coveredBy.toSorted((a, b) => a - b));
  }
  const keys = study.cells.map(({ place, coveredBy }) => `${place}:${coveredBy.join()}`);
  expect(new Set(keys).size).toBe(keys.length);
});

test("what cannot be drawn in a place lies somewhere within it", () => {
  const { initiatives } = loaded.study;
  const within = (id: string) => placeNames(initiatives[initiativeAt(id)]!.within);
  expect(within("NDC-01")).toHaveLength(1);
  expect(within("HAZ-06")).toEqual(["Cumbria"]);
  // Stoke is drawn, the two districts of Staffordshire are not.
  expect(within("HAZ-20")).toEqual(["Staffordshire"]);
  expect(within("HAZ-01")).toEqual([]);
  expect(initiatives[initiativeAt("HAZ-20")]!.missing).toEqual([
    "Newcastle-under-Lyme",
    "Staffordshire Moorlands",
  ]);
});

test("a question selects what is alive and drawn on its date, and what its filters leave in", () => {
  const ids = (question: Parameters<typeof selectOutlines>[1]) =>
    selectOutlines(loaded, question).map(
      (outline) => loaded.study.initiatives[loaded.study.outlines[outline]!.initiative]!.id,
    );
  const zones = (at: string) => ids({ at: date(at), programmes: ["EZ"] });
  // The prototypes ended on 31 March 2000; from 3 April wards, from 5 June whole districts.
  expect(zones("2000-03-31").every((id) => id.startsWith("EZP"))).toBe(true);
  expect(zones("2000-06-04")).toEqual([]);
  expect(zones("2000-06-05")).toHaveLength(15);
  expect(zones("2006-04-24")).not.toContain("EZ-01");
  expect(zones("2009-10-01")).toEqual([]);
  expect(ids({ at: date("1999-06-01"), categories: ["partnership"] })).toContain("HAZ-01");
  expect(ids({ at: date("1999-06-01"), categories: ["client"] })).toEqual([]);
});

test("a question is cut without the places, certified, and the same when read back", () => {
  const question = { at: date("2002-06-01") };
  const made = analyseQuestion(db, loaded, question);
  const read = analyseQuestion(db, loaded, question);
  expect([made.reused, read.reused]).toEqual([false, true]);
  // The snap change source by source is not kept; its total stands in the certificate.
  const { snapChange, ...partition } = made.partition;
  expect({ ...read, reused: false }).toEqual({ ...made, partition });
  expect(snapChange).toHaveLength(made.outlines.length);
  expect(partition.certificate.passed).toBe(true);
  const depths = areaByDepth(partition);
  const weighted = depths.reduce((sum, area, depth) => sum + depth * area, 0);
  const sources = partition.sourceArea.reduce((sum, area) => sum + area, 0);
  expect(weighted / sources).toBeCloseTo(1, 12);
});

test("two dates that select the same outlines share one analysis", () => {
  const first = analyseQuestion(db, loaded, { at: date("2002-06-02"), programmes: ["HAZ"] });
  const second = analyseQuestion(db, loaded, { at: date("2002-06-03"), programmes: ["HAZ"] });
  expect([first.reused, second.reused]).toEqual([false, true]);
  expect(second.key).toBe(first.key);
  const none = analyseQuestion(db, loaded, { at: date("1980-01-01") });
  expect(none.partition.cells.count).toBe(0);
});

test("the cells of a question are the cells of the study with the rest left out", () => {
  const question = { at: date("1999-06-01") };
  const { outlines, partition } = analyseQuestion(db, loaded, question);
  const merged = new Map<string, number>();
  for (const { coveredBy, area } of loaded.study.cells) {
    const key = coveredBy.filter((outline) => outlines.includes(outline)).join();
    if (key !== "") merged.set(key, (merged.get(key) ?? 0) + area);
  }
  const { start, ids } = partition.cellSources;
  expect(partition.cellArea.length).toBe(merged.size);
  partition.cellArea.forEach((area, cell) => {
    const key = [...ids.subarray(start[cell]!, start[cell + 1]!)].map((s) => outlines[s]).join();
    expect(area / merged.get(key)!).toBeCloseTo(1, 9);
  });
});

test("a store open for reading answers new questions and is left as it is", () => {
  const before = db.prepare("SELECT count(*) FROM analysis").pluck().get();
  const reader = openDb(path, { readonly: true });
  const answer = analyseQuestion(reader, loadStudy(reader, toMetres), { at: date("2004-04-04") });
  expect(answer.partition.certificate.passed).toBe(true);
  reader.close();
  expect(db.prepare("SELECT count(*) FROM analysis").pluck().get()).toBe(before);
});

test("a partition whose certificate failed is refused with the certificate", () => {
  const { partition } = analyseQuestion(db, loaded, { at: date("1999-06-01") });
  const certificate = { ...partition.certificate, passed: false, conservationRelative: 1e-9 };
  expect(() => expectPassed({ ...partition, certificate })).toThrow(
    expect.objectContaining({ code: "certificate/failed", detail: { certificate } }),
  );
});

test("loading the same keeps the analyses; loading other data forgets them", async () => {
  const own = openDb(":memory:");
  await load(own, BUNDLED);
  const { analysis } = analyseStudy(own);
  await load(own, BUNDLED);
  expect(analyseStudy(own)).toMatchObject({ reused: true, analysis: { key: analysis.key } });

  const registryDir = join(folder, "registry");
  cpSync(data("registry"), registryDir, { recursive: true });
  const file = join(registryDir, "initiatives.csv");
  writeFileSync(file, readFileSync(file, "utf8").replace(",Bradford,", ",Bradford city,"));
  await load(own, { ...BUNDLED, registryDir });
  expect(analysisTable(own).find(analysis.key)).toBeUndefined();
  expect(analyseStudy(own).reused).toBe(false);
});

test("ground in two places of a faulty layer goes to the one with the lower code", async () => {
  const square = (code: string, lon: number) => ({
    type: "Feature",
    properties: { CODE: code, NAME: code },
    geometry: {
      type: "Polygon",
      coordinates: [
        [
          [lon, 52.5],
          [lon + 0.02, 52.5],
          [lon + 0.02, 52.52],
          [lon, 52.52],
          [lon, 52.5],
        ],
      ],
    },
  });
  const boundariesDir = join(folder, "faulty");
  cpSync(data("registry"), boundariesDir, { recursive: true });
  const features = [square("00CT", -1.9), square("00CN", -1.89)];
  writeFileSync(
    join(boundariesDir, "faulty.geojson"),
    JSON.stringify({ type: "FeatureCollection", features }),
  );
  const layer = { file: "faulty.geojson", id: "faulty", title: "Faulty", vintage: "" };
  const manifest = {
    layers: [
      { ...layer, vintage: "now", code: "CODE", name: "NAME", role: "places", districts: "lad04" },
    ],
  };
  writeFileSync(join(boundariesDir, "manifest.json"), JSON.stringify(manifest));
  const own = openDb(":memory:");
  await load(own, { ...BUNDLED, boundariesDir });
  expect(analyseStudy(own).analysis.certificate.passed).toBe(true);
  const { study } = loadStudy(own, toMetres);
  const ground = study.places.map((_, place) =>
    study.cells.filter((cell) => cell.place === place).reduce((sum, cell) => sum + cell.area, 0),
  );
  expect(study.places.map(({ code }) => code)).toEqual(["00CN", "00CT"]);
  // Where the two cross, the corners are rounded to the millimetre.
  expect(ground[0]! / study.places[0]!.area).toBeCloseTo(1, 6);
  expect(ground[1]! / study.places[1]!.area).toBeCloseTo(0.5, 3);
});
