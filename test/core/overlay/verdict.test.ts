import { describe, expect, test } from "vitest";
import {
  areasFromCells,
  conclude,
  DRIFT_PER_PASS,
  type Draft,
} from "../../../server/core/overlay/certificate.ts";
import { cut } from "../../../server/core/overlay/partition.ts";
import type { SourceChecks } from "../../../server/core/overlay/source-checks.ts";
import { box, shapesOf } from "./support.ts";

const GRID = { step: 0.5, originX: 0, originY: 0 };

/** A square with a hole and one that lies over half of it: 96 and 100 m², 50 of them shared. */
const { draft: DRAFT } = cut(
  shapesOf([[[box(0, 0, 20, 20), box(5, 5, 9, 9)]], [[box(10, 0, 30, 20)]]], GRID),
  GRID,
);

/** What the certificate worked out, all of it true: twice the areas in steps of half a metre. */
const TRUE = {
  draft: DRAFT,
  turns: { cells: [368n, 400n, 400n], holes: [32n] },
  fromCells: [768n, 800n],
  checks: {
    fromRings: [768n, 800n],
    snapChange: new Float64Array(2),
    violations: 0,
  } as SourceChecks,
  drift: 0,
  passes: 2,
};
const TOTAL = 96 + 100;

function verdict({
  draft = {},
  checks = {},
  ...rest
}: Partial<Omit<typeof TRUE, "draft" | "checks">> & {
  draft?: Partial<Draft>;
  checks?: Partial<SourceChecks>;
} = {}) {
  const told = { ...TRUE, ...rest };
  return conclude(
    { ...DRAFT, ...draft },
    told.turns,
    told.fromCells,
    { ...TRUE.checks, ...checks },
    told.drift,
    told.passes,
  );
}

const of = (...values: number[]) => Float64Array.from(values);

describe("the verdict of a certificate", () => {
  test("on a partition of which all is true", () => {
    expect([...DRAFT.cellArea]).toEqual([46, 50, 50]);
    expect([...DRAFT.sourceArea, ...DRAFT.holeArea]).toEqual([96, 100, 4]);
    expect(verdict({ drift: 0.25 })).toEqual({
      passed: true,
      conservationRelative: 0,
      snapChangeRelative: 0,
      snapDrift: 0.125,
      passes: 2,
      boundsViolations: 0,
      engine: "patchwork-overlay/2",
      grid: GRID,
    });
  });

  test.each([
    ["a cell is stated a square metre too large", { draft: { cellArea: of(46, 51, 50) } }, 1],
    ["a cell is stated a square metre too small", { draft: { cellArea: of(46, 50, 49) } }, 1],
    ["a hole is stated a square metre too large", { draft: { holeArea: of(5) } }, 1],
    ["a source is stated two square metres too small", { draft: { sourceArea: of(94, 100) } }, 2],
    ["cells have a square metre more than the rings", { fromCells: [776n, 800n] }, 1],
    ["cells have a square metre less than the rings", { fromCells: [768n, 792n] }, 1],
    [
      "errors of either sign do not make up for each other",
      { fromCells: [776n, 792n], draft: { cellArea: of(47, 49, 50), sourceArea: of(97, 99) } },
      6,
    ],
  ])("%s", (_, told, squareMetres) => {
    const { passed, conservationRelative, boundsViolations } = verdict(told);
    expect(passed).toBe(false);
    expect(conservationRelative).toBeCloseTo(squareMetres / TOTAL, 12);
    expect(boundsViolations).toBe(0);
  });

  test("stated areas may be rounded, by a million-millionth of what they are", () => {
    const stated = (share: number) =>
      verdict({ draft: { cellArea: DRAFT.cellArea.map((area) => area * (1 + share)) } }).passed;
    expect([1e-13, -1e-13, 1e-11, -1e-11].map(stated)).toEqual([true, true, false, false]);
    const large = { ...TRUE.turns, cells: [8n * 10n ** 12n, 400n, 400n] };
    const byOne = { draft: { cellArea: of(1e12 + 1, 50, 50) }, turns: large };
    expect(verdict(byOne).conservationRelative).toBe(0);
    // An area of 0 has nothing to round.
    expect(verdict({ turns: { ...TRUE.turns, holes: [0n] } }).conservationRelative).toBe(4 / TOTAL);
  });

  test("a stated area that is no number is infinitely wrong", () => {
    const { passed, conservationRelative } = verdict({
      draft: { sourceArea: of(Number.NaN, 100) },
    });
    expect([passed, conservationRelative]).toEqual([false, Infinity]);
  });

  test("on no sources, and on ground that is nobody's", () => {
    const nothing = {
      draft: {
        sourceCount: 0,
        sourceArea: of(),
        cellArea: of(),
        holeArea: of(),
        cellSources: { start: Int32Array.of(0), ids: new Int32Array(0) },
      },
      turns: { cells: [], holes: [] as bigint[] },
      fromCells: [],
      checks: { fromRings: [], snapChange: of() },
    };
    expect(verdict(nothing)).toMatchObject({
      passed: true,
      conservationRelative: 0,
      snapChangeRelative: 0,
    });
    // Half a square step, the least there can be, stands for the whole: 1 m² is 8 of those.
    const stray = { ...nothing, draft: { ...nothing.draft, holeArea: of(5) } };
    expect(verdict({ ...stray, turns: { cells: [], holes: [32n] } })).toMatchObject({
      passed: false,
      conservationRelative: 8,
    });
  });

  test("tells by how much the grid changed the sources together", () => {
    expect(verdict({ checks: { snapChange: of(-3, 1) } }).snapChangeRelative).toBe(2 / TOTAL);
    expect(verdict({ checks: { snapChange: of(3, 1) } }).snapChangeRelative).toBe(4 / TOTAL);
    // Where it took all that there was.
    const gone = { fromRings: [0n, 0n], snapChange: of(-3, 0) };
    expect(verdict({ checks: gone }).snapChangeRelative).toBe(1);
  });
});

describe("bounds", () => {
  /** How many are broken, where that fails the certificate. */
  const broken = (told: Parameters<typeof verdict>[0]) => {
    const { passed, boundsViolations } = verdict(told);
    if (boundsViolations > 0) expect(passed).toBe(false);
    return boundsViolations;
  };

  test("a pair is no larger than its smaller source, whichever that is", () => {
    expect(broken({ draft: { sourceArea: of(49, 100) } })).toBe(1);
    expect(broken({ draft: { sourceArea: of(100, 49) } })).toBe(1);
    expect(broken({ draft: { sourceArea: of(50, 100) } })).toBe(0);
    expect(broken({ draft: { sourceArea: of(50 * (1 - 1e-13), 100) } })).toBe(0);
    expect(broken({ draft: { sourceArea: of(50 * (1 - 1e-11), 100) } })).toBe(1);
  });

  test("the footprint is no larger than the sum of the sources", () => {
    // 146 m² are covered.
    expect(broken({ draft: { sourceArea: of(70, 75) } })).toBe(1);
    expect(broken({ draft: { sourceArea: of(70, 76) } })).toBe(0);
    expect(broken({ draft: { sourceArea: of(70, 76 - 1e-11) } })).toBe(0);
    expect(broken({ draft: { sourceArea: of(70, 76 - 1e-9) } })).toBe(1);
  });

  test("no cell and no hole is 0 or below", () => {
    expect(broken({ draft: { cellArea: of(46, 50, 0) } })).toBe(1);
    expect(broken({ draft: { cellArea: of(-1, 50, 0) } })).toBe(2);
    expect(broken({ draft: { holeArea: of(0) } })).toBe(1);
    expect(broken({ draft: { holeArea: of(-4) } })).toBe(1);
    expect(broken({ draft: { cellArea: of(46, 50, Number.NaN), holeArea: of(0) } })).toBe(2);
  });

  test("no vertex drifts by more than half a pixel's diagonal a pass", () => {
    expect(broken({ drift: 2 * Math.SQRT1_2 })).toBe(0);
    expect(broken({ drift: 1.42 })).toBe(1);
    expect(broken({ drift: 1.42, passes: 3 })).toBe(0);
    expect(DRIFT_PER_PASS).toBe(Math.SQRT1_2);
  });

  test("those of the snap change count with the others", () => {
    expect(broken({ checks: { violations: 2 } })).toBe(2);
    expect(broken({ checks: { violations: 2 }, drift: 9, draft: { holeArea: of(0) } })).toBe(4);
  });
});

test("areas of cells are summed exactly, far beyond what a double holds", () => {
  const cellSources = { start: Int32Array.of(0, 1, 3, 4), ids: Int32Array.of(0, 0, 1, 1) };
  const cells = [2n ** 64n - 1n, 2n ** 30n - 1n, 2n ** 31n + 5n];
  expect(areasFromCells({ ...DRAFT, cellSources }, cells)).toEqual([
    2n ** 64n + 2n ** 30n - 2n,
    2n ** 31n + 2n ** 30n + 4n,
  ]);
});
