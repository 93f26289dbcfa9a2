import fc from "fast-check";
import { expect, test } from "vitest";
import { Vertices } from "../../../server/core/overlay/vertices.ts";

/** Points that crowd in one block of ground, lie in many, or are strewn over the whole grid. */
const POINTS = fc.constantFrom(8, 300, 2 ** 22, 2 ** 31 - 1).chain((most) => {
  const coordinate = fc.integer({ min: -most, max: most });
  return fc.array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 3000 });
});

test("each point has one number, counted up, whatever room there was at first", () => {
  fc.assert(
    fc.property(POINTS, fc.constantFrom(0, 100, 5000), (points, room) => {
      const vertices = new Vertices(room);
      const numbers = new Map<string, number>();
      for (const [x, y] of points) {
        const known = numbers.get(`${x} ${y}`) ?? numbers.size;
        numbers.set(`${x} ${y}`, known);
        expect(vertices.id(x, y)).toBe(known);
      }
      expect(vertices.count).toBe(numbers.size);
    }),
    { seed: 41, numRuns: 60 },
  );
});

test("a vertex that was appended is found, and the numbers of those before it stay", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: -40, max: 40 }), { minLength: 2 }), (xs) => {
      const vertices = new Vertices(0);
      const half = xs.length >> 1;
      for (const x of xs.slice(0, half)) vertices.id(x, -x);
      for (const x of xs.slice(half)) vertices.append(x, -x);
      expect(xs.map((x) => vertices.id(x, -x))).toEqual([...xs.keys()]);
    }),
    { seed: 42, numRuns: 100 },
  );
});
