import fc from "fast-check";
import { expect, test } from "vitest";
import { partition } from "../../../server/core/overlay/partition.ts";
import { openSession } from "../../../server/core/overlay/session/incremental.ts";
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

/** A source, and by how much it moves; or whose shape it takes, or that it goes. */
const MOVES = (far: number) =>
  fc.oneof(
    fc.record({ dx: fc.integer({ min: -far, max: far }), dy: fc.integer({ min: -far, max: far }) }),
    fc.record({ dx: fc.integer({ min: -1, max: 1 }), dy: fc.constant(0) }),
    fc.record({ as: fc.nat({ max: 20 }) }),
    fc.constant(undefined),
  );

type Move = { dx: number; dy: number } | { as: number } | undefined;

const moved = (polygons: readonly Polygon[], dx: number, dy: number): Polygon[] =>
  polygons.map((rings) =>
    rings.map((ring) => ring.map((value, i) => value + (i % 2 === 0 ? dx : dy))),
  );

/** Follows moves and holds every partition against the one from scratch. */
function expectFollowed(start: readonly Polygon[][], moves: readonly (readonly [number, Move])[]) {
  const sources = start.map((polygons) => [...polygons]);
  const session = openSession(shapesOf(sources), METRE);
  expect(session.partition()).toEqual(partition(shapesOf(sources), METRE));
  for (const [wished, move] of moves) {
    const source = wished % sources.length;
    if (move === undefined) sources[source] = NOTHING;
    else if ("as" in move) sources[source] = [...sources[move.as % sources.length]!];
    else sources[source] = moved(sources[source]!, move.dx, move.dy);
    session.replace(source, shapesOf([sources[source]!]));
    expect(session.partition()).toEqual(partition(shapesOf(sources), METRE));
  }
}

/** Four walls around a court, in which a ring stands with an island in it; beside them a far one. */
const COURT: Polygon[][] = [
  [[box(0, 0, 100, 10)]],
  [[box(0, 90, 100, 100)]],
  [[box(0, 0, 10, 100)]],
  [[box(90, 0, 100, 100)]],
  [[box(30, 30, 70, 70), box(40, 40, 60, 60)]],
  [[box(45, 45, 55, 55)], [box(20, 20, 25, 25)]],
  [[box(0, 0, 100, 100)]],
  [[box(500, 500, 520, 520)], [box(505, 505, 510, 510)]],
];

test("walls that move open and close courts with islands in them", () => {
  const move = fc.tuple(fc.nat({ max: 20 }), MOVES(120) as fc.Arbitrary<Move>);
  fc.assert(
    fc.property(fc.array(move, { minLength: 1, maxLength: 8 }), (moves) =>
      expectFollowed(COURT, moves),
    ),
    { seed: 23, numRuns: 60 },
  );
});

test("sources that are alike, nested or far apart are followed wherever they move", () => {
  const random = fc.array(shapeArbitrary(30), { minLength: 1, maxLength: 6 });
  const moves = fc.array(fc.tuple(fc.nat({ max: 20 }), MOVES(3000) as fc.Arbitrary<Move>), {
    minLength: 1,
    maxLength: 6,
  });
  fc.assert(fc.property(random, moves, expectFollowed), { seed: 24, numRuns: 80 });
});

test("keys of sets that collide change nothing", () => {
  const few = (count: number) => ({
    low: new Int32Array(count).map((_, i) => i % 3),
    high: new Int32Array(count),
  });
  const session = openSession(shapesOf(COURT), METRE, few);
  const sources = [...COURT];
  sources[4] = moved(COURT[4]!, 25, 3);
  session.partition();
  session.replace(4, shapesOf([sources[4]]));
  expect(session.partition()).toEqual(partition(shapesOf(sources), METRE));
});

test("what was given out does not change when the session goes on", () => {
  const session = openSession(shapesOf(COURT), METRE);
  const first = session.partition();
  const copy = structuredClone(first);
  session.replace(6, shapesOf([moved(COURT[6]!, 7, 7)]));
  session.partition();
  expect(first).toEqual(copy);
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
