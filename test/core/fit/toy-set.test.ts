import { describe, expect, test } from "vitest";
import { classOf } from "../../../server/core/fit/class.ts";
import { degreeOfFit } from "../../../server/core/fit/degree-of-fit.ts";
import { depthFigures, mixOf, overlapOf } from "../../../server/core/fit/overlap.ts";
import { measuring, type Pair } from "../../../server/core/fit/pairs.ts";
import { compactness, isSliver } from "../../../server/core/fit/sliver.ts";
import { partition } from "../../../server/core/overlay/partition.ts";
import { box, cellAreas, METRE, type Polygon, shapesOf } from "../overlay/support.ts";

/** The toy set of MEASURES.md: every figure below is printed there and was worked out by hand. */
const LA = [[box(0, 0, 100, 100)]];
const B = [[box(0, 0, 40, 50)]];
const C = [[box(20, 25, 60, 75)]];
const D = [[box(30, 40, 50, 60)]];
const E = [[box(0, 0, 98, 100)]];
const bcd = partition(shapesOf([B, C, D]), METRE);

const PAIR = { bodies: { from: 0, to: 1 }, references: { from: 1, to: 2 } };

/** The pair of one body and one reference area. */
function fitOf(body: Polygon[], reference: Polygon[], tolerance: number) {
  const measures = measuring(partition(shapesOf([body, reference]), METRE), PAIR, tolerance);
  const pair: Pair = measures.pairs().next().value!;
  return { ...measures, pair };
}

describe("M-O1", () => {
  test("the cells of B, C and D; D and BD are empty; they sum to 3,500", () => {
    expect(cellAreas(bcd, "BCD")).toEqual({ B: 1500, C: 1200, BC: 400, CD: 300, BCD: 100 });
    expect(depthFigures(bcd).footprint).toBe(3500);
  });
});

describe("M-O2", () => {
  test("mean depth 4400/3500 = 1.257; over LA 0.44", () => {
    const { meanDepth, footprint } = depthFigures(bcd);
    expect(meanDepth).toBeCloseTo(1.257, 3);
    expect((meanDepth! * footprint) / 10_000).toBeCloseTo(0.44, 10);
  });
});

describe("M-O3", () => {
  test("overlap share 800/3500 = 22.9 %; coverage of LA 35 %", () => {
    const { overlapShare, footprint } = depthFigures(bcd);
    expect(overlapShare).toBeCloseTo(0.229, 3);
    expect(footprint / 10_000).toBe(0.35);
  });
  test("nothing covered: unknown, not 0", () => {
    const none = depthFigures(partition(shapesOf([[]]), METRE));
    expect(none).toMatchObject({ meanDepth: undefined, overlapShare: undefined });
  });
});

describe("M-O4", () => {
  test("B and C: Jaccard 0.1429, Dice 0.25, a quarter of each, coefficient 0.25", () => {
    const { pair } = fitOf(B, C, 1);
    expect(pair.overlap.jaccard).toBeCloseTo(0.1429, 4);
    expect(pair.overlap).toMatchObject({ dice: 0.25, aInB: 0.25, bInA: 0.25, coefficient: 0.25 });
  });
  test("C and D: all of D in C, a fifth of C in D, coefficient 1", () => {
    const { pair } = fitOf(C, D, 1);
    expect(pair.overlap).toMatchObject({ aInB: 0.2, bInA: 1, coefficient: 1 });
  });
  test("two empty boundaries: 0 over 0 is unknown", () => {
    const unknown = {
      jaccard: undefined,
      dice: undefined,
      aInB: undefined,
      coefficient: undefined,
    };
    expect(overlapOf(0, 0, 0)).toMatchObject(unknown);
  });
});

describe("M-O5", () => {
  test("entropy 1.290, as mixed as 3.63 equal combinations, of 5", () => {
    const mix = mixOf(bcd.cellArea)!;
    expect(mix.entropy).toBeCloseTo(1.29, 3);
    expect(mix.effective).toBeCloseTo(3.63, 2);
    expect(mix.combinations).toBe(5);
  });
  test("one combination is not mixed; none is unknown", () => {
    expect(mixOf([70])).toEqual({ entropy: 0, effective: 1, combinations: 1 });
    expect(mixOf([])).toBeUndefined();
  });
});

describe("M-C1", () => {
  test("E against LA: gap 200, overspill 0, J 0.98", () => {
    const { pair } = fitOf(E, LA, 1);
    expect(pair.fragments().map(({ kind, area }) => [kind, area])).toEqual([["gap", 200]]);
    expect(pair.overlap.jaccard).toBe(0.98);
  });
  test("gap and overspill are kept apart, never netted", () => {
    const { pair } = fitOf([[box(0, 0, 98, 104)]], LA, 1);
    expect(pair.fragments().map(({ kind, area }) => [kind, area])).toEqual([
      ["overspill", 392],
      ["gap", 200],
    ]);
  });
  test("pieces that meet in a point are two; a piece with a hole is one", () => {
    const corner = fitOf([[box(0, 0, 10, 10)], [box(10, 10, 20, 20)]], [[box(0, 0, 20, 20)]], 1);
    expect(corner.pair.fragments().map(({ area }) => area)).toEqual([100, 100]);
    const ring = fitOf([[box(5, 5, 15, 15)]], [[box(0, 0, 20, 20)]], 1);
    expect(ring.pair.fragments().map(({ area, perimeter }) => [area, perimeter])).toEqual([
      [300, 120],
    ]);
    expect(ring.pair.fragments()[0]!.width()).toBeCloseTo(5.858, 2);
  });
});

describe("M-C2", () => {
  test("the strip: 2A/P = 400/204 = 1.96, exactly 2.00", () => {
    const [strip] = fitOf(E, LA, 1).pair.fragments();
    expect((2 * strip!.area) / strip!.perimeter).toBeCloseTo(1.96, 2);
    expect(strip!.width()).toBe(2);
  });
});

describe("M-C3", () => {
  const strip = { area: 200, perimeter: 204, pieces: 4 };
  test("the strip has PP 0.060 and is a sliver at a tolerance of 1, being at most 3 wide", () => {
    expect(compactness(strip)).toBeCloseTo(0.06, 3);
    expect(fitOf(E, LA, 1).pair.fragments()[0]!.sliver()).toBe(true);
  });
  test("a strip is one up to three tolerances, not beyond", () => {
    expect(isSliver(strip, () => 2, 2 / 3)).toBe(true);
    expect(isSliver(strip, () => 2.001, 2 / 3)).toBe(false);
  });
  test("other ground is one up to the tolerance, not beyond", () => {
    const square = { area: 4, perimeter: 8, pieces: 4 };
    expect(compactness(square)).toBeGreaterThan(0.1);
    expect(isSliver(square, () => 2, 2)).toBe(true);
    expect(isSliver(square, () => 2, 1.999)).toBe(false);
  });
  test("compact ground turns into a strip below PP 0.1", () => {
    // A strip of 1 by L has PP = pi L / (L + 1)^2: 0.1 at L = 29.38.
    const ofLength = (l: number) => ({ area: l, perimeter: 2 * l + 2, pieces: 4 });
    expect(isSliver(ofLength(29.3), () => 1, 0.5)).toBe(false);
    expect(isSliver(ofLength(29.5), () => 1, 0.5)).toBe(true);
  });
});

describe("M-C4", () => {
  test("E and LA at 1 m: 0.745 and 0.7525; at 5 m all of both", () => {
    const one = fitOf(E, LA, 1);
    expect(one.agreement(one.pair).ofReference).toBeCloseTo(0.745, 10);
    expect(one.agreement(one.pair).ofBody).toBeCloseTo(0.7525, 4);
    const five = fitOf(E, LA, 5);
    expect(five.agreement(five.pair)).toEqual({ ofReference: 1, ofBody: 1 });
  });
});

describe("M-C5", () => {
  test("E and LA: 2.0 both ways, and the 95th percentile beside it", () => {
    const { pair, distances } = fitOf(E, LA, 1);
    expect(distances(pair, "almost")).toEqual({
      bodyToReference: 2,
      referenceToBody: 2,
      bodyToReference95: 2,
      referenceToBody95: 2,
    });
  });
});

describe("M-C6", () => {
  const classAt = (body: Polygon[], reference: Polygon[], tolerance: number) => {
    const { classify, pair } = fitOf(body, reference, tolerance);
    return classify(pair, () => false);
  };
  test("E and LA are near from a tolerance of 0.67, almost below, identical from 2", () => {
    expect(classAt(E, LA, 0.6667)).toBe("near");
    expect(classAt(E, LA, 0.6666)).toBe("almost");
    expect(classAt(E, LA, 1.999)).toBe("near");
    expect(classAt(E, LA, 2)).toBe("identical");
  });
  test("direction is stated: D is inside C, C holds D", () => {
    expect(classAt(D, C, 1)).toBe("inside");
    expect(classAt(C, D, 1)).toBe("holds");
    expect(classAt(B, C, 1)).toBe("partial");
  });
  const facts = (
    jaccard: number,
    bodyInReference: number,
    referenceInBody: number,
    excused = "",
  ) => ({
    jaccard,
    bodyInReference,
    referenceInBody,
    liesWithinTolerance: () => false,
    isExcused: (kind: string) => excused.includes(kind),
  });
  test.each([
    ["near", facts(0.95, 0.97, 0.97, "gap overspill")],
    ["almost", facts(0.9499, 0.97, 0.97, "gap overspill")],
    ["almost", facts(0.95, 0.97, 0.97, "gap")],
    ["almost", facts(0.95, 0.97, 0.97, "overspill")],
    ["almost", facts(0.9, 0.99, 0.9)],
    ["partial", facts(0.8999, 0.99, 0.9)],
    ["inside", facts(0.5, 0.995, 0.5)],
    ["partial", facts(0.5, 0.9949, 0.5)],
    ["inside", facts(0.5, 0.9, 0.5, "overspill")],
    ["holds", facts(0.5, 0.5, 0.995)],
    ["partial", facts(0.5, 0.5, 0.9949)],
    ["holds", facts(0.5, 0.5, 0.9, "gap")],
  ])("%s on its side of the threshold", (expected, given) => {
    expect(classOf(given)).toBe(expected);
  });
  test("an artefact excuses a fragment as a sliver does", () => {
    const { classify, pair } = fitOf([[box(0, 0, 96, 100)]], LA, 1);
    expect(classify(pair, () => false)).toBe("almost");
    expect(classify(pair, () => true)).toBe("near");
  });
});

describe("M-C8", () => {
  test("shares 1.0, 1.0, 0.6, 0.9: hierarchy 50 %, fit 0.875", () => {
    const degree = degreeOfFit([1, 1, 0.6, 0.9])!;
    expect(degree.hierarchy).toBe(0.5);
    expect(degree.fit).toBeCloseTo(0.875, 12);
  });
  test("wholly means from 99.5 %", () => {
    expect(degreeOfFit([0.995])?.hierarchy).toBe(1);
    expect(degreeOfFit([0.9949])?.hierarchy).toBe(0);
    expect(degreeOfFit([])).toBeUndefined();
  });
});
