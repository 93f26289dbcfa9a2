import fc from "fast-check";
import { expect, test } from "vitest";
import { partitionFigures } from "../../server/contract/partition-figures.ts";
import { printedArea } from "../../server/contract/printed-area.ts";
import type { Partition, Shapes } from "../../server/core/overlay/model.ts";

const none = new Int32Array(1);
const shapes = (count: number): Shapes => ({
  count,
  polygonShape: none,
  polygonRing: none,
  ringVertex: none,
  xy: none,
});

/** A partition of which only sums are asked: areas in half square steps, and who covers each cell. */
function partitionOf(step: number, cells: readonly { half: number; sources: number[] }[]) {
  const start = Int32Array.from([0, ...cells.map((_, i) => i + 1)], (n) =>
    cells.slice(0, n).reduce((sum, { sources }) => sum + sources.length, 0),
  );
  const cellArea = Float64Array.from(cells, ({ half }) => (half / 2) * step * step);
  const ids = Int32Array.from(cells.flatMap(({ sources }) => sources));
  const sourceArea = new Float64Array(4);
  cells.forEach(({ sources }, cell) => {
    for (const source of sources) sourceArea[source]! += cellArea[cell]!;
  });
  return {
    grid: { step, originX: 0, originY: 0 },
    sourceCount: 4,
    cells: shapes(cells.length),
    cellSources: { start, ids },
    cellArea,
    holes: shapes(0),
    holeArea: new Float64Array(),
    sourceArea,
    repairs: [],
  } as unknown as Partition;
}

/** Decimals of a number as JSON prints it. */
const decimals = (value: number) => /\.(\d+)$/.exec(JSON.stringify(value))?.[1]?.length ?? 0;

const cell = fc.record({
  half: fc.integer({ min: 1, max: 2e15 }),
  sources: fc.subarray([0, 1, 2, 3], { minLength: 1 }),
});

test("sums that are equal print the same digits, at most six of them decimals", () => {
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1, maxLength: 40 }), (cells) => {
      const figures = partitionFigures(partitionOf(0.001, cells));
      expect(figures.sum_depth_area_m2).toBe(figures.sum_source_area_m2);
      const printed = [figures.footprint_m2, figures.sum_depth_area_m2];
      for (const value of [...printed, ...Object.values(figures.area_by_depth)]) {
        expect(decimals(value)).toBeLessThanOrEqual(6);
      }
    }),
    { seed: 26, numRuns: 200 },
  );
});

test("the sums are those of whole numbers", () => {
  const figures = partitionFigures(
    partitionOf(0.001, [
      { half: 3, sources: [0] },
      { half: 2_000_000, sources: [0, 1] },
      { half: 4_000_001, sources: [1, 2, 3] },
    ]),
  );
  expect(figures).toMatchObject({
    footprint_m2: 3.000002,
    area_by_depth: { "1": 0.000002, "2": 1, "3": 2.000001 },
    sum_depth_area_m2: 8.000003,
    sum_source_area_m2: 8.000003,
  });
});

test("an area is printed without the noise of its double", () => {
  expect(printedArea(161346888.80175453)).toBe(161346888.801755);
  expect(printedArea(59888873491.419945)).toBe(59888873491.419945);
  expect(printedArea(3500)).toBe(3500);
});
