/** Money of the bundled register: what was printed, counted once. */
import { beforeAll, expect, test } from "vitest";
import { analyseStudy } from "../../server/analysis/analyse-study.ts";
import { type Funding, loadFunding } from "../../server/analysis/load-funding.ts";
import { loadStudy } from "../../server/analysis/load-study.ts";
import { sumOf } from "../../server/core/funding/apportion.ts";
import { indexStudy, type StudyIndex } from "../../server/core/hotspots/study-index.ts";
import { NATIONAL_GRID, statedCrs } from "../../server/ingest/crs.ts";
import { load } from "../../server/ingest/load.ts";
import { openDb } from "../../server/store/db.ts";
import { gbp } from "../support/streams.ts";

/** Milliseconds: the whole register is loaded and cut, on a machine that may be busy. */
const PATIENCE = 120_000;

let funding: Funding;
let index: StudyIndex;
beforeAll(async () => {
  const db = openDb(":memory:");
  await load(db, {
    registryDir: "data/registry",
    referenceDir: "data/reference",
    casesDir: "data/cases",
    now: new Date(0),
  });
  analyseStudy(db, {});
  const { fromLonLat } = await statedCrs(NATIONAL_GRID, "a test");
  const loaded = loadStudy(db, fromLonLat);
  index = indexStudy(loaded.study);
  funding = loadFunding(db, loaded, index);
}, PATIENCE);

test("the 22 awards of HC Deb 30 April 2001 add to the list's own total", () => {
  // The list has Kings Norton, of round one, and not Knowsley, which was announced later.
  const listed = index.study.initiatives.filter(
    ({ id, programme, round }) =>
      index.study.programmes[programme]!.code === "NDC" &&
      (round === "round 2" || id === "NDC-01") &&
      id !== "NDC-27",
  );
  expect(listed).toHaveLength(22);
  const totals = listed.map(
    ({ id }) => funding.streamAt.get(`${id}.lifetime`)?.total ?? awardOf(id),
  );
  expect(sumOf(totals)).toBe(gbp(1_116_355_000));
});

/** Where years are printed too, the award stands with the initiative. */
function awardOf(id: string) {
  const { budget } = index.study.initiatives.find((one) => one.id === id)!;
  return gbp(budget!);
}

test("every printed figure of whole money is counted once, or told why not", () => {
  const { entries } = funding.ledger;
  expect(
    entries.filter(({ stream }) => stream.case !== undefined || stream.part !== "whole"),
  ).toEqual([]);
  const once = new Set(entries.map(({ stream, start, kind }) => `${stream.id} ${start} ${kind}`));
  expect(once.size).toBe(entries.length);
  // A health action zone's spend is the same money as its allocation.
  const zone = entries.filter(({ stream, year }) => stream.programme === "HAZ" && year === 1999);
  expect(zone).toHaveLength(15);
  expect(zone.every(({ kind, others }) => kind === "allocation" && others === 1)).toBe(true);
});

test("a nation's line counts with what it holds beyond the figures below it", () => {
  const nrf = funding.ledger.entries.filter(
    ({ stream, year }) => stream.programme === "NRF" && year === 2001,
  );
  expect(sumOf(nrf.map(({ amount }) => amount))).toBe(gbp(200_000_000));
  expect(
    nrf.filter(({ basis }) => basis === "rest of a line").map(({ stream }) => stream.id),
  ).toEqual(["NRF.england.printed"]);
});

test("a fund paid in regions is placed in none and holds the one district that is printed", () => {
  const cef = funding.ledger.entries.filter(
    ({ stream, year }) => stream.programme === "CEF" && year === 2003,
  );
  expect(sumOf(cef.map(({ amount }) => amount))).toBe(gbp(12_000_000 + 0));
});

test("two programmes that pay one initiative are two streams", () => {
  const ids = funding.streams
    .filter(({ initiative }) => initiative === "NRF-58")
    .map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining(["NRF-58.printed", "NRF-58.cef.printed"]));
});

test("a lifetime total is spread only where no year is printed, and says so", () => {
  for (const stream of funding.streams.filter(({ id }) => id.endsWith(".lifetime"))) {
    expect(stream.years.every(({ basis }) => basis === "spread evenly, assumed")).toBe(true);
    if (stream.years.length > 0)
      expect(sumOf(stream.years.map(({ amount }) => amount))).toBe(stream.total);
  }
  const printed = new Set(
    funding.streams
      .filter(
        ({ id, part, years }) => !id.endsWith(".lifetime") && part === "whole" && years.length > 0,
      )
      .map(({ initiative }) => initiative),
  );
  const spread = funding.streams.filter(({ id }) => id.endsWith(".lifetime"));
  expect(spread.filter(({ initiative }) => printed.has(initiative))).toEqual([]);
});
