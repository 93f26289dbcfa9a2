import { expect, test } from "vitest";
import { discReaches } from "../../../server/core/geometry/disc.ts";
import { metresOf } from "../../../server/core/geometry/shape-metres.ts";
import { shapesOf, square } from "../../support/table.ts";

// A square of 100 m with a window of 50 m in its middle.
const shapes = shapesOf([[[square(0, 0, 100), square(25, 25, 50)]]]);
const grid = { step: 0.001, originX: 0, originY: 0 };
const metres = metresOf({ shapes, grid });
const disc = (x: number, y: number, radius: number) =>
  discReaches(shapes, metres, [0], { x: 430_000 + x, y: 433_000 + y, radius });

test("a disc reaches ground that holds its middle or that it overhangs", () => {
  expect(disc(10, 10, 1)).toBe(true);
  expect(disc(10, 10, 500)).toBe(true);
  expect(disc(-5, 50, 6)).toBe(true);
  expect(disc(-5, -5, 7.2)).toBe(true);
});

test("a disc beside it, or within its window, does not", () => {
  expect(disc(-5, 50, 4)).toBe(false);
  expect(disc(-5, -5, 7)).toBe(false);
  expect(disc(50, 50, 24)).toBe(false);
  expect(disc(50, 50, 26)).toBe(true);
});
