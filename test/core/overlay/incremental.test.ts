import fc from "fast-check";
import { expect, test } from "vitest";
import { openSession } from "../../../server/core/overlay/incremental.ts";
import { partition } from "../../../server/core/overlay/partition.ts";
import { box, METRE, type Polygon, type Ring, shapesOf } from "./support.ts";

const NOTHING: Polygon[] = [];

/** Ragged rings and boxes: the ragged cross, the boxes share edges, nest and enclose gaps. */
function shapeArbitrary(size: number): fc.Arbitrary<Polygon[]> {
  const coordinate = fc.integer({ min: 0, max: size });
  const ragged = fc
    .array(fc.tuple(coordinate, coordinate), { minLength: 3, maxLength: 8 })
    .map((points) => points.flat());
  const side = fc.integer({ min: 1, max: Math.ceil(size / 2) });
  const square = fc
    .tuple(coordinate, coordinate, side, side)
    .map(([x, y, width, height]) => box(x, y, x + width, y + height));
  const ring: fc.Arbitrary<Ring> = fc.oneof(ragged, square);
  return fc.array(fc.array(ring, { minLength: 1, maxLength: 2 }), { maxLength: 3 });
}

/** Some sources and a list of changes: which source, what it becomes, whether it is looked at then. */
function histories(size: number) {
  const shape = shapeArbitrary(size);
  const change = fc.tuple(fc.nat({ max: 5 }), fc.oneof(shape, fc.constant(NOTHING)), fc.boolean());
  return fc.tuple(
    fc.array(shape, { maxLength: 5 }),
    fc.array(change, { minLength: 1, maxLength: 5 }),
  );
}

test("after every change, or several, the session's partition is the one from scratch", () => {
  const some = fc.oneof(...[6, 10, 60, 2000, 40_000_000].map(histories));
  fc.assert(
    fc.property(some, ([start, changes]) => {
      const sources = [...start];
      const session = openSession(shapesOf(sources), METRE);
      const expectAsFromScratch = () =>
        expect(session.partition()).toEqual(partition(shapesOf(sources), METRE));
      for (const [wished, shape, looked] of changes) {
        const source = Math.min(wished, sources.length);
        sources[source] = shape;
        session.replace(source, shapesOf([shape]));
        if (looked) expectAsFromScratch();
      }
      expectAsFromScratch();
    }),
    { seed: 21, numRuns: 150 },
  );
});

test("a partition that is stopped leaves the session as it was", () => {
  const sources = [[[box(0, 0, 30, 30)]], [[box(10, 10, 20, 20)]]];
  const session = openSession(shapesOf(sources), METRE);
  session.partition();
  session.replace(1, shapesOf([[[box(15, 15, 40, 20)]]]));
  for (const stage of ["faces", "cells", "certificate"]) {
    let now = "";
    const options = {
      progress: (name: string) => {
        now = name;
      },
      cancelled: () => now === stage,
    };
    expect(() => session.partition(options)).toThrow(/stopped/);
  }
  const after = partition(shapesOf([sources[0]!, [[box(15, 15, 40, 20)]]]), METRE);
  expect(session.partition()).toEqual(after);
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

test("a number that leaves one out, or more shapes than one, are refused before anything changes", () => {
  const sources = [[[box(0, 0, 10, 10)]], [[box(5, 5, 20, 20)]]];
  const session = openSession(shapesOf(sources), METRE);
  const one = shapesOf([[[box(1, 1, 2, 2)]]]);
  for (const source of [-1, 3, Number.NaN]) {
    expect(() => session.replace(source, one)).toThrow(RangeError);
  }
  expect(() => session.replace(0, shapesOf(sources))).toThrow(/not source 0 of 2 by 2 shapes/);
  expect(session.partition()).toEqual(partition(shapesOf(sources), METRE));
});
