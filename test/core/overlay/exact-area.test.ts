import { describe, expect, test } from "vitest";
import {
  AreaSum,
  squareMetres,
  staysBelow,
  wholeOf,
} from "../../../server/core/overlay/exact-area.ts";

/** The pair that some chain halves come to; chain `c` has the pair `pairs[c]`. */
function sumOf(pairs: readonly (readonly [number, number])[], ...halves: number[]) {
  const sum = new AreaSum();
  const areas = Float64Array.from(pairs.flat());
  for (const half of halves) sum.addChain(areas, half);
  sum.finish();
  return [sum.high, sum.low];
}

describe("sums of areas as pairs", () => {
  test("a chain counts up there and down back", () => {
    const pairs = [
      [7, 100],
      [2, 30],
    ] as const;
    expect(sumOf(pairs, 0, 2)).toEqual([9, 130]);
    expect(sumOf(pairs, 0, 3)).toEqual([5, 70]);
    expect(sumOf(pairs, 0, 1)).toEqual([0, 0]);
  });

  test("the low part ends from 0 up to but not at 65,536", () => {
    expect(sumOf([[0, 65_535]], 0)).toEqual([0, 65_535]);
    expect(sumOf([[0, 65_536]], 0)).toEqual([1, 0]);
    expect(sumOf([[0, -1]], 0)).toEqual([-1, 65_535]);
    expect(sumOf([[3, -131_073]], 0)).toEqual([0, 65_535]);
  });

  test.each([
    [2 ** 52 - 1, 3],
    [-(2 ** 52) + 1, 3],
    [3, 2 ** 52 - 1],
    [3, -(2 ** 52) + 1],
  ])("sums beyond what a double holds stay exact: %d, %d", (high, low) => {
    // Five times there and four times back: once in all, by way of more than 2^54.
    const [sumHigh, sumLow] = sumOf([[high, low]], 0, 0, 0, 0, 0, 1, 1, 1, 1);
    expect(wholeOf(sumHigh!, sumLow!)).toBe(wholeOf(high, low));
    expect(sumLow).toBeGreaterThanOrEqual(0);
    expect(sumLow).toBeLessThan(65_536);
  });

  test("a sum that was put aside comes back in its one form", () => {
    expect(sumOf([[2 ** 52 - 1, 3]], 0, 0, 1)).toEqual([2 ** 52 - 1, 3]);
    expect(sumOf([[-(2 ** 52) + 1, -3]], 0, 0, 1)).toEqual([-(2 ** 52), 65_533]);
  });

  test("to finish twice is to finish once", () => {
    const sum = new AreaSum();
    const areas = Float64Array.of(2 ** 52 - 1, 3);
    for (const half of [0, 0, 1]) sum.addChain(areas, half);
    sum.finish();
    sum.finish();
    expect([sum.high, sum.low]).toEqual([2 ** 52 - 1, 3]);
  });

  test("a new sum knows nothing of the last", () => {
    const sum = new AreaSum();
    const areas = Float64Array.of(2 ** 52 - 1, 2 ** 52 - 1, 5, 6);
    for (let i = 0; i < 4; i++) sum.addChain(areas, 0);
    sum.clear();
    sum.addChain(areas, 2);
    sum.finish();
    expect([sum.high, sum.low]).toEqual([5, 6]);
  });

  test("both parts count, whatever their sign", () => {
    expect(staysBelow(10, 9, 9)).toBe(true);
    expect(staysBelow(10, -9, -9)).toBe(true);
    for (const [high, low] of [
      [10, 0],
      [-10, 0],
      [0, 10],
      [0, -10],
    ] as const) {
      expect(staysBelow(10, high, low)).toBe(false);
    }
  });

  test("square metres are half the pair times the step's square", () => {
    expect(wholeOf(2, 3)).toBe(131_075n);
    expect(squareMetres(1, 2, 0.5)).toBe(8192.25);
  });
});
