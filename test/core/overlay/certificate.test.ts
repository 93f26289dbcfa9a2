import { describe, expect, test } from "vitest";
import { certify, type Draft, toldTwice } from "../../../server/core/overlay/certificate.ts";
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

  test("fails when ground where parts of a source overlap is told twice", () => {
    const whole = cut(shapesOf([[[box(0, 0, 10, 10)], [box(5, 0, 15, 10)]]]), METRE);
    expect(verdict(whole).passed).toBe(true);
    // The overlap once more, as a second cell: the sum is now that of the two parts.
    const cells = shapesOf([[[box(0, 0, 15, 10)]], [[box(5, 0, 10, 10)]]]);
    const told = (ids: number[], start: number[]): Partial<Draft> => ({
      cells,
      cellArea: Float64Array.of(150, 50),
      cellSources: { start: Int32Array.from(start), ids: Int32Array.from(ids) },
      sourceArea: Float64Array.of(200),
    });
    const again = verdict({ ...whole, draft: { ...whole.draft, ...told([0, 0], [0, 1, 2]) } });
    expect(again).toMatchObject({ conservationRelative: 0, boundsViolations: 1, passed: false });
  });

  test.each([
    ["ascend", [0, 1, 0, 2], [0, 1, 3, 4], 1],
    ["stand once", [0, 1, 1, 2], [0, 1, 3, 4], 1],
    ["come after those of the cell before", [0, 1, 0], [0, 2, 3], 1],
    ["are other than those of the cell before", [0, 1, 0, 1], [0, 2, 4], 1],
    ["come after them number by number", [1, 0], [0, 1, 2], 1],
    ["are some", [0], [0, 0, 1], 1],
    ["do all that", [0, 0, 1, 0, 2, 1], [0, 1, 3, 5, 6], 0],
  ])("counts the cells whose sources do not: %s", (_, ids, start, count) => {
    const lists = { start: Int32Array.from(start), ids: Int32Array.from(ids) };
    expect(toldTwice(lists)).toBe(count);
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
