import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { analyseStudy } from "../server/analysis/analyse-study.ts";
import { loadStudy } from "../server/analysis/load-study.ts";
import { rankPlaces } from "../server/core/hotspots/ranking.ts";
import { indexStudy, type StudyIndex } from "../server/core/hotspots/study-index.ts";
import { summarise } from "../server/core/hotspots/summary.ts";
import { peak } from "../server/core/hotspots/timeline.ts";
import type { IsoDate } from "../server/core/units.ts";
import { NATIONAL_GRID, statedCrs } from "../server/ingest/crs.ts";
import { load } from "../server/ingest/load.ts";
import { openDb } from "../server/store/db.ts";

/** The tour is checked against the bundled data it speaks of. */
describe("docs/tour.md", () => {
  const tour = readFileSync("docs/tour.md", "utf8");
  let index: StudyIndex;

  beforeAll(async () => {
    const db = openDb(":memory:");
    await load(db, {
      registryDir: "data/registry",
      referenceDir: "data/reference",
      now: new Date("2026-11-22T00:00:00Z"),
    });
    analyseStudy(db, {});
    const { fromLonLat } = await statedCrs(NATIONAL_GRID, "the tour");
    index = indexStudy(loadStudy(db, fromLonLat).study);
  });

  const rowsOn = (date: string) => rankPlaces(index, { at: date as IsoDate });
  const summaryOn = (date: string) => summarise(index, { at: date as IsoDate }, rowsOn(date));

  test("names the leaders of each date", () => {
    const table = [...tour.matchAll(/^\| (\d{4}-\d\d-\d\d) \| (.+) \|$/gm)];
    expect(table).toHaveLength(3);
    for (const [, date = "", leaders = ""] of table) {
      const computed = rowsOn(date)
        .slice(0, 3)
        .map((row) => `${index.study.places[row.place]?.name} ${row.covers} + ${row.within}`);
      expect(leaders.split(" | "), date).toEqual(computed);
    }
  });

  test("counts what was alive", () => {
    const alive = ["1999-06-01", "2002-06-01", "2005-06-01"].map((date) => summaryOn(date).alive);
    for (const count of alive) expect(tour).toContain(String(count));
    const highest = peak(index, { at: "2002-06-01" as IsoDate });
    expect(highest?.on.slice(0, 7)).toBe("2003-02");
    expect(tour).toContain(`February 2003, ${highest?.alive}`);
    const { pile, placesWithPile, undated } = summaryOn("2002-06-01");
    expect(tour).toContain(`${placesWithPile} places in England had six or more`);
    expect(pile).toBe(6);
    expect(tour).toContain(`**${undated} initiatives without a recorded start**`);
  });

  test("counts what is never drawn", () => {
    const { initiatives, outlines, programmes } = index.study;
    const drawn = new Set(outlines.map(({ initiative }) => initiative));
    const never = initiatives.filter((_, i) => !drawn.has(i));
    const dated = never.filter(({ start }) => start !== undefined);
    expect(tour).toContain(`${never.length} of the ${initiatives.length} are never drawn`);
    expect(tour).toContain(`the ${dated.length} of them that have a start`);
    expect(programmes.filter(({ held }) => held === 0)).toHaveLength(11);
  });

  test("counts Newham and Newcastle", () => {
    const at = (name: string) =>
      rowsOn("2002-06-01").find((row) => index.study.places[row.place]?.name === name)?.all;
    expect(tour).toContain(
      `${at("Newham")} in Newham and ${at("Newcastle upon Tyne")} in Newcastle upon Tyne`,
    );
  });

  test("says what the evidence is", () => {
    const row = (id: string) => index.study.initiatives.find((initiative) => initiative.id === id)!;
    for (const id of ["SRB-47", "SRB-52"]) {
      expect(row(id).confidence, id).toBe("sourced");
      expect(row(id).end, id).toBeUndefined();
    }
    const programme = (code: string) => index.study.programmes.find((p) => p.code === code)!;
    expect(programme("SRB").longest).toBe(7);
    expect(programme("NRF").end).toBe("2008-04-01");
  });
});
