import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { partition } from "../../../server/core/overlay/partition.ts";
import { squareMetres } from "../../../server/core/units.ts";
import {
  amountsByOutline,
  splitByArea,
  tally,
  under,
  unitAreas,
} from "../../../server/core/weights/area-split.ts";
import { bestFit, bestFitZone } from "../../../server/core/weights/best-fit.ts";
import { locatePoint } from "../../../server/core/weights/locate.ts";
import type { Piece } from "../../../server/core/weights/model.ts";
import { weightedOverlap } from "../../../server/core/weights/overlap.ts";
import { piecesOf } from "../../../server/core/weights/pieces.ts";
import { rangeOver } from "../../../server/core/weights/sensitivity.ts";
import { uncoveredAmount } from "../../../server/core/weights/uncovered.ts";
import { polygonsByShape } from "../../../server/store/geometry-codec.ts";
import { box, METRE, shapesOf } from "../overlay/support.ts";

/** The toy set of MEASURES.md: LA in two halves, 900 people in the left one and 100 in the right. */
const B = [[box(0, 0, 40, 50)]];
const C = [[box(20, 25, 60, 75)]];
const LEFT = [[box(0, 0, 50, 100)]];
const RIGHT = [[box(50, 0, 100, 100)]];
const PEOPLE = [900, 100];
const [b, c] = [0, 1];
const cut = partition(shapesOf([B, C, LEFT, RIGHT]), METRE);
const pieces = piecesOf(cut, { first: 2, count: 2 });

/** Whether each cell holds the point of its unit. */
function located(points: readonly (readonly [number, number])[]) {
  const polygons = polygonsByShape(cut.cells);
  return pieces.map((piece, i) => {
    const [x, y] = points[piece.unit]!;
    return { ...piece, point: locatePoint(cut.cells, polygons[i]!, x, y) };
  });
}

const piece = (unit: number, coveredBy: number[], area: number): Piece => ({
  unit,
  coveredBy,
  area: squareMetres(area),
});

describe("M-W1: population-weighted overlap by area split", () => {
  test("left half 900, right half 100: B 360, C 280, both 90, Jaccard .164 (by area .143)", () => {
    const people = splitByArea(pieces, PEOPLE);
    const overlap = weightedOverlap(pieces, people, b, c);
    expect(overlap).toMatchObject({ a: 360, b: 280, both: 90 });
    expect(overlap.jaccard).toBeCloseTo(90 / 550, 12);
    expect(overlap.jaccard).toBeCloseTo(0.164, 3);
    const ground = pieces.map(({ area }) => area);
    expect(weightedOverlap(pieces, ground, b, c).jaccard).toBeCloseTo(0.143, 3);
  });

  test("people on a piece of ground are the sum of its pieces; unknown is named, not 0", () => {
    const people = splitByArea(pieces, [900, undefined]);
    expect(tally(pieces, people, under(b))).toEqual({ amount: 360, unknown: [] });
    expect(tally(pieces, people, under(c))).toEqual({ amount: 270, unknown: [1] });
    expect(weightedOverlap(pieces, people, b, c).jaccard).toBeUndefined();
    expect(amountsByOutline(pieces, people, 2)).toEqual([
      { amount: 360, unknown: [] },
      { amount: 270, unknown: [1] },
    ]);
  });

  test("where the pieces hold only part of a unit, its whole area is given", () => {
    const part = [piece(0, [0], 25)];
    expect(splitByArea(part, [800], [100])).toEqual([200]);
    expect(splitByArea(part, [800])).toEqual([800]);
    expect([...unitAreas([...part, piece(0, [], 75), piece(-1, [0], 5)], 1)]).toEqual([100]);
  });

  test("totals are preserved to 1e-9, however the ground is cut", () => {
    const anyPieces = fc.array(
      fc.tuple(
        fc.nat(5),
        fc.subarray([0, 1, 2, 3]),
        fc.double({ min: 1e-6, max: 1e9, noNaN: true }),
      ),
      { minLength: 1, maxLength: 60 },
    );
    const anyPeople = fc.array(fc.double({ min: 0, max: 1e7, noNaN: true }), {
      minLength: 6,
      maxLength: 6,
    });
    fc.assert(
      fc.property(anyPieces, anyPeople, (cells, people) => {
        const ground = cells.map(([unit, by, area]) => piece(unit, by, area));
        const split = splitByArea(ground, people);
        const known = new Set(ground.map(({ unit }) => unit));
        const before = people.reduce((sum, n, unit) => sum + (known.has(unit) ? n : 0), 0);
        const after = tally(ground, split, () => true).amount;
        expect(Math.abs(after - before)).toBeLessThanOrEqual(1e-9 * Math.max(1, before));
        const { whole, uncovered } = uncoveredAmount(ground, split);
        const covered = tally(ground, split, ({ coveredBy }) => coveredBy.length > 0).amount;
        expect(Math.abs(whole - uncovered - covered)).toBeLessThanOrEqual(
          1e-9 * Math.max(1, whole),
        );
      }),
    );
  });
});

describe("M-W2: best fit by the population-weighted centroid", () => {
  test("centroid (25, 45) of the left half: B and C have 900 each, Jaccard 1.0", () => {
    const fit = bestFit(
      located([
        [25, 45],
        [75, 50],
      ]),
      PEOPLE,
    );
    expect(weightedOverlap(pieces, fit.split, b, c)).toEqual({
      a: 900,
      b: 900,
      both: 900,
      jaccard: 1,
    });
    expect(fit).toMatchObject({ onEdge: [], lost: [] });
  });

  test("area split and best fit keep the same total", () => {
    const whole = (split: readonly (number | undefined)[]) =>
      tally(pieces, split, () => true).amount;
    const fit = bestFit(
      located([
        [25, 45],
        [75, 50],
      ]),
      PEOPLE,
    );
    expect(whole(fit.split)).toBe(1000);
    expect(whole(splitByArea(pieces, PEOPLE))).toBeCloseTo(1000, 9);
  });

  test("a centroid on a boundary goes to the lowest code and is flagged", () => {
    // (20, 10) is inside B; (40, 10) on B's edge, outside C; (60, 50) on C's edge, outside B.
    const fit = bestFit(
      located([
        [40, 10],
        [60, 50],
      ]),
      PEOPLE,
    );
    expect(fit.onEdge).toEqual([0, 1]);
    expect(weightedOverlap(pieces, fit.split, b, c)).toMatchObject({ a: 900, b: 100, both: 0 });
    const zones = [
      { code: "E02", point: "edge" },
      { code: "E01", point: "edge" },
      { code: "E00", point: "outside" },
    ] as const;
    expect(bestFitZone(zones)).toEqual({ zone: 1, onEdge: true });
    expect(bestFitZone([...zones, { code: "E09", point: "inside" }])).toEqual({
      zone: 3,
      onEdge: false,
    });
    expect(bestFitZone([zones[2]])).toBeUndefined();
  });

  test("a point on an edge between two outlines goes to the first of them", () => {
    const both = [
      { ...piece(0, [1], 10), point: "edge" as const },
      { ...piece(0, [], 10), point: "edge" as const },
      { ...piece(0, [0, 2], 10), point: "edge" as const },
      { ...piece(0, [0], 10), point: "edge" as const },
    ];
    expect(bestFit(both, [7]).split).toEqual([0, 0, 0, 7]);
  });

  test("a unit whose point lies in none of its pieces is named as lost; unknown stays unknown", () => {
    const fit = bestFit(
      located([
        [75, 50],
        [25, 45],
      ]),
      [900, undefined],
    );
    expect(fit.lost).toEqual([0]);
    expect(tally(pieces, fit.split, under(c))).toEqual({ amount: 0, unknown: [1] });
  });
});

test("a point is located exactly: inside, in a hole, on an edge, on a corner", () => {
  const ring = shapesOf([[[box(0, 0, 90, 90), box(30, 30, 60, 60)]]]);
  const at = (x: number, y: number) => locatePoint(ring, polygonsByShape(ring)[0]!, x, y);
  expect([at(10, 10), at(45, 45), at(91, 10), at(10, -1)]).toEqual([
    "inside",
    "outside",
    "outside",
    "outside",
  ]);
  expect([at(0, 45), at(90, 90), at(30, 45), at(45, 60)]).toEqual(["edge", "edge", "edge", "edge"]);
  // Level with a corner, on either side of the shape.
  expect([at(20, 30), at(-5, 0), at(95, 90)]).toEqual(["inside", "outside", "outside"]);
});

describe("M-W3: uncovered need", () => {
  test("need 100 + 200 + 300, depth 0 on 200: 33.3 %", () => {
    const areas = [piece(0, [0], 10), piece(1, [], 10), piece(2, [0, 1], 10)];
    const { share, uncovered } = uncoveredAmount(areas, splitByArea(areas, [100, 200, 300]));
    expect(uncovered).toBe(200);
    expect(share).toBeCloseTo(1 / 3, 12);
  });

  test("R3: five areas in need, two with depth 0: 40 %", () => {
    const areas = [[0], [], [0], [1], []].map((by, unit) => piece(unit, by, 10));
    const { share } = uncoveredAmount(areas, splitByArea(areas, [1, 1, 1, 1, 1]));
    expect(share).toBe(0.4);
    expect(uncoveredAmount([], []).share).toBeUndefined();
  });
});

test("M-W4: one figure from two unit sizes is a range", () => {
  // Halves give B 360 people; the whole of LA as one unit gives 2000 of 10000 m²: 200.
  const whole = [piece(0, [0], 2000), piece(0, [], 8000)];
  const range = rangeOver([
    { units: "halves", value: tally(pieces, splitByArea(pieces, PEOPLE), under(b)).amount },
    { units: "whole", value: tally(whole, splitByArea(whole, [1000]), under(0)).amount },
  ]);
  expect(range).toMatchObject({ least: 200, most: 360 });
  expect(rangeOver([{ units: "wards", value: undefined }])).toBeUndefined();
});
