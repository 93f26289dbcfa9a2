import fc from "fast-check";
import { expect, test } from "vitest";
import { sumOf } from "../../../server/core/funding/apportion.ts";
import { dateOn, nextOn, spreadEvenly, yearsOf } from "../../../server/core/funding/spread.ts";
import { addDays } from "../../../server/core/units.ts";
import { day, gbp } from "../../support/streams.ts";

const APRIL = { month: 4, day: 1 };

test("a total is divided by days over financial years, cut where the life begins and ends", () => {
  const life = { start: day("1999-10-01"), end: day("2001-04-01") };
  expect(spreadEvenly(gbp(548), life, APRIL)).toEqual([
    { start: "1999-10-01", end: "2000-04-01", amount: gbp(183) },
    { start: "2000-04-01", end: "2001-04-01", amount: gbp(365) },
  ]);
});

test("without a stated year, years run from the first day", () => {
  const life = { start: day("2000-02-29"), end: day("2002-02-28") };
  expect(yearsOf(life, undefined)).toEqual([
    { start: "2000-02-29", end: "2001-02-28" },
    { start: "2001-02-28", end: "2002-02-28" },
  ]);
});

test("29 February is the 28th where there is none", () => {
  expect(dateOn({ month: 2, day: 29 }, 2000)).toBe("2000-02-29");
  expect(dateOn({ month: 2, day: 29 }, 2001)).toBe("2001-02-28");
  expect(nextOn({ month: 4, day: 6 }, day("2000-04-06"))).toBe("2001-04-06");
});

test("law: years tile the life and the money is all there", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 8000 }),
      fc.integer({ min: 1, max: 5000 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
      fc.integer({ min: 0, max: 1e12 }),
      (first, length, month, date, total) => {
        const start = addDays(day("1990-01-01"), first);
        const life = { start, end: addDays(start, length) };
        const spans = spreadEvenly(gbp(total / 100), life, { month, day: date });
        expect(spans[0]?.start).toBe(life.start);
        expect(spans.at(-1)?.end).toBe(life.end);
        const ends = spans.slice(0, -1).map(({ end }) => end);
        expect(spans.slice(1).map((span) => span.start)).toEqual(ends);
        expect(sumOf(spans.map(({ amount }) => amount))).toBe(total);
      },
    ),
    { seed: 6 },
  );
});
