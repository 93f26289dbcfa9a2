import { expect, test } from "vitest";
import { metresOf } from "../../../server/core/geometry/shape-metres.ts";
import { polygonsOfShapes } from "../../../server/publish/exports/ground.ts";
import { joinShapes } from "../../../server/publish/exports/join-shapes.ts";
import { shapesOf, square } from "../../support/table.ts";

const a = [[[square(0, 0, 10)], [square(20, 0, 10)]], []];
const b = [[[square(40, 0, 10), square(42, 2, 2)]]];

test("joining is drawing all of it at once", () => {
  const c = [[], [[square(80, 0, 10)], [square(95, 0, 10)]]];
  const joined = (...parts: (typeof a)[]) => joinShapes(parts.map(shapesOf));
  expect(joined(a, b, c)).toEqual(shapesOf([...a, ...b, ...c]));
  expect(joined([], b)).toEqual(shapesOf(b));
  expect(joined(a, [])).toEqual(shapesOf(a));
  expect(joined()).toEqual(shapesOf([]));
});

test("polygons are found by the shape they belong to", () => {
  expect(polygonsOfShapes(shapesOf([...a, ...b]))).toEqual([[0, 1], [], [2]]);
});

test("metres are the nearest doubles to the grid's steps, on fine and coarse grids", () => {
  const shapes = { ...shapesOf([]), xy: Int32Array.of(1, 430_000_123) };
  const metres = (step: number, originX = 0) => [
    ...metresOf({ shapes, grid: { step, originX, originY: 0 } }),
  ];
  expect(metres(0.001)).toEqual([0.001, 430_000.123]);
  expect(metres(10, 500_000)).toEqual([500_010, 4_300_001_230]);
});
