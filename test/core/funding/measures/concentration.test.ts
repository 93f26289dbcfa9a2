import { describe, expect, test } from "vitest";
import { funderConcentration } from "../../../../server/core/funding/measures/funder-concentration.ts";
import { smallGrants } from "../../../../server/core/funding/measures/small-grants.ts";
import { theil } from "../../../../server/core/funding/measures/theil.ts";
import { pounds, toPence } from "../../../../server/core/units.ts";

const gbp = (value: number) => toPence(pounds(value));

describe("M-F1 funder concentration", () => {
  test(".4, .3, .2, .1 is .30, as good as 3.33 equal funders, fragmentation .70", () => {
    const of = funderConcentration([40, 30, 20, 10])!;
    expect(of.hhi.low).toBeCloseTo(0.3, 12);
    expect(of.hhi.high).toBe(of.hhi.low);
    expect(of.effective.low).toBeCloseTo(3.33, 2);
    expect(of.fragmentation.high).toBeCloseTo(0.7, 12);
    expect(of.funders).toBe(4);
  });

  test("W1: four sources whose split is not published lie in [0.25, 1), effective in (1, 4]", () => {
    const of = funderConcentration([undefined, undefined, undefined, undefined], 150_000)!;
    expect(of.hhi).toEqual({ low: 0.25, high: 1, open: "high" });
    expect(of.effective).toEqual({ low: 1, high: 4, open: "low" });
    expect(of.fragmentation).toEqual({ low: 0, high: 0.75, open: "low" });
    expect(funderConcentration([undefined, undefined, undefined, undefined])).toEqual(of);
  });

  test("what is known narrows the range: with half from one of three, it is [.375, .5)", () => {
    expect(funderConcentration([50, undefined, undefined], 100)?.hhi).toEqual({
      low: 0.375,
      high: 0.5,
      open: "high",
    });
  });

  test("one amount that is left over from the total is known", () => {
    expect(funderConcentration([50, undefined], 100)?.hhi).toEqual({ low: 0.5, high: 0.5 });
  });

  test("without a total each unknown adds at most one equal funder to the known", () => {
    // 40, 30, 20, 10 are as good as 3.33; with one unknown at most 4.33.
    expect(funderConcentration([40, 30, 20, 10, undefined])?.effective.high).toBeCloseTo(4.3333, 4);
  });

  test("a single funder is 1; none, or amounts beyond the total, is unknown", () => {
    expect(funderConcentration([undefined])?.hhi).toEqual({ low: 1, high: 1 });
    expect(funderConcentration([])).toBeUndefined();
    expect(funderConcentration([0, 10])).toBeUndefined();
    expect(funderConcentration([80, 30, undefined], 100)).toBeUndefined();
  });
});

describe("M-F2 Theil", () => {
  test(".4, .3, .2, .1 is .1064", () => {
    expect(theil([40, 30, 20, 10])?.low).toBeCloseTo(0.1064, 4);
  });

  test("is 0 where shares are equal and for one funder, and below ln n where not published", () => {
    expect(theil([5, 5, 5])?.low).toBeCloseTo(0, 12);
    expect(theil([7])).toEqual({ low: 0, high: 0 });
    expect(theil([1, undefined])).toEqual({ low: 0, high: Math.log(2), open: "high" });
    expect(theil([])).toBeUndefined();
  });
});

describe("M-F3 small grants", () => {
  test("3 of 5 are under £100,000", () => {
    const amounts = [20_000, 99_999.99, 100_000, 5_000, 250_000].map(gbp);
    const small = smallGrants(amounts, gbp(100_000));
    expect(small).toMatchObject({ small: 3, known: 5, unknown: 0, share: 0.6 });
    expect(small.smallMoney).toBe(gbp(124_999.99));
  });

  test("a grant without an amount is in neither count", () => {
    expect(smallGrants([gbp(1), undefined], gbp(100))).toMatchObject({ known: 1, unknown: 1 });
    expect(smallGrants([undefined], gbp(100)).share).toBeUndefined();
  });
});
