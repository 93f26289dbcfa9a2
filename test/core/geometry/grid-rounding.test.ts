import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { gridFor, roundToGrid } from "../../../server/core/geometry/grid-rounding.ts";

const grid = (step: number) => ({ step, originX: 0, originY: 0 });

describe("rounding to the grid", () => {
  test("halves go upward, below zero too", () => {
    const xy = Float64Array.of(0.0005, -0.0005, 0.0015, -0.0015, 530589.4275, 0.00049);
    expect([...roundToGrid(xy, grid(0.001))]).toEqual([1, 0, 2, -1, 530589428, 0]);
  });

  test.each([
    [10, [14.9, 15, -15, -15.1], [1, 2, -1, -2]],
    [0.25, [0.125, 0.37, 1, -0.125], [1, 1, 4, 0]],
    [0.3, [0.44, 0.46, 3, -0.3], [1, 2, 10, -1]],
  ])("a step of %d m", (step, from, to) => {
    expect([...roundToGrid(Float64Array.from(from), grid(step))]).toEqual(to);
  });

  test("the origin is taken off first", () => {
    const xy = Float64Array.of(105, 207);
    expect([...roundToGrid(xy, { step: 1, originX: 100, originY: 200 })]).toEqual([5, 7]);
  });

  test("no coordinate moves by more than half a step, and a rounded one stays", () => {
    const metres = fc.double({ min: -2e6, max: 2e6, noNaN: true });
    fc.assert(
      fc.property(fc.array(metres), (list) => {
        const steps = roundToGrid(Float64Array.from(list), grid(0.001));
        list.forEach((value, i) => {
          expect(Math.abs(steps[i]! / 1000 - value)).toBeLessThanOrEqual(0.000_500_001);
        });
        const again = roundToGrid(
          Float64Array.from(steps, (step) => step / 1000),
          grid(0.001),
        );
        expect(again).toEqual(steps);
      }),
    );
  });
});

describe("the grid for an extent", () => {
  test("is 1 mm for Great Britain, and coarser by tens beyond what 32 bits hold", () => {
    expect(gridFor([0, 0, 656_000, 1_220_000], undefined)).toEqual(grid(0.001));
    expect(gridFor([-2_147_400, 0, 0, 0], undefined).step).toBe(0.001);
    expect(gridFor([-2_147_484, 0, 0, 0], undefined).step).toBe(0.01);
    expect(gridFor([0, 0, 3e7, 0], undefined).step).toBe(0.1);
  });

  test("is what was asked for, or refused where it does not reach", () => {
    expect(gridFor([0, 0, 1, 1], 0.05).step).toBe(0.05);
    expect(() => gridFor([0, 0, 3e6, 0], 0.001)).toThrowError(/0\.001 m.*coarser/);
  });
});
