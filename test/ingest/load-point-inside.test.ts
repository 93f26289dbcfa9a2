import fc from "fast-check";
import { expect, test } from "vitest";
import { pointInside } from "../../server/ingest/load-point-inside.ts";

const shapesOf = (...rings: number[][]) => {
  const ringVertex = [0];
  for (const ring of rings) ringVertex.push(ringVertex[ringVertex.length - 1]! + ring.length / 2);
  return {
    count: 1,
    polygonShape: Int32Array.of(0),
    polygonRing: Int32Array.of(0, rings.length),
    ringVertex: Int32Array.from(ringVertex),
    xy: Int32Array.from(rings.flat()),
  };
};

test("the point of a square ring of ground lies in the wider side, not in the hole", () => {
  const shell = [0, 0, 100, 0, 100, 100, 0, 100];
  const hole = [10, 10, 10, 90, 60, 90, 60, 10];
  expect(pointInside(shapesOf(shell, hole), [0])).toEqual([0.08, 0.0505]);
});

test("the larger of two polygons has the point", () => {
  const shapes = {
    count: 1,
    polygonShape: Int32Array.of(0, 0),
    polygonRing: Int32Array.of(0, 1, 2),
    ringVertex: Int32Array.of(0, 4, 8),
    xy: Int32Array.of(0, 0, 2, 0, 2, 2, 0, 2, 1000, 0, 1100, 0, 1100, 100, 1000, 100),
  };
  expect(pointInside(shapes, [0, 1])?.[0]).toBe(1.05);
});

test("a shape without ground has no point", () => {
  expect(pointInside(shapesOf([0, 0, 5, 0]), [0])).toBeUndefined();
});

test("of a triangle the point is inside, whatever its form", () => {
  const coordinate = fc.integer({ min: -1000, max: 1000 });
  const triangle = fc.tuple(coordinate, coordinate, coordinate, coordinate, coordinate, coordinate);
  const side = (x0: number, y0: number, x1: number, y1: number, x: number, y: number) =>
    Math.sign((x1 - x0) * (y - y0) - (x - x0) * (y1 - y0));
  fc.assert(
    fc.property(triangle, ([ax, ay, bx, by, cx, cy]) => {
      fc.pre(Math.abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) > 0);
      const found = pointInside(shapesOf([ax, ay, bx, by, cx, cy]), [0]);
      fc.pre(found !== undefined);
      const [x, y] = [found![0] * 1000, found![1] * 1000];
      const turns = [
        side(ax, ay, bx, by, x, y),
        side(bx, by, cx, cy, x, y),
        side(cx, cy, ax, ay, x, y),
      ];
      expect(Math.abs(turns[0]! + turns[1]! + turns[2]!)).toBe(3);
    }),
    { seed: 5, numRuns: 200 },
  );
});
