import { describe, expect, test } from "vitest";
import { compose } from "../../../server/core/overlay/compose.ts";
import { gridFor, toGrid, toMetres } from "../../../server/core/overlay/grid.ts";
import { partition } from "../../../server/core/overlay/partition.ts";
import { shapesBuilder } from "../../../server/core/overlay/shapes-builder.ts";
import { box, listsOf, METRE, shapesOf } from "./support.ts";

const ENGLAND = { minX: 80_000, minY: 5_000, maxX: 656_000, maxY: 657_000 };

describe("the grid", () => {
  test("is 1 mm about the middle of the extent, on a whole metre", () => {
    expect(gridFor(ENGLAND)).toEqual({ step: 0.001, originX: 368_000, originY: 331_000 });
  });

  test("becomes coarser by tens where the extent needs it, and says so", () => {
    const wide = { minX: 0, minY: 0, maxX: 20_000_000, maxY: 1000 };
    expect(gridFor(wide).step).toBe(0.01);
    expect(gridFor({ ...wide, maxX: 200_000_000 }).step).toBe(0.1);
  });

  test("refuses an extent that no grid can hold, and bounds that are no numbers", () => {
    const code = (maxX: number) => {
      try {
        gridFor({ ...ENGLAND, maxX });
        return "none";
      } catch (error) {
        return (error as { code: string }).code;
      }
    };
    expect(code(1e12)).toBe("limit/extent");
    expect(code(Number.NaN)).toBe("geometry/coordinate");
    expect(code(1e6)).toBe("none");
  });

  test("goes to the nearest grid line and back", () => {
    expect(toGrid(368_000.0014, 368_000, 0.001)).toBe(1);
    expect(toMetres(1500, 368_000, 0.001)).toBe(368_001.5);
  });
});

describe("the builder", () => {
  test("lays shapes out flat, drops the repeated last vertex, keeps areas in metres", () => {
    const builder = shapesBuilder({ step: 0.1, originX: 10, originY: 0 });
    builder.shape();
    builder.shape();
    builder.polygon();
    builder.ring([10, 0, 11.04, 0, 11, 1, 10, 1, 10, 0]);
    const shapes = builder.build();
    expect(shapes.count).toBe(2);
    expect([...shapes.polygonShape]).toEqual([1]);
    expect([...shapes.xy]).toEqual([0, 0, 10, 0, 10, 10, 0, 10]);
    expect(shapes.ringArea![0]).toBeCloseTo(1.02, 9);
  });

  test("what the grid changed stands in the certificate", () => {
    const grid = { step: 0.1, originX: 0, originY: 0 };
    const builder = shapesBuilder(grid);
    builder.shape();
    builder.polygon();
    builder.ring([0, 0, 10.02, 0, 10.02, 10, 0, 10]);
    const { certificate } = partition(builder.build(), grid);
    expect(certificate.passed).toBe(true);
    expect(certificate.snapChangeRelative).toBeCloseTo(0.2 / 100, 6);
  });

  test("a ring too small for the grid vanishes and does not fail the certificate", () => {
    const grid = { step: 1, originX: 0, originY: 0 };
    const builder = shapesBuilder(grid);
    builder.shape();
    builder.polygon();
    builder.ring([0, 0, 0.45, 0, 0.45, 0.45, 0, 0.45]);
    builder.shape();
    builder.polygon();
    builder.ring([0, 0, 0, 0.4, 0.4, 0.4, 0.4, 0]);
    const { certificate, repairs, snapChange } = partition(builder.build(), grid);
    expect(certificate.passed).toBe(true);
    expect(repairs.map(({ code }) => code)).toEqual(["zero-area", "zero-area"]);
    // Both shrank, though they were drawn in different directions, and nothing is left.
    expect(snapChange?.[0]).toBeCloseTo(-0.2025, 12);
    expect(snapChange?.[1]).toBeCloseTo(-0.16, 12);
    expect(certificate.snapChangeRelative).toBe(1);
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, 1e300])("refuses %s by name", (bad) => {
    const builder = shapesBuilder(METRE, (shape) => `Ward ${"AB"[shape]}`);
    builder.shape();
    builder.shape();
    builder.polygon();
    expect(() => builder.ring([0, 0, 1, 0, 1, bad])).toThrow(
      expect.objectContaining({
        code: "geometry/coordinate",
        message: expect.stringMatching(/^Vertex 2 of a ring of Ward B /),
      }),
    );
  });
});

describe("compose", () => {
  test("dissolves members into one outline", () => {
    const members = shapesOf([[[box(0, 0, 5, 10)]], [[box(5, 0, 10, 10)]], [[box(20, 0, 25, 5)]]]);
    const outline = compose(members, METRE);
    expect(outline.count).toBe(1);
    const [polygons] = listsOf(outline);
    expect(polygons).toEqual([[[0, 0, 5, 0, 10, 0, 10, 10, 5, 10, 0, 10]], [box(20, 0, 25, 5)]]);
  });

  test("of nothing is a shape without polygons", () => {
    expect(listsOf(compose(shapesOf([]), METRE))).toEqual([[]]);
  });
});

test("a run can be stopped at every stage", () => {
  const input = shapesOf([[[box(0, 0, 5, 10)]], [[box(2, 2, 7, 7)]]]);
  const stages: string[] = [];
  partition(input, METRE, { progress: (stage) => stages.push(stage) });
  expect(stages.length).toBeGreaterThan(5);
  for (let stop = 0; stop < stages.length - 1; stop++) {
    let asked = 0;
    expect(() => partition(input, METRE, { cancelled: () => asked++ === stop })).toThrow(
      expect.objectContaining({ code: "work/cancelled" }),
    );
  }
});
