import { describe, expect, test } from "vitest";
import { certify, type Draft } from "../../../server/core/overlay/certificate.ts";
import { type Cut, cut } from "../../../server/core/overlay/partition.ts";
import { box, METRE, shapesOf } from "./support.ts";

/** Two overlapping squares with a hole in one, and a bow tie: every path of the certificate. */
const INPUT = shapesOf([
  [[box(0, 0, 100, 100), box(40, 40, 60, 60)]],
  [[box(50, 50, 150, 150)]],
  [[[200, 0, 300, 100, 300, 0, 200, 100]]],
]);

function tampered(change: (draft: Draft) => Partial<Draft>): Cut {
  const whole = cut(INPUT, METRE);
  return { ...whole, draft: { ...whole.draft, ...change(whole.draft) } };
}

function verdict({ draft, facts }: Cut) {
  return certify(draft, facts).certificate;
}

describe("the certificate", () => {
  test("passes an honest partition", () => {
    expect(verdict(cut(INPUT, METRE))).toMatchObject({
      passed: true,
      conservationRelative: 0,
      boundsViolations: 0,
    });
  });

  test("both sides of conservation are exact and agree with areas worked out by hand", () => {
    const { draft, facts } = cut(INPUT, METRE);
    const { fromCells, checks } = certify(draft, facts);
    // Twice the area: a square less its hole, a square, two triangles of 2,500.
    expect(checks.fromRings).toEqual([19_200n, 20_000n, 10_000n]);
    expect(fromCells).toEqual(checks.fromRings);
  });

  test("fails when one cell's stated area is 1 square metre out", () => {
    const result = verdict(
      tampered(({ cellArea }) => ({ cellArea: cellArea.map((a, i) => (i === 1 ? a + 1 : a)) })),
    );
    expect(result.passed).toBe(false);
    expect(result.conservationRelative).toBeGreaterThan(0);
  });

  test("fails when a vertex of one cell is moved so that its area changes by 1 square metre", () => {
    const result = verdict(
      tampered(({ cells }) => ({
        cells: { ...cells, xy: cells.xy.map((value, i) => (i === 0 ? value + 1 : value)) },
      })),
    );
    expect(result.passed).toBe(false);
  });

  test("fails when a cell loses one of its sources", () => {
    const result = verdict(
      tampered(({ cellSources: { start, ids } }) => {
        const both = [...start].findIndex((from, i) => start[i + 1]! - from === 2);
        const fewer = ids.filter((_, i) => i !== start[both]);
        return {
          cellSources: { start: start.map((from, i) => (i > both ? from - 1 : from)), ids: fewer },
        };
      }),
    );
    expect(result.passed).toBe(false);
  });

  test.each(["sourceArea", "holeArea"] as const)("fails when %s is out", (field) => {
    const result = verdict(
      tampered((draft) => ({ [field]: draft[field].map((area) => area + 1) })),
    );
    expect(result.passed).toBe(false);
  });

  test("counts a pair larger than its smaller source, and an area that is not positive", () => {
    const grown = verdict(tampered(({ cellArea }) => ({ cellArea: cellArea.map((a) => a * 10) })));
    expect(grown.boundsViolations).toBeGreaterThan(0);
    const nothing = verdict(tampered(({ cellArea }) => ({ cellArea: cellArea.map(() => -1) })));
    expect(nothing.boundsViolations).toBeGreaterThan(0);
  });

  test("an area that is no number fails", () => {
    const result = verdict(
      tampered(({ cellArea }) => ({ cellArea: cellArea.map(() => Number.NaN) })),
    );
    expect(result.passed).toBe(false);
  });

  test("counts a source that the grid changed by more than its perimeter times the step", () => {
    const { draft, facts } = cut(INPUT, METRE);
    // The first ring was 900 square metres larger before it was put on the grid of 1 metre.
    const ringArea = Float64Array.of(10_900, 400, 10_000, 0);
    const { certificate } = certify(draft, { ...facts, shapes: { ...facts.shapes, ringArea } });
    expect(certificate.boundsViolations).toBe(1);
    expect(certificate.snapChangeRelative).toBeCloseTo(900 / (9600 + 10_000 + 5000), 9);
  });
});
