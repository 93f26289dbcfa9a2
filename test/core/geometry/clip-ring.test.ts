import { expect, test } from "vitest";
import { clipRing } from "../../../server/core/geometry/clip-ring.ts";

const BOX = { west: 0, south: 0, east: 10, north: 10 };

test("a ring inside stays, one outside goes, one around becomes the box", () => {
  const inside = [1, 1, 9, 1, 9, 9];
  expect(clipRing(inside, BOX)).toEqual(inside);
  expect(clipRing([20, 20, 30, 20, 30, 30], BOX)).toEqual([]);
  const around = clipRing([-5, -5, 15, -5, 15, 15, -5, 15], BOX);
  expect(new Set(pairs(around))).toEqual(new Set(["0,0", "10,0", "10,10", "0,10"]));
});

test("lines are cut where they cross the box", () => {
  const cut = clipRing([5, 5, 15, 5, 5, 15], BOX);
  expect(new Set(pairs(cut))).toEqual(new Set(["5,5", "10,5", "10,10", "5,10"]));
});

const pairs = (ring: readonly number[]) =>
  Array.from({ length: ring.length / 2 }, (_, i) => `${ring[2 * i]},${ring[2 * i + 1]}`);
