import fc from "fast-check";
import { expect, test } from "vitest";
import { findStrands, type Strands } from "../../../server/core/overlay/strands.ts";
import { shapesOf } from "./support.ts";

const EDGES = 12;

/** Walks along edges that go up and down the numbers, jump, and stand still (-1). */
const WALK = fc.array(
  fc.tuple(fc.integer({ min: -1, max: EDGES - 1 }), fc.integer({ min: -5, max: 5 })),
  { minLength: 1, maxLength: 6 },
);

/** Each leg as the half-edges `from`, and on from there by as many edges as told. */
const halvesOf = (walk: readonly (readonly [number, number])[]) =>
  walk.flatMap(([from, by]) => {
    if (from < 0) return [-1];
    const step = Math.sign(by) || 1;
    const legs = Array.from({ length: Math.abs(by) + 1 }, (_, i) => from + step * i);
    return legs.filter((edge) => edge >= 0 && edge < EDGES).map((edge) => 2 * edge + (edge % 2));
  });

/** Rings of as many steps; their coordinates play no part. */
const shapesWith = (polygons: readonly (readonly number[][])[]) =>
  shapesOf(polygons.map((rings) => [rings.map((ring) => ring.flatMap((_, i) => [i, i * i]))]));

const edgesOf = ({ runStart, first, last, start }: Strands, polygon: number): number[] => {
  const edges: number[] = [];
  for (let run = runStart[polygon]!; run < runStart[polygon + 1]!; run++) {
    for (let edge = start[first[run]!]!; edge < start[last[run]! + 1]!; edge++) edges.push(edge);
  }
  return edges;
};

const sorted = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b);

test("the runs of a polygon are the edges that its rings run along, as often as they do", () => {
  fc.assert(
    fc.property(fc.array(fc.array(WALK, { minLength: 1, maxLength: 3 })), (walks) => {
      const polygons = walks.map((rings) => rings.map(halvesOf));
      const strands = findStrands(shapesWith(polygons), Int32Array.from(polygons.flat(2)), EDGES);
      polygons.forEach((rings, polygon) => {
        const along = rings.flat().filter((half) => half >= 0);
        expect(sorted(edgesOf(strands, polygon))).toEqual(sorted(along.map((half) => half >> 1)));
      });
      expect([strands.start[0], strands.start.at(-1)]).toEqual([0, EDGES]);
      expect(strands.start).toHaveLength(strands.count + 1);
      for (let i = 0; i < strands.count; i++) {
        expect(strands.start[i]!).toBeLessThan(strands.start[i + 1]!);
      }
    }),
    { seed: 51, numRuns: 300 },
  );
});

test("a boundary that two rings share, one of them backwards, is one strand", () => {
  const there = [0, 2, 4, 6, 8, 10];
  const back = [9, 7, 5, 12, 14];
  const strands = findStrands(
    shapesWith([[there], [back]]),
    Int32Array.from([...there, ...back]),
    8,
  );
  // Edges 0 and 1 the first ring has alone, 2 to 4 both, 5 the first again, 6 and 7 the second.
  expect([...strands.start]).toEqual([0, 2, 5, 6, 8]);
  expect([...strands.runStart]).toEqual([0, 1, 3]);
  expect([...strands.first]).toEqual([0, 1, 3]);
  expect([...strands.last]).toEqual([2, 1, 3]);
});

test("no polygon has no strand but what no ring runs along", () => {
  const strands = findStrands(shapesWith([]), new Int32Array(0), 0);
  expect([strands.count, [...strands.start], [...strands.runStart]]).toEqual([0, [0], [0]]);
});
