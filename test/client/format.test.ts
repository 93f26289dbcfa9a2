import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as format from "../../client/format.ts";
import { addDays, isoDate } from "../../server/core/units.ts";

const day = (text: string) => isoDate(text)!;

test("0, a trace, almost all and unknown are told apart", () => {
  const shares = [0, 0.0004, 0.01, 0.426, 0.994, 1, undefined];
  expect(shares.map(format.percent)).toEqual(["0%", "<1%", "1%", "43%", ">99%", "100%", "unknown"]);
});

test("a share that is neither none nor all is never written as none or all", () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true }), (share) => {
      expect(["0%", "100%"]).not.toContain(format.percent(share));
    }),
    { seed: 3 },
  );
});

test("money keeps three figures and says when it is not known", () => {
  const sums = [0, 285, 855_494, 999_999, 3_750_000, 58_350_000, 5_703_000_000, undefined];
  expect(sums.map(format.money)).toEqual([
    "£0",
    "£285",
    "£855k",
    "£1m",
    "£3.75m",
    "£58.4m",
    "£5.7bn",
    "£ not recorded",
  ]);
});

test("money has pence below £10, as a head may get, and no thousand pounds but as 1k", () => {
  const sums = [0.004, 0.5, 3, 9.994, 9.996, 12.34, 999.4, 999.6, 1000];
  const words = ["<1p", "£0.50", "£3", "£9.99", "£10", "£12", "£999", "£1k", "£1k"];
  expect(sums.map(format.money)).toEqual(words);
});

test("areas", () => {
  expect([0, 20_000, 2_900_000, 36_400_000, 1_240_000_000].map(format.area)).toEqual([
    "0 km²",
    "<0.1 km²",
    "2.9 km²",
    "36 km²",
    "1,240 km²",
  ]);
});

test("a life is told by its last day, not by the day after", () => {
  expect(format.lifeSpan(day("1998-04-01"), day("2003-04-01"))).toBe("Apr 1998 to Mar 2003");
  expect(format.lifeSpan(day("2000-01-01"), undefined)).toBe("From Jan 2000, end not recorded");
  expect(format.lifeSpan(undefined, day("2008-04-01"))).toBe("Start not recorded, to Mar 2008");
  expect(format.lifeSpan(undefined, undefined)).toBe("Dates not recorded");
});

test("rates, ranks and numerals", () => {
  expect([0, 0.01, 1.333, undefined].map(format.rate)).toEqual(["0", "<0.1", "1.3", "none alive"]);
  expect(format.rank(12, true)).toBe("12=");
  expect(format.rank(1, false)).toBe("1");
  expect(format.numeral(4, 5)).toBe("4 + 5");
  expect(format.numeral(4, 0)).toBe("4");
});

test("words", () => {
  expect(format.listing([])).toBe("");
  expect(format.listing(["a"])).toBe("a");
  expect(format.listing(["a", "b", "c"])).toBe("a, b and c");
  expect(format.plural(1, "place")).toBe("1 place");
  expect(format.plural(1234, "place")).toBe("1,234 places");
  expect([0, 6, 10].map(format.inWords)).toEqual(["no", "six", "10"]);
  expect(format.shortVersion("sha256:fa6012d2aabb")).toBe("fa6012d2");
});

describe("a typed date", () => {
  test.each([
    ["2002-06-01", "2002-06-01"],
    ["1 June 2002", "2002-06-01"],
    ["1st jun 2002", "2002-06-01"],
    ["12/1/2002", "2002-01-12"],
    ["June 2002", "2002-06-01"],
    ["2002-06", "2002-06-01"],
    ["2002", "2002-01-01"],
  ])("%s", (typed, date) => expect(format.typedDate(typed)).toBe(date));

  test.each([
    "",
    "soon",
    "31 February 2002",
    "2002-13-01",
    "1 Ju 2002",
    "June",
  ])("%s is none", (typed) => expect(format.typedDate(typed)).toBeUndefined());

  test("what the app writes can be typed", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), (n) => {
        const date = addDays(day("1970-01-01"), n);
        expect(format.typedDate(format.longDate(date))).toBe(date);
        expect(format.typedDate(date)).toBe(date);
      }),
      { seed: 5 },
    );
  });
});

test("months between dates and after one", () => {
  expect(format.monthsBetween(day("1994-01-01"), day("2002-06-15"))).toBe(101);
  expect(format.monthAfter(day("2002-06-15"), 1)).toBe("2002-07-01");
  expect(format.monthAfter(day("2002-06-15"), 0)).toBe("2002-06-01");
});

test("a ratio is 1.00 only where it is one, and a change says which way it goes", () => {
  const ratios = [1, 0.999, 0.57, 0.001, 0].map(format.ratio);
  expect(ratios).toEqual(["1.00", ">0.99", "0.57", "<0.01", "0.00"]);
  // What has no bound above is only kept from nought.
  expect([0.999, 1.5, 0.001].map(format.hundredths)).toEqual(["1.00", "1.50", "<0.01"]);
  expect([3, 0, -1200].map(format.signed)).toEqual(["+3", "0", "−1,200"]);
  expect(format.capital("four cover it")).toBe("Four cover it");
});

test("a small piece of ground is told in the unit that reads best", () => {
  expect([0, 0.4, 430, 9999, 10_000, 32_000, 994_999, 1_400_000].map(format.ground)).toEqual([
    "0 m²",
    "<1 m²",
    "430 m²",
    "9,999 m²",
    "1 ha",
    "3.2 ha",
    "99 ha",
    "1.4 km²",
  ]);
});
