import { describe, expect, test } from "vitest";
import { burden } from "../../../../server/core/funding/measures/burden.ts";
import { churn } from "../../../../server/core/funding/measures/churn.ts";
import { cliffs, shareEnding } from "../../../../server/core/funding/measures/cliff.ts";
import { type IsoDate, pounds, toPence } from "../../../../server/core/units.ts";

const on = (date: string) => date as IsoDate;
const gbp = (value: number) => toPence(pounds(value));
const year = (from: string, to: string, amount: number, assumed = false) => ({
  start: on(from),
  end: on(to),
  amount: gbp(amount),
  assumed,
});

describe("M-T3 churn", () => {
  test("2 starts, 1 end and 3 rule changes over a mean of 4 live is 1.5 a year", () => {
    expect(churn({ starts: 2, ends: 1, ruleChanges: 3 }, 4, true)).toEqual({
      starts: 2,
      ends: 1,
      ruleChanges: 3,
      meanLive: 4,
      perYear: 1.5,
      lowerBound: false,
    });
  });

  test("is a lower bound, and says so, where rule changes are not or not all recorded", () => {
    expect(churn({ starts: 2, ends: 1, ruleChanges: undefined }, 4, true)).toMatchObject({
      perYear: 0.75,
      lowerBound: true,
    });
    expect(churn({ starts: 2, ends: 1, ruleChanges: 3 }, 4, false)?.lowerBound).toBe(true);
  });

  test("is unknown where nothing was live", () => {
    expect(churn({ starts: 1, ends: 0, ruleChanges: 0 }, 0, true)).toBeUndefined();
  });
});

describe("M-T5 cliffs", () => {
  test("from 400 to 100 is a fall of .75, and steep", () => {
    const years = [year("2000-04-01", "2001-04-01", 400), year("2001-04-01", "2002-04-01", 100)];
    expect(cliffs(years, false)).toMatchObject([
      { on: "2001-04-01", raw: 0.75, annualised: 0.75, steep: true, assumed: false },
    ]);
  });

  test("a rise is no cliff, and .3 is the first that is steep", () => {
    const fall = (to: number) =>
      cliffs(
        [year("2001-04-01", "2002-04-01", 100), year("2002-04-01", "2003-04-01", to)],
        false,
      )[0];
    expect(fall(150)).toMatchObject({ raw: 0, steep: false });
    expect(fall(71)?.steep).toBe(false);
    expect(fall(70)?.steep).toBe(true);
  });

  test("a part year is shown raw and annualised: half the money in half a year is no fall", () => {
    const years = [year("2001-04-01", "2002-04-01", 365), year("2002-04-01", "2002-10-01", 183)];
    expect(cliffs(years, false)[0]).toMatchObject({ annualised: 0, steep: false });
    expect(cliffs(years, false)[0]?.raw).toBeCloseTo(1 - 183 / 365, 12);
  });

  test("the end is a fall of all of it only where the money is known to end", () => {
    const one = [year("2001-04-01", "2002-04-01", 100, true)];
    expect(cliffs(one, false)).toEqual([]);
    expect(cliffs(one, true)).toMatchObject([
      { on: "2002-04-01", raw: 1, annualised: 1, after: 0, steep: true, assumed: true },
    ]);
  });

  test("a gap between two years counts as nothing in it", () => {
    const years = [year("2000-04-01", "2001-04-01", 100), year("2002-04-01", "2003-04-01", 100)];
    expect(cliffs(years, false)).toMatchObject([{ on: "2001-04-01", raw: 1, after: 0 }]);
  });

  test("the share that ends within twelve months is of those with a recorded end", () => {
    const ends = [on("2002-04-01"), on("2003-04-01"), on("2006-04-01"), undefined];
    expect(shareEnding(ends, on("2003-04-01"))).toEqual({ share: 2 / 3, of: 3, notRecorded: 1 });
    expect(shareEnding([undefined], on("2003-04-01"))).toBeUndefined();
  });
});

describe("M-B1 burden", () => {
  test("20 a year for £150,000 is 13.3 for each £100,000", () => {
    const of = burden({ claims: 8, audits: 2, bids: 4, meetings: 6 }, gbp(150_000))!;
    expect(of.count).toBe(20);
    expect(of.perHundredThousand).toBeCloseTo(13.3, 1);
    expect(of.notRecorded).toEqual([]);
  });

  test("what is not recorded is named; without money or any count it is unknown", () => {
    const some = { claims: 8, audits: undefined, bids: undefined, meetings: 0 };
    expect(burden(some, gbp(100_000))).toEqual({
      count: 8,
      perHundredThousand: 8,
      notRecorded: ["audits", "bids"],
    });
    expect(burden(some, undefined)).toBeUndefined();
    expect(burden(some, gbp(0))).toBeUndefined();
    const none = { claims: undefined, audits: undefined, bids: undefined, meetings: undefined };
    expect(burden(none, gbp(1))).toBeUndefined();
  });
});
