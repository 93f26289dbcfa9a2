import { describe, expect, test } from "vitest";
import { certify } from "../../../server/core/overlay/certificate.ts";
import { cut, partition } from "../../../server/core/overlay/partition.ts";
import { shapesBuilder } from "../../../server/core/overlay/shapes-builder.ts";
import { checkSources, plainArea } from "../../../server/core/overlay/source-checks.ts";
import { box, drawings, METRE, type Polygon, shapesOf } from "./support.ts";

/** By how many square metres the grid changed each source, each given in metres. */
function changes(step: number, ...sources: Polygon[][]): number[] {
  const grid = { step, originX: 0, originY: 0 };
  const builder = shapesBuilder(grid);
  for (const polygons of sources) {
    builder.shape();
    for (const rings of polygons) {
      builder.polygon();
      for (const ring of rings) builder.ring(ring);
    }
  }
  const { snapChange, certificate } = partition(builder.build(), grid);
  expect(certificate.passed).toBe(true);
  return Array.from(snapChange!, (change) => Number(change.toFixed(9)));
}

describe("what the grid changes of a source", () => {
  test("is its area on the grid less its area as given, whichever way it was drawn", () => {
    for (const ring of drawings(box(0, 0, 10.4, 10))) expect(changes(1, [[ring]])).toEqual([-4]);
    for (const ring of drawings(box(0, 0, 9.6, 10))) expect(changes(1, [[ring]])).toEqual([4]);
    expect(changes(0.5, [[box(0, 0, 10.2, 4)]])).toEqual([-0.8]);
  });

  test("a hole that grows takes away, wherever it stands among the rings", () => {
    const [shell, hole] = [box(0, 0, 10, 10), box(2, 2, 5.6, 6)];
    // 3.6 by 4 becomes 4 by 4.
    expect(changes(1, [[shell, hole]])).toEqual([-1.6]);
    expect(changes(1, [[hole, shell]])).toEqual([-1.6]);
    expect(changes(1, [[shell, hole], [box(20, 0, 24.4, 5)]])).toEqual([-1.6 - 2]);
  });

  test("a shell that grows adds, though it is not the first nor the largest of its polygon", () => {
    const [grows, shrinks] = [box(0, 0, 9.6, 10), box(20, 0, 30.2, 10)];
    expect(changes(1, [[grows, shrinks]])).toEqual([4 - 2]);
    expect(changes(1, [[shrinks, grows]])).toEqual([4 - 2]);
    expect(changes(1, [[box(50, 0, 70, 20), grows, shrinks]])).toEqual([4 - 2]);
    // An island in a hole adds, the hole takes away: 3.6 by 4 and 11.8 by 12 become whole.
    const rings = [box(0, 0, 20, 20), box(2, 2, 13.8, 14), box(5, 5, 8.6, 9)];
    expect(changes(1, [rings])).toEqual([-0.8]);
    expect(changes(1, [rings.toReversed()])).toEqual([-0.8]);
  });

  test("rings that cancel change nothing, however they grow", () => {
    const [shell, hole] = [box(0, 0, 10.4, 10), box(2, 2, 5.6, 6)];
    expect(changes(1, [[shell, hole, hole]])).toEqual([-4]);
    expect(changes(1, [[hole, hole]])).toEqual([0]);
    expect(changes(1, [[hole, shell, hole, hole]])).toEqual([-4 - 1.6]);
  });

  test("of rings that cross, the largest adds and the others take away", () => {
    // Crossing shells: which grew and which shrank is a matter of how they are read.
    expect(changes(1, [[box(0, 0, 20.4, 20), box(15, 5, 24.6, 15)]])).toEqual([-8 - 4]);
    // Of one size, the first.
    const [shrinks, stays] = [box(0, 0, 10.4, 10), box(5, 5, 15, 15)];
    expect(changes(1, [[shrinks, stays]])).toEqual([-4]);
    expect(changes(1, [[stays, shrinks]])).toEqual([4]);
  });

  test("is told source by source", () => {
    const [a, b] = [[box(0, 0, 10.4, 10)], [box(0, 0, 9.6, 10)]];
    expect(changes(1, [a], [b], [], [a, b])).toEqual([-4, 4, 0, 0]);
  });

  test("is all of a source that vanishes on it", () => {
    for (const ring of drawings(box(0, 0, 0.4, 0.3))) expect(changes(1, [[ring]])).toEqual([-0.12]);
  });

  test("on the grid already, is what noding bends", () => {
    // The box's left side crosses the slant in (2, 1/2), which becomes (2, 1): what lay between the
    // slant and that is lost, a triangle of 1 m². Turned over it is gained.
    const across = [[box(2, -5, 20, 20)]];
    const rising = [[[0, 0, 4, 1, 4, 10, 0, 10]]];
    const hanging = [[[0, 0, 4, 1, 4, -9, 0, -9]]];
    expect([...partition(shapesOf([rising, across]), METRE).snapChange!]).toEqual([-1, 0]);
    expect([...partition(shapesOf([hanging, across]), METRE).snapChange!]).toEqual([1, 0]);
    const { ringArea: _, ...without } = shapesOf([rising, across]);
    expect([...partition(without, METRE).snapChange!]).toEqual([-1, 0]);
  });
});

describe("how much the grid may change", () => {
  /** Broken bounds of a square with a hole, 100 and 20 wide, where they had other areas before. */
  const broken = (shell: number, hole: number, step = 1) => {
    const grid = { ...METRE, step };
    const { draft, facts } = cut(shapesOf([[[box(0, 0, 100, 100), box(40, 40, 60, 60)]]]), grid);
    const ringArea = Float64Array.of(shell, hole);
    const { certificate } = certify(draft, { ...facts, shapes: { ...facts.shapes, ringArea } });
    return certificate.boundsViolations;
  };

  test("is the perimeter and two steps a vertex, times the step", () => {
    // 400 + 80 along the rings, and 16 at their 8 vertices.
    expect([broken(10_000 + 496, 400), broken(10_000 - 496, 400)]).toEqual([0, 0]);
    expect([broken(10_000 + 497, 400), broken(10_000 - 497, 400)]).toEqual([1, 1]);
    // In half steps a quarter of that.
    expect([broken(2500 + 124, 100, 0.5), broken(2500 + 125, 100, 0.5)]).toEqual([0, 1]);
  });

  test("and changes that cancel in the sum do not hide each other", () => {
    expect(broken(10_000 + 240, 400 + 240)).toBe(0);
    expect(broken(10_000 + 260, 400 + 260)).toBe(1);
  });

  test("a change that is no number is too much", () => {
    expect(broken(Infinity, 400)).toBe(1);
  });
});

describe("the area of a source from its rings", () => {
  test("is the largest ring less the others, whatever their signs and order", () => {
    expect(plainArea([50n, -200n, 30n], 0, 3)).toBe(120n);
    expect(plainArea([50n, -200n, 30n], 0, 1)).toBe(50n);
    expect(plainArea([50n, -200n, 30n], 2, 3)).toBe(30n);
    expect(plainArea([], 0, 0)).toBe(0n);
  });

  test("is counted edge by edge where the cells do not bear it out", () => {
    const overlapping = [[box(0, 0, 10, 10)], [box(5, 0, 15, 10)]];
    const sources = [[[box(50, 0, 60, 10)]], overlapping, [[box(70, 0, 80, 10)]]];
    const { facts } = cut(shapesOf(sources), METRE);
    const areas = (...fromCells: bigint[]) => checkSources(facts, fromCells, 1).fromRings;
    expect(areas(200n, 300n, 200n)).toEqual([200n, 300n, 200n]);
    // Where the cells agree with the plain sum, it stands: what is wrong in both cannot be told here.
    expect(areas(200n, 400n, 200n)).toEqual([200n, 400n, 200n]);
    expect(areas(7n, 8n, 9n)).toEqual([200n, 300n, 200n]);
  });
});
