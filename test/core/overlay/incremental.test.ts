import fc from "fast-check";
import { expect, test } from "vitest";
import { openSession } from "../../../server/core/overlay/incremental.ts";
import { partition } from "../../../server/core/overlay/partition.ts";
import { box, METRE, type Polygon, shapesOf } from "./support.ts";

const NOTHING: Polygon[] = [];

function shapeArbitrary(size: number): fc.Arbitrary<Polygon[]> {
  const coordinate = fc.integer({ min: 0, max: size });
  const ring = fc
    .array(fc.tuple(coordinate, coordinate), { minLength: 3, maxLength: 8 })
    .map((points) => points.flat());
  return fc.array(fc.array(ring, { minLength: 1, maxLength: 2 }), { maxLength: 2 });
}

/** Some sources and a list of changes: which source, and what it becomes. */
function histories(size: number) {
  const shape = shapeArbitrary(size);
  const change = fc.tuple(fc.nat({ max: 5 }), fc.oneof(shape, fc.constant(NOTHING)));
  return fc.tuple(
    fc.array(shape, { minLength: 1, maxLength: 5 }),
    fc.array(change, { minLength: 1, maxLength: 5 }),
  );
}

test("after every change the session's partition is the one from scratch", () => {
  fc.assert(
    fc.property(fc.oneof(histories(10), histories(60), histories(2000)), ([start, changes]) => {
      const sources = [...start];
      const session = openSession(shapesOf(sources), METRE);
      expect(session.partition()).toEqual(partition(shapesOf(sources), METRE));
      for (const [wished, shape] of changes) {
        const source = Math.min(wished, sources.length);
        sources[source] = shape;
        session.replace(source, shapesOf([shape]));
        expect(session.partition()).toEqual(partition(shapesOf(sources), METRE));
      }
    }),
    { seed: 21, numRuns: 100 },
  );
});

test("a source taken out and put back gives the first result", () => {
  fc.assert(
    fc.property(fc.array(shapeArbitrary(40), { minLength: 2, maxLength: 6 }), (sources) => {
      const session = openSession(shapesOf(sources), METRE);
      const first = session.partition();
      session.replace(1, shapesOf([NOTHING]));
      session.replace(1, shapesOf([sources[1]!]));
      expect(session.partition()).toEqual(first);
    }),
    { seed: 22, numRuns: 100 },
  );
});

test("a change nodes only what it touches", () => {
  const squares = Array.from({ length: 1600 }, (_, i) => {
    const [x, y] = [(i % 40) * 10, Math.floor(i / 40) * 10];
    return [[box(x, y, x + 12, y + 12)]];
  });
  const session = openSession(shapesOf(squares), METRE);
  const { searched, all } = session.replace(210, shapesOf([[[box(101, 101, 111, 111)]]]));
  expect(searched).toBeGreaterThan(0);
  expect(searched / all).toBeLessThan(0.01);
});
