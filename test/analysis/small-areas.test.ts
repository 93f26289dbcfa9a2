import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { analyseSmallAreas } from "../../server/analysis/analyse-small-areas.ts";
import { loadSmallAreas } from "../../server/analysis/load-small-areas.ts";
import { type LoadedStudy, loadStudy } from "../../server/analysis/load-study.ts";
import { indexStudy } from "../../server/core/hotspots/study-index.ts";
import { uncoveredNeed } from "../../server/core/need/uncovered-need.ts";
import type { IsoDate } from "../../server/core/units.ts";
import { unitAreas } from "../../server/core/weights/area-split.ts";
import { NATIONAL_GRID, statedCrs } from "../../server/ingest/crs.ts";
import { clearStore } from "../../server/store/content.ts";
import { type Db, openDb } from "../../server/store/db.ts";
import type { ToyData } from "../support/toy-data.ts";
import { toyNeed } from "../support/toy-need.ts";

let toy: ToyData;
let db: Db;
let loaded: LoadedStudy;
let toMetres: (xy: Float64Array) => void;
beforeAll(async () => {
  toy = await toyNeed();
  db = openDb(toy.db);
  ({ fromLonLat: toMetres } = await statedCrs(NATIONAL_GRID, ""));
  loaded = loadStudy(db, toMetres);
});
afterAll(() => {
  db.close();
  toy.remove();
});

const at = "2002-06-01" as IsoDate;
const failure = (code: string) => expect.objectContaining({ name: "AppError", code });
const need = (share: number, programmes: string[] = []) =>
  uncoveredNeed(
    indexStudy(loaded.study),
    loadSmallAreas(db, loaded).smallAreas,
    { at, programmes },
    share,
  );

describe("the small areas of a database", () => {
  test("people and carried scores stand by code, each area in the place of its point", () => {
    const { smallAreas, scores, withoutGround } = loadSmallAreas(db, loaded);
    expect(smallAreas.areas.map(({ name, ...area }) => Object.values(area))).toEqual([
      ["A1", 0, 1000, 50, "split"],
      ["A2", 0, 2000, 50, "split"],
      ["B1", 1, 500, 40, "unchanged"],
      ["B2", 1, 1500, 20, "unchanged"],
      ["C1", 2, 800, 10, "unchanged"],
      ["D", 3, undefined, 15, "irregular"],
      ["X", 3, 1300, 60, "merged"],
    ]);
    expect(smallAreas.people).toMatchObject({ id: "people-2015-lsoa11", vintage: "mid-2015" });
    expect(scores).toEqual(["imd-2004-lsoa11"]);
    expect(withoutGround.map(({ id }) => id)).toEqual(["imd-2000-ward98", "imd-2004-lsoa01"]);
  });

  test("the pieces of an area make it up, and its point lies in exactly one or on an edge", () => {
    const { smallAreas, boundaryOf } = loadSmallAreas(db, loaded);
    const whole = unitAreas(smallAreas.pieces, smallAreas.areas.length);
    const stored = db
      .prepare<[number], number>("SELECT area_m2 FROM boundary WHERE id = ?")
      .pluck();
    boundaryOf.forEach((boundary, unit) => {
      // X has a longer straight edge than its neighbours: where they overlap the first takes it.
      expect(whole[unit]! / stored.get(boundary)!).toBeCloseTo(1, 4);
      const points = smallAreas.pieces.filter((piece) => piece.unit === unit);
      expect(points.filter(({ point }) => point === "inside")).toHaveLength(1);
    });
  });

  test("what is stored is found again; a change of data forgets it", () => {
    const again = analyseSmallAreas(db, toMetres);
    expect(again?.certificate.passed).toBe(true);
    const rows = () =>
      db.prepare("SELECT count(*) FROM small_area_analysis").pluck().get() as number;
    expect(rows()).toBe(1);
    db.exec("BEGIN");
    clearStore(db);
    expect(db.prepare("SELECT count(*) FROM small_area_piece").pluck().get()).toBe(0);
    db.exec("ROLLBACK");
    expect(rows()).toBe(1);
  });

  test("no layer with people and scores, a set that is none, and no analysis each say so", () => {
    const plain = openDb(`${toy.folder}/toy.db`, { readonly: true });
    expect(() => loadSmallAreas(plain, loaded)).toThrow(failure("need/no-areas"));
    plain.close();
    expect(() => loadSmallAreas(db, loaded, "imd-1998")).toThrow(/Known: imd-2004-lsoa11/);
    const other = { ...loaded, study: { ...loaded.study, dataVersion: "sha256:other" } };
    expect(() => loadSmallAreas(db, other)).toThrow(failure("store/empty"));
  });
});

describe("uncovered need on the toy data", () => {
  test("three ways of being reached, by area split and by best fit", () => {
    // The most deprived 5 of 7: X, A1, A2, B1, B2. EZ covers T2 and T4, NDC lies somewhere in T1.
    const { total, chosen } = need(5 / 7);
    expect(chosen.question.programmes).toEqual(["EZ", "NDC", "SRB"]);
    expect(total.areas).toEqual({ covers: 3, within: 2, none: 0 });
    expect(total.bestFit).toEqual({ covers: 3300, within: 3000, none: 0 });
    const inT4 = 1300 * (8 / 13);
    expect(total.people.covers / (2000 + inT4)).toBeCloseTo(1, 3);
    expect(total.people.none / (1300 - inT4)).toBeCloseTo(1, 2);
    const { covers, within, none } = total.people;
    expect(covers + within + none).toBeCloseTo(6300, 6);
    expect(total.carried).toBe(3);
    expect(total.elsewhere.people).toBe(800);
  });

  test("areas that tie with the last of the share come in together", () => {
    // Two of seven: X is first, A1 and A2 share the second rank.
    expect(need(2 / 7).inNeed).toEqual([true, true, false, false, false, false, true]);
    expect(need(1 / 7).inNeed).toEqual([false, false, false, false, false, false, true]);
  });

  test("people who are not known are counted as areas only", () => {
    const { total } = need(1, ["HAZ"]);
    expect(total).toMatchObject({ peopleUnknown: 1, areas: { covers: 4, within: 0, none: 3 } });
    expect(total.bestFit).toEqual({ covers: 5000, within: 0, none: 2100 });
  });

  test("a programme not held whole is left out, or named where it was asked for", () => {
    const codes = (list: readonly number[]) => list.map((p) => loaded.study.programmes[p]!.code);
    expect(codes(need(1).chosen.leftOut)).toEqual(["HAZ"]);
    expect(codes(need(1, ["HAZ"]).chosen.incomplete)).toEqual(["HAZ"]);
    expect(need(1, ["HAZ"]).chosen).toMatchObject({ byDefault: false, leftOut: [] });
  });

  test("M-W4: the share is a range over small areas and whole places", () => {
    const { sensitivity, total } = need(1 / 7);
    const { covers, within, none } = total.people;
    const small = none / (covers + within + none);
    expect(small).toBeCloseTo(5 / 13, 3);
    expect(sensitivity?.by.map(({ units }) => units)).toEqual(["small areas", "places"]);
    // One place of four is no whole number of the share: nothing to compare with.
    expect(sensitivity).toMatchObject({ least: small, most: small });
    // Two of four places: T4 (60) and T1 (50); X is 1300 people, A1 and A2 3000.
    const half = need(0.5).sensitivity!;
    expect(half.by[1]!.value).toBeCloseTo((1300 * (5 / 13)) / 4300, 3);
  });
});
