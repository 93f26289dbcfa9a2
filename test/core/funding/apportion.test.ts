import fc from "fast-check";
import { expect, test } from "vitest";
import { apportion, sumOf } from "../../../server/core/funding/apportion.ts";
import { pence } from "../../../server/core/units.ts";

test("a penny that divides evenly among none goes to the largest remainder, of equal ones the first", () => {
  expect(apportion(pence(100), [1, 1, 1])).toEqual([34, 33, 33]);
  expect(apportion(pence(100), [1, 2, 0])).toEqual([33, 67, 0]);
  expect(apportion(pence(-100), [1, 1, 1])).toEqual([-34, -33, -33]);
  expect(apportion(pence(1), [0, 0.2, 0.2])).toEqual([0, 1, 0]);
});

test("without a weight above 0 there is nothing to go by, and a wrong weight is refused", () => {
  expect(apportion(pence(100), [])).toBeUndefined();
  expect(apportion(pence(100), [0, 0])).toBeUndefined();
  expect(() => apportion(pence(100), [1, -1])).toThrow(RangeError);
  expect(() => apportion(pence(100), [Number.NaN])).toThrow(RangeError);
});

test("law: the parts add to the sum, none is on the wrong side of 0, none is a penny off", () => {
  const weight = fc.oneof(fc.constant(0), fc.double({ min: 1e-9, max: 1e12, noNaN: true }));
  fc.assert(
    fc.property(
      fc.integer({ min: -1e13, max: 1e13 }),
      fc.array(weight, { minLength: 1, maxLength: 40 }),
      (sum, weights) => {
        const whole = weights.reduce((a, b) => a + b, 0);
        const parts = apportion(pence(sum), weights);
        if (!(whole > 0)) return parts === undefined;
        expect(sumOf(parts!)).toBe(sum);
        parts!.forEach((part, i) => {
          expect(part * Math.sign(sum || 1)).toBeGreaterThanOrEqual(0);
          expect(Number.isInteger(part)).toBe(true);
          if (weights[i] === 0) expect(part).toBe(0);
          expect(Math.abs(part - (sum * weights[i]!) / whole)).toBeLessThan(1.01);
        });
        return true;
      },
    ),
    { seed: 6, numRuns: 500 },
  );
});
