import fc from "fast-check";
import { expect, test } from "vitest";
import { uniquePoints } from "../../../server/core/geometry/unique-points.ts";

test("equal points share a number, in order of arrival", () => {
  // A square and, the other way round, the square that shares its east edge.
  const xy = Float64Array.of(0, 0, 1, 0, 1, 1, 0, 1, 1, 1, 1, 0, 2, 0, 2, 1);
  const { index, xy: points } = uniquePoints([xy]);
  expect([...index]).toEqual([0, 1, 2, 3, 2, 1, 4, 5]);
  expect([...points]).toEqual([0, 0, 1, 0, 1, 1, 0, 1, 2, 0, 2, 1]);
});

test("each point finds its own coordinates, and no two numbers share them", () => {
  const few = fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 }));
  const any = fc.tuple(fc.double({ noNaN: true }), fc.double({ noNaN: true }));
  fc.assert(
    fc.property(fc.array(fc.oneof(few, any), { maxLength: 200 }), (list) => {
      const points = list.map(([x, y]): [number, number] => [x + 0, y + 0]);
      const { index, xy } = uniquePoints([Float64Array.from(points.flat())]);
      const found = [...index].map((point) => [xy[2 * point], xy[2 * point + 1]]);
      expect(found).toEqual(points);
      expect(xy.length / 2).toBe(new Set(points.map(([x, y]) => `${x} ${y}`)).size);
    }),
  );
});

test("more distinct points than there was room for keep their numbers", () => {
  const row = Float64Array.from({ length: 10_000 }, (_, i) => (i % 2 ? 7 : i / 4));
  const { index, xy } = uniquePoints([row, row.toReversed(), row]);
  expect([...index.subarray(0, 5000)]).toEqual([...Array(5000).keys()]);
  expect(index.subarray(10_000)).toEqual(index.subarray(0, 5000));
  expect(xy.subarray(0, 10_000)).toEqual(row);
});

test("the points of one part go on where those of the part before ended", () => {
  const part = Float64Array.of(0, 0, 1, 0, 1, 1);
  const { index, xy } = uniquePoints([part, new Float64Array(), part.subarray(2)]);
  expect([...index]).toEqual([0, 1, 2, 1, 2]);
  expect([...xy]).toEqual([...part]);
});

test("works on a stretch of a longer array, and on none", () => {
  const whole = Float64Array.of(9, 9, 4, 5, 4, 5);
  expect([...uniquePoints([whole.subarray(2)]).xy]).toEqual([4, 5]);
  expect(uniquePoints([]).index).toHaveLength(0);
});
