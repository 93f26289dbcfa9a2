/**
 * Uncovered need on the real small areas, against figures worked out apart from our code: a Python
 * script of fifty lines that reads the statistics and the registry as CSV, carries the scores by the
 * lookup, ranks them, takes each small area's district before 2009 from the other lookup (no geometry)
 * and asks whether a district of an initiative alive on the date is that one.
 */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, test } from "vitest";
import { analyseSmallAreas } from "../../server/analysis/analyse-small-areas.ts";
import { analyseStudy } from "../../server/analysis/analyse-study.ts";
import { type LoadedSmallAreas, loadSmallAreas } from "../../server/analysis/load-small-areas.ts";
import { type LoadedStudy, loadStudy } from "../../server/analysis/load-study.ts";
import type { NeedReply } from "../../server/contract/need.ts";
import { indexStudy, type StudyIndex } from "../../server/core/hotspots/study-index.ts";
import { type IsoDate, isoDate } from "../../server/core/units.ts";
import { NATIONAL_GRID, statedCrs } from "../../server/ingest/crs.ts";
import { load } from "../../server/ingest/load.ts";
import { toNeedReply } from "../../server/publish/need-reply.ts";
import { openDb } from "../../server/store/db.ts";
import { needTable } from "../support/need-table.ts";

const path = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url));
const BOUNDARIES = path("../shared/data/boundaries");
const STATISTICS = path("../shared/data/statistics");
const DAY = isoDate("2002-06-01") as IsoDate;
const WITHOUT_NRF = ["EAZ", "EZ", "HAT", "HAZ", "NDC", "URBAN2"];

describe.skipIf(!existsSync(BOUNDARIES) || !existsSync(STATISTICS))(
  "uncovered need in England (needs ../shared/data)",
  () => {
    let loaded: LoadedStudy;
    let index: StudyIndex;
    let small: LoadedSmallAreas;
    let tenth: NeedReply;
    beforeAll(async () => {
      const db = openDb(":memory:");
      await load(db, {
        registryDir: path("data/registry"),
        referenceDir: path("data/reference"),
        boundariesDir: BOUNDARIES,
        statisticsDir: STATISTICS,
        now: new Date("2026-01-02T03:04:05Z"),
      });
      analyseStudy(db);
      const { fromLonLat } = await statedCrs(NATIONAL_GRID, "");
      analyseSmallAreas(db, fromLonLat);
      loaded = loadStudy(db, fromLonLat);
      index = indexStudy(loaded.study);
      small = loadSmallAreas(db, loaded);
      tenth = ask(0.1);
    });
    const ask = (share: number, programmes: string[] = []) =>
      toNeedReply({ loaded, index, small }, { at: DAY, programmes }, { share });

    test("32,844 areas, all but four with a score; the partition's certificate holds", () => {
      expect(tenth.areas).toEqual({ scored: 32_840, unscored: 4 });
      expect(tenth.certificate).toMatchObject({ passed: true, conservation_relative: 0 });
      expect(tenth.scores_without_areas).toEqual(["imd-2000-ward98", "imd-2004-lsoa01"]);
    });

    test("every area lies in the district that the published lookup gives it", () => {
      const file = `${STATISTICS}/lookup_lsoa11_lad13_lad04_region.csv.gz`;
      const rows: Record<string, string>[] = parse(gunzipSync(readFileSync(file)), {
        columns: true,
        bom: true,
      });
      const district = new Map(
        rows.map(({ lsoa11_code, lad04_code }) => [lsoa11_code, lad04_code]),
      );
      const { areas } = small.smallAreas;
      const wrong = areas.filter(
        ({ code, place }) => loaded.study.places[place]?.code !== district.get(code),
      );
      expect(areas).toHaveLength(32_844);
      expect(wrong).toEqual([]);
    });

    test("the most deprived tenth: areas and people by what reaches them", () => {
      expect(tenth.total.areas).toEqual({ covers: 2982, within: 71, none: 231 });
      const people = { covers: 5_219_071, within: 112_581, none: 387_590 };
      expect(tenth.total.people_best_fit).toEqual(people);
      for (const [reach, amount] of Object.entries(people)) {
        expect(tenth.total.people[reach as keyof typeof people]).toBeCloseTo(amount, 3);
      }
    });

    test("people in need with none recorded, by region", () => {
      expect(
        Object.fromEntries(
          tenth.regions.map(({ region, people_best_fit }) => [region, people_best_fit.none]),
        ),
      ).toEqual({
        "East Midlands": 49_420,
        Eastern: 65_829,
        London: 7020,
        "North East": 19_493,
        "North West": 82_364,
        "South East": 49_914,
        "South West": 51_495,
        "West Midlands": 37_514,
        "Yorkshire and the Humber": 24_541,
      });
    });

    test("the most deprived fifth", () => {
      const { total } = ask(0.2);
      expect(total.areas).toEqual({ covers: 5467, within: 194, none: 908 });
      expect(total.people_best_fit).toEqual({
        covers: 9_490_066,
        within: 321_909,
        none: 1_514_832,
      });
    });

    test("docs/need.md prints these tables", () => {
      const text = readFileSync(path("docs/need.md"), "utf8");
      expect(text).toContain(needTable(tenth));
      expect(text).toContain(needTable(ask(0.1, WITHOUT_NRF)));
    });
  },
);
