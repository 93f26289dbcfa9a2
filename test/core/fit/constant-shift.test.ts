import proj4 from "proj4";
import { describe, expect, test } from "vitest";
import { constantShift } from "../../../server/core/fit/cause/constant-shift.ts";
import { isMissingDatum, missingDatumShift } from "../../../server/core/fit/cause/missing-datum.ts";
import { type Lines, moved } from "../../../server/core/fit/lines.ts";
import { box } from "../overlay/support.ts";
import { linesOfPolygons, seeded, wavyRing } from "./support.ts";

const LA = linesOfPolygons([box(0, 0, 100, 100)]);
/** Two vertices of three are left out, and the rest jittered: the line drawn by another hand. */
function redrawn(ring: readonly number[], jitter: number): number[] {
  const next = seeded(77);
  return ring
    .filter((_, i) => (i >> 1) % 3 === 0)
    .map((v) => v + Math.round(jitter * (next() - 0.5)));
}

describe("M-C7: a constant shift", () => {
  test("LA shifted by (3, 4) lies 5.0 m off, and agrees once moved back", () => {
    const shift = constantShift(moved(LA, 3, 4), LA, { tolerance: 1 });
    expect(shift?.east).toBeCloseTo(3, 3);
    expect(shift?.north).toBeCloseTo(4, 3);
    expect(shift?.length).toBeCloseTo(5, 3);
    expect(shift?.agreementAfter).toBeCloseTo(1, 6);
    expect(shift?.agreementBefore).toBeLessThan(0.2);
  });
  test.each([
    [100, 0],
    [-70, 70],
    [3, -2],
    [240, 310],
  ])("a wavy boundary moved by (%i, %i) m", (east, north) => {
    const ring = linesOfPolygons([wavyRing(8, 8000, 900)]);
    const shift = constantShift(moved(ring, east, north), ring, { tolerance: 1 });
    expect([shift?.east, shift?.north]).toEqual([
      expect.closeTo(east, 2),
      expect.closeTo(north, 2),
    ]);
  });
  test("is found between lines that were drawn apart", () => {
    const ring = wavyRing(8, 8000, 900);
    const other = linesOfPolygons([redrawn(ring, 20)]);
    const shift = constantShift(moved(other, 100, -50), linesOfPolygons([ring]), { tolerance: 30 });
    expect(shift?.east).toBeCloseTo(100, -1);
    expect(shift?.north).toBeCloseTo(-50, -1);
  });
  test("up to the tolerance is no shift, above it is", () => {
    const ring = linesOfPolygons([wavyRing(2, 3000, 300)]);
    expect(constantShift(moved(ring, 4.9, 0), ring, { tolerance: 5 })).toBeUndefined();
    expect(constantShift(moved(ring, 10, 0), ring, { tolerance: 5 })?.length).toBeCloseTo(10, 2);
  });
  test.each<[string, Lines, Lines]>([
    ["equal boundaries", LA, LA],
    ["one side moved", linesOfPolygons([box(0, 0, 98, 100)]), LA],
    ["a real difference", linesOfPolygons([box(0, 0, 160, 100)]), LA],
    [
      "two other places",
      linesOfPolygons([wavyRing(1, 3000, 300)]),
      linesOfPolygons([wavyRing(2, 3000, 300)]),
    ],
    [
      "redrawn in place",
      linesOfPolygons([redrawn(wavyRing(8, 8000, 900), 20)]),
      linesOfPolygons([wavyRing(8, 8000, 900)]),
    ],
  ])("is not what is between %s", (_name, from, onto) => {
    expect(constantShift(from, onto, { tolerance: 1 })).toBeUndefined();
  });
});

describe("a datum shift left out", () => {
  test.each([
    ["Birmingham", 406_888, 286_900],
    ["Penzance", 147_051, 30_439],
    ["Newcastle", 425_000, 564_000],
  ])("at %s is what proj4 makes of the degrees", (_name, east, north) => {
    const grid =
      "+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy";
    const towgs84 = "+towgs84=446.448,-125.157,542.06,0.15,0.247,0.842,-20.489";
    const degrees = proj4(`${grid} ${towgs84}`, "WGS84", [east, north]);
    const taken = proj4("+proj=longlat +ellps=airy", grid, degrees);
    const offset = missingDatumShift(east, north);
    expect(offset.east).toBeCloseTo(taken[0]! - east, 2);
    expect(offset.north).toBeCloseTo(taken[1]! - north, 2);
    expect(Math.hypot(offset.east, offset.north)).toBeGreaterThan(80);
  });
  test("is known by its vector, in either direction, and another vector of that length is not", () => {
    const at = { east: 406_888, north: 286_900 };
    const offset = missingDatumShift(at.east, at.north);
    expect(isMissingDatum(offset, at)).toBe(true);
    expect(isMissingDatum({ east: -offset.east, north: -offset.north }, at)).toBe(true);
    expect(isMissingDatum({ east: offset.east + 10.1, north: offset.north }, at)).toBe(false);
    expect(isMissingDatum({ east: offset.east + 9.9, north: offset.north }, at)).toBe(true);
    expect(isMissingDatum({ east: offset.north, north: offset.east }, at)).toBe(false);
  });
});
