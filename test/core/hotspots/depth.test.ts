import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  cellDepthRanges,
  cellDepths,
  deepestGround,
  liveIndications,
} from "../../../server/core/hotspots/depth.ts";
import { approximatePoints } from "../../../server/core/hotspots/points.ts";
import { stackAt } from "../../../server/core/hotspots/stack.ts";
import { indexStudy } from "../../../server/core/hotspots/study-index.ts";
import type { IsoDate } from "../../../server/core/units.ts";
import {
  cell,
  indication,
  initiative,
  outline,
  place,
  programme,
  study,
} from "../../support/study.ts";

const at = (date: string) => ({ at: date as IsoDate });
const POINT = { lon: -1, lat: 54 };

/**
 * Ayton has two cells, of depth 2 and 1. NDC-1 lies within it, and its largest disc meets the deeper
 * cell and Beeton's. NDC-2 has a cited size from 2001 to 2003 only, before and after just a point.
 */
const toy = study({
  programmes: [programme("P"), programme("NDC", "holistic", "DETR")],
  places: [place("Ayton"), place("Beeton")],
  initiatives: [
    initiative("HAZ-1", { start: "1998-04-01", end: "2006-04-01", point: POINT }),
    initiative("SRB-1", { start: "1997-04-01", end: "2006-04-01" }),
    initiative("NDC-1", { programme: 1, start: "2000-04-01", end: "2005-04-01", within: [0] }),
    initiative("NDC-2", { programme: 1, start: "2000-04-01", within: [1], point: POINT }),
    initiative("OLD-1", { programme: 1, within: [1], point: POINT }),
  ],
  outlines: [outline(0), outline(1)],
  indications: [
    indication(2, [0, 2]),
    indication(3, [2], { from: "2001-01-01", to: "2003-01-01" }),
  ],
  cells: [cell(0, [0, 1], 40), cell(0, [1], 60), cell(1, [], 100)],
});
const index = indexStudy(toy);
const ranges = (date: string, filters = {}) => {
  const { depth, depthMax } = cellDepthRanges(index, { ...at(date), ...filters });
  return [[...depth], [...depthMax]];
};

describe("depth with the largest discs counted in", () => {
  test("is one more where a disc meets the ground, and the depth is as ever", () => {
    expect(ranges("2002-06-01")).toEqual([
      [2, 1, 0],
      [3, 1, 2],
    ]);
  });

  test("counts a disc only while its initiative is alive and its boundary holds", () => {
    expect(ranges("2000-06-01")[1]).toEqual([3, 1, 1]);
    expect(ranges("2003-01-01")[1]).toEqual([3, 1, 1]);
    expect(ranges("2005-04-01")[1]).toEqual([2, 1, 0]);
    expect(liveIndications(index, at("2005-03-31"))).toEqual([0]);
  });

  test("follows the filters", () => {
    expect(ranges("2002-06-01", { programmes: ["P"] })[1]).toEqual([2, 1, 0]);
    expect(ranges("2002-06-01", { programmes: ["NDC"] })).toEqual([
      [0, 0, 0],
      [1, 0, 2],
    ]);
  });

  test("of a place is that of its deepest ground", () => {
    const found = cellDepthRanges(index, at("2002-06-01"));
    expect(deepestGround(index, found, 0)).toEqual({ depth: 2, depthMax: 3 });
    expect(deepestGround(index, found, 1)).toEqual({ depth: 0, depthMax: 2 });
  });

  test("never falls below the depth, and exceeds it by no more than there are discs", () => {
    const days = fc.integer({ min: 1996, max: 2009 }).map((year) => `${year}-06-01`);
    const cells = fc.uniqueArray(fc.nat({ max: 2 }));
    fc.assert(
      fc.property(days, fc.array(cells, { maxLength: 4 }), (date, discs) => {
        const random = indexStudy({
          ...toy,
          indications: discs.map((reaches, i) => indication(i, reaches)),
        });
        const { depth, depthMax } = cellDepthRanges(random, at(date));
        expect([...depth]).toEqual([...cellDepths(random, at(date))]);
        const live = liveIndications(random, at(date)).length;
        depthMax.forEach((most, i) => {
          expect(most).toBeGreaterThanOrEqual(depth[i]!);
          expect(most - depth[i]!).toBeLessThanOrEqual(live);
        });
      }),
    );
  });
});

describe("an indicative initiative in a stack", () => {
  test("is somewhere within, never adds to covers, and names its boundary", () => {
    const stack = stackAt(index, at("2002-06-01"), 0);
    expect(stack.map(({ presence, indication: i }) => [presence, i])).toEqual([
      ["covers", undefined],
      ["touches", undefined],
      ["within", 0],
    ]);
  });

  test("is only located on a date that its cited size does not hold on", () => {
    const [found] = stackAt(index, at("2004-06-01"), 1);
    expect(found).toMatchObject({ initiative: 3, presence: "within", indication: undefined });
  });
});

test("a point stands in where neither outline nor cited size holds, and the start is known", () => {
  expect(approximatePoints(index, at("2000-06-01"))).toEqual([3]);
  expect(approximatePoints(index, at("2002-06-01"))).toEqual([]);
  expect(approximatePoints(index, at("2003-06-01"))).toEqual([3]);
  expect(approximatePoints(index, { ...at("2003-06-01"), programmes: ["P"] })).toEqual([]);
});
