import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readInputEdges } from "../../../server/core/overlay/input-edges.ts";
import { nodeEdges, searchHere } from "../../../server/core/overlay/noding.ts";
import { measureRings } from "../../../server/core/overlay/ring-facts.ts";
import { unionArea } from "../../../server/core/overlay/union-area.ts";
import { box, evenOdd, type Polygon, shapesOf } from "./support.ts";

const SIZE = 10;

/** Twice the area of some of one source's polygons, as the certificate takes it. */
function twiceUnion(polygons: readonly Polygon[], chosen = [...polygons.keys()]): bigint {
  const shapes = shapesOf([polygons]);
  const input = readInputEdges(shapes);
  const silent = () => undefined;
  const facts = measureRings(shapes, input, nodeEdges(input, silent, searchHere(silent)));
  return unionArea(facts, chosen);
}

/** The same, unit square by unit square. */
function twiceCounted(polygons: readonly Polygon[]): bigint {
  let squares = 0;
  for (let x = 0.5; x < SIZE; x++) {
    for (let y = 0.5; y < SIZE; y++) {
      if (polygons.some((rings) => evenOdd(rings, x, y))) squares++;
    }
  }
  return 2n * BigInt(squares);
}

const side = fc.integer({ min: 0, max: SIZE });
const rectangle = fc
  .tuple(side, side, side, side)
  .filter(([a, b, c, d]) => a !== c && b !== d)
  .map(([a, b, c, d]) => box(Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)));
const polygon = fc.array(rectangle, { minLength: 1, maxLength: 4 });

describe("the area of a source from its own rings", () => {
  test("rectangles that overlap, touch and repeat cover the unit squares that were counted", () => {
    const source = fc.array(polygon, { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(source, (polygons) => twiceUnion(polygons) === twiceCounted(polygons)),
      { seed: 20261126, numRuns: 400 },
    );
  });

  test("two bow ties that share their knot count once where they overlap", () => {
    const bowTie = [0, 0, 4, 4, 4, 0, 0, 4];
    const upright = [0, 0, 4, 4, 0, 4, 4, 0];
    expect(twiceUnion([[bowTie]])).toBe(16n);
    expect(twiceUnion([[bowTie], [upright]])).toBe(32n);
    expect(twiceUnion([[bowTie], [bowTie]])).toBe(16n);
  });

  test("an island that lies within another polygon, meeting nothing, adds nothing", () => {
    expect(twiceUnion([[box(0, 0, 9, 9)], [box(2, 2, 4, 4)]])).toBe(162n);
    expect(twiceUnion([[box(0, 0, 9, 9), box(1, 1, 5, 5)], [box(2, 2, 4, 4)]])).toBe(138n);
  });
});

describe("the area of a union", () => {
  test("of boxes, wherever they lie", () => {
    expect(twiceUnion([[box(0, 0, 3, 4)]])).toBe(24n);
    expect(twiceUnion([[box(-7, -9, -4, -5)]])).toBe(24n);
    expect(twiceUnion([[box(-1, -1, 2, 3)], [box(100, 7, 102, 9)]])).toBe(32n);
  });

  test("of triangles above, below and across each other", () => {
    // Legs of 6 under the slant; the same turned round above it.
    expect(twiceUnion([[[0, 0, 6, 0, 0, 6]]])).toBe(36n);
    expect(twiceUnion([[[6, 6, 0, 6, 6, 0]]])).toBe(36n);
    expect(twiceUnion([[[0, 0, 6, 0, 0, 6]], [[6, 6, 0, 6, 6, 0]]])).toBe(72n);
    // Two slants that cross in (3, 3): 9 of each triangle lie under both.
    expect(twiceUnion([[[0, 0, 6, 0, 0, 6]], [[0, 0, 6, 0, 6, 6]]])).toBe(72n - 18n);
  });

  test.each([
    [5, 0],
    [5, 1000],
    [7, -100],
    [2 ** 20, 2 ** 22],
    [2 ** 20, -(2 ** 23)],
    [2 ** 28, 0],
    [2 ** 27, 2 ** 30],
    [2 ** 28, -(2 ** 30)],
  ])("of slants that lie across each other, times %d and moved by %d", (times, by) => {
    const place = (...xy: number[]) => [xy.map((value) => value * times + by)];
    const square = BigInt(times) ** 2n;
    const rising = place(0, 0, 6, 0, 6, 6);
    const falling = place(0, 0, 6, 0, 0, 6);
    const steep = place(2, 0, 4, 6, 4, 0);
    const band = place(0, 1, 6, 3, 6, 5, 0, 3);
    expect(twiceUnion([rising, falling])).toBe(54n * square);
    expect(twiceUnion([falling, rising].map(([ring]) => [ring!.toReversed()]))).toBe(54n * square);
    // All of the steep one's 6 but what reaches above the slants: a tip of (3, 3), (4, 6), (4, 4).
    expect(twiceUnion([rising, falling, steep])).toBe(56n * square);
    // A band that rises less, and a triangle cut out of it.
    expect(twiceUnion([band])).toBe(24n * square);
    expect(twiceUnion([[...band, place(2, 2, 4, 3, 2, 3)[0]!]])).toBe(22n * square);
  });

  test("counts ground under several polygons once, and even-odd within one", () => {
    const [left, right] = [box(0, 0, 10, 10), box(5, 0, 15, 10)];
    expect(twiceUnion([[left], [right]])).toBe(300n);
    expect(twiceUnion([[left], [right], [right], [left]])).toBe(300n);
    expect(twiceUnion([[left, right]])).toBe(200n);
    expect(twiceUnion([[left, right], [box(5, 0, 10, 10)]])).toBe(300n);
    expect(twiceUnion([[[0, 0, 10, 10, 10, 0, 0, 10]]])).toBe(100n);
  });

  test("of nests of rings, one above the other and one within the other", () => {
    const nest = [box(0, 0, 30, 30), box(5, 5, 25, 25), box(10, 10, 20, 20)];
    expect(twiceUnion([nest])).toBe(2n * (900n - 400n + 100n));
    expect(twiceUnion(nest.map((ring) => [ring]))).toBe(1800n);
    const tower = [0, 1, 2, 3, 4].map((i) => [box(i, 4 * i, 10 + i, 4 * i + 3)]);
    expect(twiceUnion(tower)).toBe(2n * 5n * 30n);
  });

  test("of the polygons asked for alone", () => {
    const polygons = [[box(0, 0, 10, 10)], [box(5, 0, 15, 10)], [box(0, 0, 1, 1)]];
    expect(twiceUnion(polygons, [1])).toBe(200n);
    expect(twiceUnion(polygons, [2, 0])).toBe(200n);
    expect(twiceUnion(polygons, [])).toBe(0n);
  });

  test("of lines and spikes is nothing", () => {
    expect(twiceUnion([[[0, 0, 0, 9]], [[0, 0, 5, 5]]])).toBe(0n);
    expect(twiceUnion([[[0, 0, 4, 0, 9, 0, 4, 0, 4, 4]]])).toBe(16n);
  });

  test("as wide as the grid", () => {
    const most = 2 ** 31 - 9;
    // Two triangles over the whole grid; a quarter of the square lies under both.
    const rising = [-most, -most, most, -most, most, most];
    const falling = [-most, -most, most, -most, -most, most];
    const square = 2n * BigInt(2 * most) ** 2n;
    expect(twiceUnion([[rising], [falling]])).toBe((square * 3n) / 4n);
    expect(twiceUnion([[rising, falling]])).toBe(square / 2n);
  });

  test("of many parts in one row and one column", () => {
    const parts = Array.from({ length: 40 }, (_, i) => [box(2 * i, 0, 2 * i + 3, 5)]);
    expect(twiceUnion(parts)).toBe(2n * 81n * 5n);
    const pile = Array.from({ length: 40 }, (_, i) => [box(0, 2 * i, 5, 2 * i + 3)]);
    expect(twiceUnion(pile)).toBe(2n * 81n * 5n);
  });
});
