import { describe, expect, test } from "vitest";
import { claimsLoad } from "../../../../server/core/funding/measures/claims-load.ts";
import {
  coincidingEnds,
  quarterEnds,
} from "../../../../server/core/funding/measures/coinciding-ends.ts";
import { cycleMisalignment } from "../../../../server/core/funding/measures/cycle-misalignment.ts";
import {
  planningWindow,
  windowInProgress,
  yearEnds,
} from "../../../../server/core/funding/measures/planning-window.ts";
import { monthsBetween } from "../../../../server/core/funding/month-day.ts";
import { periodEnds } from "../../../../server/core/funding/period-ends.ts";
import type { IsoDate } from "../../../../server/core/units.ts";

const on = (date: string) => date as IsoDate;
const JANUARY = { month: 1, day: 1 };
const APRIL = { month: 4, day: 1 };
const TAX_YEAR = { month: 4, day: 6 };
const SEPTEMBER = { month: 9, day: 1 };
describe("M-T1 cycle misalignment", () => {
  test.each([
    ["April and January", APRIL, JANUARY, 3, 0.5],
    ["April and September", APRIL, SEPTEMBER, 5, 0.83],
    ["January and September", JANUARY, SEPTEMBER, 4, 0.67],
  ])("%s are %i months apart", (_, a, b, months, share) => {
    expect(cycleMisalignment(a, b)?.months).toBe(months);
    expect(cycleMisalignment(b, a)?.months).toBe(months);
    expect(cycleMisalignment(a, b)?.share).toBeCloseTo(share, 2);
  });

  test("6 April is not 1 April: 5 days", () => {
    expect(cycleMisalignment(APRIL, TAX_YEAR)).toMatchObject({ days: 5 });
    expect(cycleMisalignment(APRIL, TAX_YEAR)?.months).toBeCloseTo(5 / 30, 12);
    expect(cycleMisalignment(JANUARY, TAX_YEAR)?.months).toBeCloseTo(3 + 5 / 30, 12);
    expect(cycleMisalignment(JANUARY, TAX_YEAR)?.days).toBe(95);
  });

  test("goes the shorter way round the turn of the year", () => {
    expect(cycleMisalignment({ month: 12, day: 31 }, JANUARY)).toMatchObject({ days: 1 });
  });

  test("a year that is not stated is unknown, never April", () => {
    expect(cycleMisalignment(APRIL, undefined)).toBeUndefined();
  });
});

describe("M-T2 planning window", () => {
  test("a financial and a calendar year share 9 months, with an academic year 4", () => {
    expect(planningWindow([APRIL, JANUARY], 2000)).toEqual({
      start: "2000-04-01",
      end: "2001-01-01",
      months: 9,
    });
    expect(planningWindow([APRIL, JANUARY, SEPTEMBER], 2000)?.months).toBe(4);
  });

  test("the years in progress share the shorter piece from January to March", () => {
    expect(windowInProgress([APRIL, JANUARY], on("2000-06-01"))?.months).toBe(9);
    expect(windowInProgress([APRIL, JANUARY], on("2000-02-29"))).toEqual({
      start: "2000-01-01",
      end: "2000-04-01",
      months: 3,
    });
  });

  test("is to the day: from 6 April 8 months and 26 of December's 31 days", () => {
    expect(planningWindow([TAX_YEAR, JANUARY], 2000)?.months).toBeCloseTo(8 + 26 / 31, 12);
  });

  test("one that is not stated narrows nothing, and alone is unknown", () => {
    expect(planningWindow([APRIL, undefined], 2000)?.months).toBe(12);
    expect(planningWindow([undefined], 2000)).toBeUndefined();
  });

  test("3 year ends among April, January and September, and one not stated", () => {
    expect(yearEnds([APRIL, JANUARY, SEPTEMBER, APRIL, undefined])).toEqual({
      different: [
        { month: 3, day: 31 },
        { month: 8, day: 31 },
        { month: 12, day: 31 },
      ],
      notStated: 1,
    });
  });

  test("a year that begins on 29 February begins on the 28th in other years", () => {
    const leap = { month: 2, day: 29 };
    expect(planningWindow([leap], 2000)).toMatchObject({ start: "2000-02-29", end: "2001-02-28" });
    expect(planningWindow([leap], 2003)).toMatchObject({ start: "2003-02-28", end: "2004-02-29" });
    expect(cycleMisalignment(leap, { month: 3, day: 1 })?.days).toBe(1);
  });

  test("a month ends where the next begins", () => {
    expect(monthsBetween(on("2000-01-31"), on("2000-02-29"))).toBe(1);
    expect(monthsBetween(on("2001-01-31"), on("2001-03-30"))).toBeCloseTo(1 + 30 / 31, 12);
  });
});

describe("M-T4 claims", () => {
  const quarterly = (stream: string, first: string) =>
    periodEnds(on(first), 3, on("2001-03-31"))
      .filter((due) => due >= "2000-04-01")
      .map((due) => ({ stream, due }));
  const claims = [...quarterly("SRB", "2000-04-01"), ...quarterly("ERDF", "2000-01-01")];

  test("W1: 8 a year, 2 on each of 4 dates", () => {
    const load = claimsLoad(claims, 0);
    expect(load).toMatchObject({ claims: 8, complete: true, dates: 4, busiestWeek: 2 });
    expect(load.shared).toEqual(
      ["2000-06-30", "2000-09-30", "2000-12-31", "2001-03-31"].map((due) => ({
        due,
        streams: ["ERDF", "SRB"],
      })),
    );
  });

  test("W1: quarter ends coincide although year ends do not", () => {
    const ends = coincidingEnds([APRIL, JANUARY])!;
    expect(ends).toMatchObject({ quartersCoincide: true, yearsCoincide: false });
    expect(ends.quarterEnds).toHaveLength(4);
    expect(coincidingEnds([APRIL, APRIL])).toMatchObject({ yearsCoincide: true });
    expect(coincidingEnds([APRIL, TAX_YEAR])).toMatchObject({ quarterEnds: [] });
    expect(coincidingEnds([APRIL, undefined])).toBeUndefined();
  });

  test("monthly is 12, quarterly 4, and milestones as many as are dated", () => {
    const count = (dates: readonly IsoDate[]) =>
      claimsLoad(
        dates.map((due) => ({ stream: "A", due })),
        0,
      ).claims;
    expect(count(periodEnds(on("2000-04-01"), 1, on("2001-03-31")))).toBe(12);
    expect(count(periodEnds(on("2000-04-01"), 3, on("2001-03-31")))).toBe(4);
    expect(count([on("2000-05-01"), on("2000-07-01")])).toBe(2);
  });

  test("says that it is not whole where a stream does not state its claims", () => {
    expect(claimsLoad(claims, 2)).toMatchObject({ claims: 8, complete: false });
    expect(claimsLoad([], 1)).toMatchObject({ claims: 0, busiestWeek: 0, busiestFrom: undefined });
  });

  test("a year of 53 weekly claims is counted as 53, one in any week", () => {
    const weekly = Array.from({ length: 53 }, (_, i) => ({
      stream: "TEC",
      due: new Date(Date.UTC(2000, 3, 1 + 7 * i)).toISOString().slice(0, 10) as IsoDate,
    })).filter(({ due }) => due < "2001-04-01");
    expect(claimsLoad(weekly, 0)).toMatchObject({ claims: 53, busiestWeek: 1, shared: [] });
  });

  test("a week is seven days in a row, also across the end of a month", () => {
    const dates = ["2000-09-30", "2000-10-06", "2000-10-07"].map((due) => ({
      stream: "A",
      due: on(due),
    }));
    expect(claimsLoad(dates, 0)).toMatchObject({ busiestWeek: 2, busiestFrom: "2000-09-30" });
  });

  test("quarters of a year that begins on 31 August keep its last days", () => {
    expect(quarterEnds({ month: 8, day: 31 })).toEqual([
      { month: 2, day: 27 },
      { month: 5, day: 30 },
      { month: 8, day: 30 },
      { month: 11, day: 29 },
    ]);
  });
});
