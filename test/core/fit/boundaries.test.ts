import { describe, expect, test } from "vitest";
import { lengthWithin } from "../../../server/core/fit/agreement.ts";
import { directedHausdorff, distancesTo, percentile } from "../../../server/core/fit/hausdorff.ts";
import { linesOf } from "../../../server/core/fit/lines.ts";
import { nearestOn } from "../../../server/core/fit/nearest.ts";
import { widthOf } from "../../../server/core/fit/width.ts";
import { box } from "../overlay/support.ts";
import { linesOfPolygons, seeded, wavyRing } from "./support.ts";

const E = linesOfPolygons([box(0, 0, 98, 100)]);
const LA = linesOfPolygons([box(0, 0, 100, 100)]);
const within = (of: typeof E, to: typeof E, metres: number) =>
  lengthWithin(of, to, metres) / of.length;

describe("M-C2: width", () => {
  test("the strip between E and LA is exactly 2 m wide", () => {
    expect(widthOf(linesOfPolygons([box(98, 0, 100, 100)]))).toBe(2);
  });
  test.each([
    ["a square", [box(0, 0, 10, 10)], 10],
    ["a strip of 10 km", [box(0, 0, 10_000, 2)], 2],
    ["the same strip on a slope", [[0, 0, 8000, 6000, 7997, 6004, -3, 4]], 5],
    ["a triangle of 3, 4 and 5", [[0, 0, 4, 0, 0, 3]], 2],
    ["a square with a hole in the middle", [box(0, 0, 30, 30), box(10, 10, 20, 20)], 11.716],
    ["a shape without an inside", [[0, 0, 5, 0]], 0],
  ])("%s", (_name, rings, width) => {
    expect(widthOf(linesOfPolygons(rings))).toBeCloseTo(width, 2);
  });
  test("is never more than true and at most the stated millimetre less", () => {
    // A regular polygon with so many corners is a circle to 0.01 mm.
    const ring = Array.from({ length: 2000 }, (_, i) => (i / 1000) * Math.PI);
    const circle = linesOf(
      Float64Array.from(
        ring.flatMap((a, i) => {
          const b = ring[(i + 1) % ring.length]!;
          return [10 * Math.cos(a), 10 * Math.sin(a), 10 * Math.cos(b), 10 * Math.sin(b)];
        }),
      ),
    );
    const width = widthOf(circle);
    expect(width).toBeLessThanOrEqual(20);
    expect(width).toBeGreaterThan(19.9985);
  });
  test("stops early when only a bound is asked for", () => {
    expect(widthOf(linesOfPolygons([box(0, 0, 500, 400)]), 0.001, 30)).toBeGreaterThan(30);
  });
});

describe("M-C4: boundary agreement", () => {
  test("E and LA at 1 m: 0.745 of LA, 0.7525 of E", () => {
    expect(within(LA, E, 1)).toBeCloseTo(0.745, 10);
    expect(within(E, LA, 1)).toBeCloseTo(298 / 396, 10);
  });
  test("E and LA at 5 m: all of both", () => {
    expect(within(LA, E, 5)).toBe(1);
    expect(within(E, LA, 5)).toBe(1);
  });
  test("counts a stretch once though many pieces are near it", () => {
    const ring = linesOfPolygons([wavyRing(3, 1000, 400)]);
    expect(within(ring, ring, 50)).toBeCloseTo(1, 9);
  });
  test("agrees with a count of points", () => {
    const a = linesOfPolygons([wavyRing(1, 1000, 300)]);
    const b = linesOfPolygons([wavyRing(2, 1000, 200)]);
    const near = distancesTo(a, b, 0.05).filter(({ distance }) => distance <= 40);
    const counted = near.reduce((sum, { length }) => sum + length, 0);
    expect(lengthWithin(a, b, 40)).toBeCloseTo(counted, -1);
  });
});

describe("M-C5: Hausdorff distance", () => {
  test("E and LA: 2.0 m both ways, and so is the 95th percentile", () => {
    expect(directedHausdorff(E, LA)).toBe(2);
    expect(directedHausdorff(LA, E)).toBe(2);
    expect(percentile(distancesTo(LA, E, 0.05), 0.95)).toBe(2);
  });
  test("is found inside a piece, not only at its ends", () => {
    const line = linesOf(Float64Array.of(0, 0, 10, 0));
    const ends = linesOf(Float64Array.of(0, -1, 0, 1, 10, -1, 10, 1));
    expect(directedHausdorff(line, ends)).toBeCloseTo(5, 3);
  });
  test("one outlier moves the largest distance and not the percentile", () => {
    const spiked = linesOfPolygons([[0, 0, 98, 0, 98, 50, 130, 50, 98, 51, 98, 100, 0, 100]]);
    expect(directedHausdorff(spiked, LA)).toBe(30);
    expect(percentile(distancesTo(spiked, LA, 0.01), 0.8)).toBeCloseTo(2, 6);
  });
  test("is what all pairs of close points say", () => {
    const a = linesOfPolygons([wavyRing(5, 1000, 300)]);
    const b = linesOfPolygons([wavyRing(6, 1000, 200)]);
    const most = Math.max(...distancesTo(a, b, 0.05).map(({ distance }) => distance));
    expect(directedHausdorff(a, b)).toBeCloseTo(most, 0);
  });
  test("nothing is known of a boundary without lines", () => {
    expect(directedHausdorff(E, linesOf(new Float64Array(0)))).toBeUndefined();
    expect(percentile([], 0.95)).toBeUndefined();
  });
});

test("the nearest piece is the nearest of all", () => {
  const lines = linesOfPolygons([wavyRing(9, 1000, 700)]);
  const nearest = nearestOn(lines);
  const next = seeded(4);
  for (let i = 0; i < 200; i++) {
    const x = (next() - 0.5) * 3000;
    const y = (next() - 0.5) * 3000;
    let least = Infinity;
    for (let piece = 0; piece < lines.count; piece++) {
      const [x0, y0, x1, y1] = lines.ends.subarray(4 * piece, 4 * piece + 4);
      for (let t = 0; t <= 1; t += 0.05) {
        least = Math.min(least, Math.hypot(x0! + t * (x1! - x0!) - x, y0! + t * (y1! - y0!) - y));
      }
    }
    expect(nearest(x, y).distance).toBeLessThanOrEqual(least + 1e-9);
    expect(nearest(x, y).distance).toBeGreaterThan(least - 1);
  }
});
