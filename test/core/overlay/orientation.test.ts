import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  crossingPixel,
  crossSign,
  meetsPixel,
  type Point,
} from "../../../server/core/overlay/orientation.ts";
import { partition } from "../../../server/core/overlay/partition.ts";
import { box, cellAreas, MILLIMETRE, shapesOf } from "./support.ts";

const long = fc.integer({ min: -(2 ** 32), max: 2 ** 32 });
const SEEDED = { seed: 3, numRuns: 2000 };

describe("exact orientation", () => {
  test("agrees with BigInt on random long directions", () => {
    fc.assert(
      fc.property(long, long, long, long, (ax, ay, bx, by) => {
        const exact = BigInt(ax) * BigInt(by) - BigInt(ay) * BigInt(bx);
        expect(BigInt(crossSign(ax, ay, bx, by))).toBe(exact > 0n ? 1n : exact < 0n ? -1n : 0n);
      }),
      SEEDED,
    );
  });

  test("tells directions apart that doubles cannot", () => {
    const n = 2 ** 31 - 1;
    // n * n and (n - 1) * (n + 1) differ by 1, some 2^62 in size.
    expect(n * n === (n - 1) * (n + 1)).toBe(true);
    expect(crossSign(n, n - 1, n + 1, n)).toBe(1);
    expect(crossSign(n + 1, n, n, n - 1)).toBe(-1);
    expect(crossSign(n, n - 1, 2 * n, 2 * n - 2)).toBe(0);
  });

  test("parallel and upright directions have no side, whatever their length", () => {
    expect(crossSign(0, 5, 0, 3)).toBe(0);
    expect(crossSign(7, 0, -3, 0)).toBe(0);
    expect(crossSign(0, 0, 1, 1)).toBe(0);
    expect(crossSign(2 ** 20 + 1, 2 ** 20 + 3, 3 * (2 ** 20 + 1), 3 * (2 ** 20 + 3))).toBe(0);
    expect(crossSign(1, 1, 1, 2)).toBe(1);
    expect(crossSign(1, 1, 2, 1)).toBe(-1);
  });

  test("pixels own their lower left corner alone", () => {
    // The line through (-1/2, -1/2) of the pixel at (1, 1) that falls to the right touches it there.
    expect(meetsPixel(1, -1, 1, 0)).toBe(true);
    expect(meetsPixel(1, -1, 0, -1)).toBe(false);
    expect(meetsPixel(1, 1, 1, 0)).toBe(false);
    expect(meetsPixel(1, 1, 0, 1)).toBe(false);
    // The same line and pixels from its other end.
    expect(meetsPixel(-1, 1, 0, 1)).toBe(true);
    expect(meetsPixel(-1, 1, -1, 0)).toBe(false);
  });

  test("long segments, too, own their lower left corner alone", () => {
    // 2 * (dx * ey - dy * ex) is 2^32 - 4, as is |dx| + |dy|: the line touches a corner. The products
    // are some 2^61, where doubles are 512 apart.
    const [n, k] = [2 ** 31 - 1, 2 ** 30 - 1];
    expect(meetsPixel(n - 2, -n, k, -k)).toBe(true);
    expect(meetsPixel(n, 2 - n, k, -k)).toBe(false);
    expect(meetsPixel(n, n - 2, k, k)).toBe(false);
    expect(meetsPixel(n - 2, n, k, k)).toBe(false);
    // One pixel on, the line passes outside of it; one pixel back, inside.
    for (const [dx, dy, sign] of [
      [n - 2, -n, -1],
      [n, n - 2, 1],
    ] as const) {
      expect(meetsPixel(dx, dy, k + 1, sign * (k + 1))).toBe(false);
      expect(meetsPixel(dx, dy, k - 1, sign * (k - 1))).toBe(true);
    }
  });

  test("the pixel test is the same for long segments as for short ones", () => {
    const small = fc.integer({ min: -60, max: 60 });
    fc.assert(
      fc.property(small, small, small, small, (dx, dy, ex, ey) => {
        fc.pre(Math.abs(dx) + Math.abs(dy) > 0);
        // The same line and pixel, the segment drawn out beyond the reach of doubles.
        const far = 2 ** 25;
        expect(meetsPixelStretched(dx, dy, ex, ey, far)).toBe(meetsPixel(dx, dy, ex, ey));
      }),
      SEEDED,
    );
  });

  test("a crossing is rounded exactly where doubles would miss it", () => {
    const into: Point = { x: 0, y: 0 };
    crossingPixel(0, 0, 2, 2, 0, 1, 2, -1, into);
    // They cross in (2/3, 2/3).
    expect(into).toEqual({ x: 1, y: 1 });
    crossingPixel(0, 0, 1, 1, 0, 1, 1, -1, into);
    // (1/2, 1/2) belongs to the pixel above and to the right.
    expect(into).toEqual({ x: 1, y: 1 });
    crossingPixel(0, 0, -1, -1, 0, -1, -1, 1, into);
    expect(into).toEqual({ x: 0, y: 0 });
    // (-2/3, -2/3) is nearer to (-1, -1).
    crossingPixel(0, 0, -2, -2, 0, -1, -2, 1, into);
    expect(into).toEqual({ x: -1, y: -1 });
  });
});

/** {@link meetsPixel} of a segment `times` as long; the pixel grows with it, so compare exactly. */
function meetsPixelStretched(dx: number, dy: number, ex: number, ey: number, times: number) {
  // The line's distance from the pixel's centre decides: write the same condition in BigInt.
  const offset = 2n * (BigInt(dx * times) * BigInt(ey) - BigInt(dy * times) * BigInt(ex));
  const reach = BigInt(Math.abs(dx * times) + Math.abs(dy * times));
  expect(reach >= 2n ** 25n).toBe(true);
  const got = meetsPixel(dx * times, dy * times, ex, ey);
  const distance = offset < 0n ? -offset : offset;
  if (distance !== reach) expect(got).toBe(distance < reach);
  return got;
}

test("segments longer than 33 km cross where they should", () => {
  const side = 2 ** 30;
  // Two squares over the whole grid, one turned by 45 degrees.
  const diamond = [0, -side, side, 0, 0, side, -side, 0];
  const half = side / 2;
  const result = partition(
    shapesOf([[[diamond]], [[box(-half - 1, -half, half, half)]]]),
    MILLIMETRE,
  );
  expect(result.certificate.passed).toBe(true);
  const metres = (steps: number) => steps * 0.001;
  const { B, AB } = cellAreas(result, "AB");
  // The square reaches one step beyond the diamond on its left: corners of half a step each way.
  expect(B! + AB!).toBeCloseTo(metres(side + 1) * metres(side), 3);
  expect(result.sourceArea[0]).toBeCloseTo(2 * metres(side) ** 2, 3);
});
