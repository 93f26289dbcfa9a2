import { expect, test } from "vitest";
import { areaByDepth, footprint, pairAreas } from "../../../server/core/overlay/folds.ts";
import { partition } from "../../../server/core/overlay/partition.ts";
import { box, cellAreas, METRE, shapesOf } from "./support.ts";

/** The toy set of docs/MEASURES: figures worked out there by hand. */
const B = [[box(0, 0, 40, 50)]];
const C = [[box(20, 25, 60, 75)]];
const D = [[box(30, 40, 50, 60)]];
const E = [[box(0, 0, 98, 100)]];
const LA = [[box(0, 0, 100, 100)]];

/** Cut anew for each test, so that a mutation is laid to the test that kills it. */
const cutBcd = () => partition(shapesOf([B, C, D]), METRE);

test("M-O1: the cells of B, C, D", () => {
  const bcd = cutBcd();
  expect(cellAreas(bcd, "BCD")).toEqual({ B: 1500, C: 1200, BC: 400, CD: 300, BCD: 100 });
  expect(bcd.certificate).toMatchObject({
    passed: true,
    conservationRelative: 0,
    snapChangeRelative: 0,
    snapDrift: 0,
    boundsViolations: 0,
  });
});

test("M-O2: area by depth and mean depth", () => {
  const bcd = cutBcd();
  const depths = areaByDepth(bcd);
  expect([...depths]).toEqual([0, 2700, 700, 100]);
  const weighted = depths.reduce((sum, area, depth) => sum + area * depth, 0);
  expect(weighted).toBe(4400);
  expect(weighted).toBe(bcd.sourceArea.reduce((a, b) => a + b));
});

test("M-O3: overlap share and footprint", () => {
  const bcd = cutBcd();
  expect(footprint(bcd)).toBe(3500);
});

test("M-O4: shared ground of each pair", () => {
  const bcd = cutBcd();
  const { a, b, area } = pairAreas(bcd);
  expect([...a].map((s, i) => [s, b[i], area[i]])).toEqual([
    [0, 1, 500],
    [0, 2, 100],
    [1, 2, 400],
  ]);
});

test("M-O5: entropy of the cells", () => {
  const bcd = cutBcd();
  const total = footprint(bcd);
  let entropy = 0;
  for (const area of bcd.cellArea) entropy -= (area / total) * Math.log(area / total);
  expect(entropy).toBeCloseTo(1.29, 3);
});

test("M-C1: gap of E against LA", () => {
  expect(cellAreas(partition(shapesOf([E, LA]), METRE), "EL")).toEqual({ EL: 9800, L: 200 });
});
