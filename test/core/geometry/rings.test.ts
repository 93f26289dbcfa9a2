import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { boundsOf, boundsWithin, unionOfBounds } from "../../../server/core/geometry/bounds.ts";
import { pointInRings } from "../../../server/core/geometry/point-in-rings.ts";
import { ringAreas, statedAreas } from "../../../server/core/geometry/ring-areas.ts";

/** A square of side 10 with a hole of side 2, and a triangle of area 12 wound the other way. */
const xy = Float64Array.of(
  ...[0, 0, 10, 0, 10, 10, 0, 10],
  ...[4, 4, 4, 6, 6, 6, 6, 4],
  ...[20, 0, 20, 6, 24, 0],
);
const ringVertex = Int32Array.of(0, 4, 8, 11);

describe("areas of rings", () => {
  test("are signed by the sense of turning", () => {
    expect([...ringAreas(ringVertex, xy)]).toEqual([100, -4, -12]);
  });

  test("far from the origin lose no digits", () => {
    const far = xy.map((value, i) => value + (i % 2 === 0 ? 5e8 : 1e9));
    expect([...ringAreas(ringVertex, far)]).toEqual([100, -4, -12]);
  });

  test("of a point, a line and no vertex are 0", () => {
    const none = Int32Array.of(0, 1, 3, 3);
    expect([...ringAreas(none, Float64Array.of(1, 1, 0, 0, 5, 5))]).toEqual([0, 0, 0]);
  });

  test("add up to shapes: the first ring less the others, polygon by polygon", () => {
    const shapes = {
      count: 3,
      polygonShape: Int32Array.of(2, 0),
      polygonRing: Int32Array.of(0, 2, 3),
    };
    expect([...statedAreas(shapes, ringAreas(ringVertex, xy))]).toEqual([12, 0, 96]);
  });
});

describe("a point in rings", () => {
  test("is inside an odd number of them", () => {
    const inside = (x: number, y: number) => pointInRings(x, y, xy, ringVertex);
    expect([inside(1, 1), inside(5, 5), inside(21, 1), inside(15, 1), inside(-1, 5)]).toEqual([
      true,
      false,
      true,
      false,
      false,
    ]);
  });

  test("may be asked of some rings only", () => {
    expect(pointInRings(5, 5, xy, ringVertex, 0, 1)).toBe(true);
    expect(pointInRings(5, 5, xy, ringVertex, 1, 3)).toBe(true);
    expect(pointInRings(5, 5, xy, ringVertex, 2, 3)).toBe(false);
  });

  test("of a convex ring is the same as left of every edge", () => {
    const triangle = Float64Array.of(0, 0, 7, 2, 3, 9);
    const side = (i: number, j: number, x: number, y: number) =>
      (triangle[j]! - triangle[i]!) * (y - triangle[i + 1]!) -
      (triangle[j + 1]! - triangle[i + 1]!) * (x - triangle[i]!);
    const near = fc.double({ min: -1, max: 10, noNaN: true });
    fc.assert(
      fc.property(near, near, (x, y) => {
        const sides = [side(0, 2, x, y), side(2, 4, x, y), side(4, 0, x, y)];
        // On an edge either answer will do.
        fc.pre(sides.every((value) => Math.abs(value) > 1e-9));
        const expected = sides.every((value) => value > 0);
        expect(pointInRings(x, y, triangle, Int32Array.of(0, 3))).toBe(expected);
      }),
    );
  });
});

describe("bounds", () => {
  test("hold every point, and there are none of none", () => {
    expect(boundsOf(xy)).toEqual([0, 0, 24, 10]);
    expect(boundsOf(new Float64Array())).toBeUndefined();
    expect(unionOfBounds([])).toBeUndefined();
    expect(
      unionOfBounds([
        [0, 0, 1, 1],
        [-2, 0.5, 0, 3],
      ]),
    ).toEqual([-2, 0, 1, 3]);
  });

  test("lie within others, edges included", () => {
    expect(boundsWithin([0, 0, 1, 1], [0, 0, 1, 1])).toBe(true);
    expect(boundsWithin([0, 0, 1, 1.01], [0, 0, 1, 1])).toBe(false);
    expect(boundsWithin([-0.01, 0, 1, 1], [0, 0, 1, 1])).toBe(false);
  });
});
