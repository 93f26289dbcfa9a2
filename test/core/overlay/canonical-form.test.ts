import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { partition } from "../../../server/core/overlay/partition.ts";
import { cutPolygons, sortPolygons } from "../../../server/core/overlay/polygons.ts";
import { box, listsOf, METRE, mergedOf, type Polygon, type Ring, shapesOf } from "./support.ts";

/** Twice the area of a ring, by its corners; below 0 for one that runs clockwise. */
function twiceArea(ring: Ring): number {
  let twice = 0;
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    twice += ring[j]! * ring[i + 1]! - ring[i]! * ring[j + 1]!;
  }
  return twice;
}

/** The first number in which two rings differ decides; else the shorter comes first. */
function compareRings(a: Ring, b: Ring): number {
  const differs = a.findIndex((value, i) => value !== b[i]);
  if (differs < 0 || differs >= b.length) return a.length - b.length;
  return a[differs]! - b[differs]!;
}

/** Asserts that rings are sorted, and no two the same. */
function expectAscending(rings: readonly Ring[]): void {
  for (let i = 1; i < rings.length; i++) {
    expect(compareRings(rings[i - 1]!, rings[i]!)).toBeLessThan(0);
  }
}

/** Asserts that a polygon is in canonical form. @returns its area by its corners */
function areaOfCanonical([shell, ...inner]: Polygon): number {
  for (const ring of [shell!, ...inner]) {
    const points = ring.flatMap((x, i) => (i % 2 ? [] : [[x, ring[i + 1]!] as const]));
    expect(new Set(points.map(String)).size).toBe(points.length);
    expect(points.toSorted(([ax, ay], [bx, by]) => ax - bx || ay - by)[0]).toEqual(points[0]);
  }
  expect(twiceArea(shell!)).toBeGreaterThan(0);
  for (const ring of inner) expect(twiceArea(ring)).toBeLessThan(0);
  expectAscending(inner);
  return [shell!, ...inner].reduce((sum, ring) => sum + twiceArea(ring) / 2, 0);
}

/** Cells and holes of sources, which stand in canonical form and have the area of their corners. */
function canonical(sources: readonly (readonly Polygon[])[]) {
  const result = partition(shapesOf(sources), METRE);
  expect(result.certificate.passed).toBe(true);
  const [cells, holes] = [listsOf(result.cells), listsOf(result.holes)];
  for (const polygons of [...cells, holes.flat()])
    expectAscending(polygons.map(([shell]) => shell!));
  const areas = (shapes: readonly (readonly Polygon[])[]) =>
    shapes.map((polygons) => polygons.reduce((sum, one) => sum + areaOfCanonical(one), 0));
  expect([...result.cellArea]).toEqual(areas(cells));
  expect([...result.holeArea]).toEqual(areas(holes));
  return { cells, holes };
}

describe("canonical form", () => {
  test("is that of all that scribbles and rectangles are cut into", () => {
    const coordinate = fc.integer({ min: -6, max: 6 });
    const scribble = fc
      .array(fc.tuple(coordinate, coordinate), { minLength: 3, maxLength: 9 })
      .map((points) => points.flat());
    const rectangle = fc
      .tuple(coordinate, coordinate, coordinate, coordinate)
      .map(([a, b, c, d]) => box(a, b, c, d));
    const polygon = fc.array(fc.oneof(scribble, rectangle), { minLength: 1, maxLength: 3 });
    const source = fc.array(polygon, { maxLength: 3 });
    fc.assert(
      fc.property(fc.array(source, { maxLength: 4 }), (sources) => {
        canonical(sources);
      }),
      { seed: 43, numRuns: 300 },
    );
  });

  test("orders a crowd of frames, which lie in columns, and their holes", () => {
    const places = Array.from({ length: 1500 }, (_, i) => {
      const mixed = (i * 701) % 1500;
      return [10 * (mixed % 30) - 150, 10 * Math.floor(mixed / 30) - 250] as const;
    });
    const frames = places.map(([x, y]) => [
      box(x, y, x + 6, y + 6),
      box(x + 2, y + 2, x + 4, y + 4),
    ]);
    // Some of them belong to another source.
    const { cells, holes } = canonical([frames.slice(0, 1100), frames.slice(1100)]);
    expect(cells.map((polygons) => polygons.length)).toEqual([1100, 400]);
    expect(new Set(cells.flat().map((rings) => rings.length))).toEqual(new Set([2]));
    expect(holes.flat()).toHaveLength(1500);
  });

  test("orders polygons that have their lowest vertex in common by the vertices that follow", () => {
    const fan = [3, -1, 1, -3].map((y): Polygon => [[0, 0, 9, 2 * y - 1, 9, 2 * y + 1]]);
    const { cells } = canonical([fan]);
    expect(cells[0]!.map(([shell]) => shell![3])).toEqual([-7, -3, 1, 5]);
  });

  test("is the same where a cell has more polygons than leave room beside a coordinate", () => {
    const places = Array.from({ length: 65 }, (_, i) => [3 * ((i * 7) % 5), 3 * ((i * 7) % 13)]);
    const { merged } = mergedOf(places.map(([x, y]) => [box(x! - 9, y!, x! - 7, y! + 2)]));
    const polygons = cutPolygons(merged, Int32Array.of(1, 0));
    const { start, polygons: sorted } = sortPolygons(polygons, 1);
    expect([...start]).toEqual([0, 65]);
    for (const mostPlaces of [64, 65, 66, 1]) {
      expect(sortPolygons(polygons, 1, mostPlaces)).toEqual({ start, polygons: sorted });
    }
  });

  test("is that of a face with many neighbours, some of which hang together in it", () => {
    const strip = [box(0, 0, 400, 10)];
    const below = Array.from({ length: 200 }, (_, i) => [box(2 * i, -1, 2 * i + 1, 0)]);
    // Diamonds that hang together from the upper side: one face below, 101 between them.
    const diamonds = Array.from({ length: 100 }, (_, i) => [
      [4 * i, 5, 4 * i + 2, 2, 4 * i + 4, 5, 4 * i + 2, 10],
    ]);
    const { cells } = canonical([[strip], below, diamonds]);
    expect(cells.map((polygons) => polygons.length)).toEqual([102, 100, 200]);
  });
});
