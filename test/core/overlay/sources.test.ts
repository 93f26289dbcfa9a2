import { expect, test } from "vitest";
import { cut, partition } from "../../../server/core/overlay/partition.ts";
import { box, listsOf, METRE, type Polygon, shapesOf } from "./support.ts";

const overlapsOf = (...sources: (readonly Polygon[])[]) => cut(shapesOf(sources), METRE).overlaps;

test("ground under two parts counts once, under three twice, exactly and in twice steps", () => {
  const overlapping = [[box(0, 0, 10, 10)], [box(5, 0, 15, 10)], [box(8, 0, 20, 10)]];
  // 5 to 8 and 10 to 15 under two parts, 8 to 10 under three: 30 + 50 + 2 * 20.
  expect(overlapsOf([[box(50, 50, 60, 60)]], overlapping)).toEqual([{ source: 1, twice: 240n }]);
});

test("parts that only touch, and sources that overlap, are no overlap of parts", () => {
  expect(overlapsOf([[box(0, 0, 10, 10)], [box(10, 0, 20, 10)]], [[box(5, 5, 15, 15)]])).toEqual(
    [],
  );
});

test("what lies within the ground of an overlap is counted once", () => {
  const twice = [[box(0, 0, 40, 40)], [box(0, 0, 40, 40)]];
  const island = [[box(10, 10, 20, 20)]];
  const courtyard = [[box(22, 22, 34, 34), box(24, 24, 32, 32)], [box(26, 26, 30, 30)]];
  expect(overlapsOf(twice, island, courtyard)).toEqual([{ source: 0, twice: 3200n }]);
});

test("a hole in the ground of an overlap is taken from it, and an island in the hole is not", () => {
  const rings = [box(0, 0, 40, 40), box(10, 10, 30, 30)];
  const overlaps = overlapsOf([rings, rings], [[box(15, 15, 20, 20)]]);
  expect(overlaps).toEqual([{ source: 0, twice: 2n * (1600n - 400n) }]);
});

test("sources are listed by number, whatever the order of their polygons", () => {
  const shapes = shapesOf([[[box(0, 0, 10, 10)]], [[box(5, 0, 15, 10)]]]);
  const { cells, cellSources } = partition({ ...shapes, polygonShape: Int32Array.of(1, 0) }, METRE);
  expect([...cellSources.ids]).toEqual([0, 0, 1, 1]);
  expect(listsOf(cells)[1]).toEqual([[box(5, 0, 10, 10)]]);
});
