import { describe, expect, test } from "vitest";
import { cut } from "../../../server/core/overlay/partition.ts";
import { runsOf } from "../../../server/core/overlay/wall-runs.ts";
import { oddEdges, wallsOf } from "../../../server/core/overlay/walls.ts";
import { box, drawings, METRE, type Ring, shapesOf } from "./support.ts";

/** Twice the ground between each run of some rings and the axis, without its sign, ascending. */
function swept(...rings: Ring[]): number[] {
  const { facts } = cut(shapesOf([rings.map((ring) => [ring])]), METRE);
  const walls = wallsOf(
    facts,
    rings.map((_, ring) => oddEdges(facts, ring, ring + 1)),
  );
  const runs = runsOf(walls);
  expect(runs.first).toHaveLength(runs.swept.length);
  return runs.swept.map((area) => Math.abs(Number(area))).sort((a, b) => a - b);
}

describe("runs of walls", () => {
  test("a ring that meets nothing is one run, however drawn, and sweeps its own area", () => {
    for (const ring of drawings([0, 3, 9, 1, 14, 7, 8, 12, 2, 9, 5, 6])) {
      // By the shoelace: -27 + 49 + 112 + 48 - 33 + 15.
      const twice = 164;
      expect(swept(ring)).toEqual([twice]);
      expect(swept(box(50, 50, 60, 60), ring, box(100, -9, 103, -5))).toEqual([24, twice, 200]);
    }
  });

  test("a ring that touches another in a point is one run still, from there to there", () => {
    for (const ring of drawings(box(10, 10, 14, 13))) {
      expect(swept(box(0, 0, 10, 10), ring)).toEqual([24, 200]);
    }
  });

  test("rings that cross are four runs, two of each", () => {
    // They meet in (10, 5) and (5, 10). Of the left one 5 steps at height 10 lie in each run; of the
    // right one 5 at height 5 in each, and 10 at height 15 in the outer.
    expect(swept(box(0, 0, 10, 10), box(5, 5, 15, 15))).toEqual([50, 100, 100, 250]);
  });

  test("an upright edge that two rings share is no run", () => {
    expect(swept(box(0, 0, 5, 5), box(5, 0, 10, 5))).toEqual([50, 50]);
    expect(swept(box(0, 0, 5, 5), box(0, 5, 5, 10))).toEqual([0, 50, 100]);
  });
});
