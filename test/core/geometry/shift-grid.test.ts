import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addShifts,
  removeShifts,
  type ShiftGrid,
} from "../../../server/core/geometry/shift-grid.ts";

/** Three columns by two rows, a degree apart; shifts in 64ths of a second, east then north. */
const grid: ShiftGrid = {
  west: 10,
  south: 50,
  stepLon: 1,
  stepLat: 1,
  columns: 3,
  rows: 2,
  shifts: Float32Array.of(0, 36, 36, 36, 72, 36, 0, 72, 36, 72, 72, 144).map((n) => n / 64),
};

describe("a grid of shifts", () => {
  test("is read bilinearly between nodes", () => {
    // In the middle of the south-west square: east (0 + 36 + 0 + 36) / 4, north (36 + 36 + 72 + 72) / 4.
    const xy = Float64Array.of(10.5, 50.5, 11.75, 51, 10, 50);
    expect(addShifts(grid, xy)).toBe(-1);
    const shifts = [18, 54, 63, 126, 0, 36];
    const from = [10.5, 50.5, 11.75, 51, 10, 50];
    shifts.forEach((shift, i) => {
      expect(xy[i]).toBeCloseTo(from[i]! + shift / 64 / 3600, 12);
    });
  });

  test("its inverse undoes it", () => {
    const inside = fc.tuple(
      fc.double({ min: 10.1, max: 11.9, noNaN: true }),
      fc.double({ min: 50.1, max: 50.9, noNaN: true }),
    );
    fc.assert(
      fc.property(fc.array(inside, { maxLength: 20 }), (points) => {
        const xy = Float64Array.from(points.flat());
        expect(addShifts(grid, xy)).toBe(-1);
        expect(removeShifts(grid, xy)).toBe(-1);
        points.flat().forEach((value, i) => {
          expect(Math.abs(xy[i]! - value)).toBeLessThan(1e-9);
        });
      }),
    );
  });

  test.each([
    [9.99, 50.5],
    [12.01, 50.5],
    [11, 49.99],
    [11, 51.01],
    [Number.NaN, 50.5],
    [11, Number.POSITIVE_INFINITY],
  ])("has no answer for %d, %d", (lon, lat) => {
    const xy = Float64Array.of(11, 50.5, lon, lat, lon, lat);
    expect(addShifts(grid, xy)).toBe(1);
    expect([...xy.subarray(2)].every(Number.isNaN)).toBe(true);
    const back = Float64Array.of(lon, lat);
    expect(removeShifts(grid, back)).toBe(0);
    expect([...back].every(Number.isNaN)).toBe(true);
  });
});
