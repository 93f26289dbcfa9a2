import { describe, expect, test } from "vitest";
import type { Partition } from "../../../server/core/overlay/model.ts";
import { partition } from "../../../server/core/overlay/partition.ts";
import { box, cellAreas, listsOf, METRE, MILLIMETRE, type Polygon, shapesOf } from "./support.ts";

function cutUp(...shapes: Polygon[][]): Partition {
  const result = partition(shapesOf(shapes), METRE);
  expect(result.certificate).toMatchObject({ passed: true, conservationRelative: 0 });
  return result;
}

const codes = ({ repairs }: Partition) => repairs.map(({ code, areaChange }) => [code, areaChange]);

describe("degenerate input", () => {
  test("no source, and sources without polygons", () => {
    expect(cutUp().cellArea.length).toBe(0);
    expect(cutUp([], []).sourceArea).toEqual(new Float64Array(2));
  });

  test("one source is one cell", () => {
    const result = cutUp([[box(0, 0, 10, 10)]]);
    expect(listsOf(result.cells)).toEqual([[[box(0, 0, 10, 10)]]]);
    expect(result.repairs).toEqual([]);
  });

  test("a bow tie is two triangles", () => {
    const result = cutUp([[[0, 0, 10, 10, 10, 0, 0, 10]]]);
    expect(result.sourceArea[0]).toBe(50);
    expect(listsOf(result.cells)[0]).toHaveLength(2);
    expect(codes(result)).toEqual([["self-crossing", 50]]);
  });

  test("a spike is cut off without loss", () => {
    const result = cutUp([[[0, 0, 10, 0, 20, 0, 10, 0, 10, 10, 0, 10]]]);
    expect(listsOf(result.cells)).toEqual([[[box(0, 0, 10, 10)]]]);
    expect(codes(result)).toEqual([["spike", 0]]);
  });

  test("a spike longer than one edge, at the start of the ring", () => {
    const result = cutUp([[[20, 0, 15, 0, 10, 0, 10, 10, 0, 10, 0, 0, 10, 0, 15, 0]]]);
    expect(result.sourceArea[0]).toBe(100);
    expect(codes(result)).toEqual([["spike", 0]]);
  });

  test("rings without area cover nothing", () => {
    const result = cutUp([[[0, 0, 10, 0]], [[5, 5, 5, 5, 5, 5]], [[0, 0, 4, 4, 8, 8]]], [[[1, 1]]]);
    expect(result.cellArea.length).toBe(0);
    expect(codes(result)).toEqual([
      ["zero-area", 0],
      ["zero-area", 0],
    ]);
  });

  test("a ring given twice cancels, and is reported", () => {
    const result = cutUp([[box(0, 0, 10, 10), box(0, 0, 10, 10)]]);
    expect(result.sourceArea[0]).toBe(0);
    expect(codes(result)).toEqual([["ring-repeated", -100]]);
  });

  test("two shells in one polygon, one with a hole, are read even-odd and are no crossing", () => {
    const result = cutUp([[box(0, 0, 10, 10), box(20, 0, 25, 5), box(2, 2, 4, 4)]]);
    expect(result.sourceArea[0]).toBe(100 + 25 - 4);
    expect(result.repairs).toEqual([]);
  });

  test("rings of one polygon that cross are read even-odd, and reported", () => {
    const result = cutUp([[box(0, 0, 10, 10), box(5, 0, 15, 10)]]);
    expect(result.sourceArea[0]).toBe(100);
    expect(codes(result)).toEqual([["self-crossing", 100]]);
  });

  test("a ring run round twice crosses itself", () => {
    const ring = box(0, 0, 10, 10);
    const result = cutUp([[[...ring, ...ring]]]);
    expect(result.sourceArea[0]).toBe(0);
    expect(codes(result)).toEqual([["self-crossing", -200]]);
  });

  test("a hole that shares an edge with its shell", () => {
    const result = cutUp([[box(0, 0, 10, 10), box(0, 2, 4, 8)]]);
    expect(result.sourceArea[0]).toBe(76);
    expect(result.holeArea.length).toBe(0);
    expect(result.repairs).toEqual([]);
  });

  test("a hole that touches its shell in a point stays a ring of its own", () => {
    const diamond = [0, 5, 3, 3, 6, 5, 3, 7];
    const result = cutUp([[box(0, 0, 10, 10), diamond]]);
    const [[rings]] = listsOf(result.cells) as [[Polygon]];
    expect(rings).toHaveLength(2);
    expect(result.sourceArea[0]).toBe(88);
    expect([...result.holeArea]).toEqual([12]);
  });

  test("squares that touch in one point", () => {
    const result = cutUp([[box(0, 0, 5, 5)]], [[box(5, 5, 10, 10)]]);
    expect(cellAreas(result, "AB")).toEqual({ A: 25, B: 25 });
    expect(result.holeArea.length).toBe(0);
  });

  test("a ring of squares that touch in corners encloses a hole", () => {
    const result = cutUp(
      [[box(0, 3, 3, 6)]],
      [[box(3, 0, 6, 3)]],
      [[box(6, 3, 9, 6)]],
      [[box(3, 6, 6, 9)]],
    );
    expect([...result.holeArea]).toEqual([9]);
    expect(listsOf(result.holes)).toEqual([[[box(3, 3, 6, 6)]]]);
  });

  test("ground outside everything is no hole; an island in a hole is cut out of it", () => {
    const result = cutUp([[box(0, 0, 30, 30), box(5, 5, 25, 25)]], [[box(10, 10, 20, 20)]]);
    expect([...result.holeArea]).toEqual([300]);
    expect(listsOf(result.holes)[0]![0]).toHaveLength(2);
    expect(cellAreas(result, "AB")).toEqual({ A: 500, B: 100 });
  });

  test("parts of one source that overlap are united and reported", () => {
    const result = cutUp([[box(0, 0, 10, 10)], [box(5, 0, 15, 10)], [box(5, 0, 15, 10)]]);
    expect(listsOf(result.cells)).toHaveLength(1);
    expect(result.sourceArea[0]).toBe(150);
    // 50 lie under all three parts and 50 under two: counted once.
    expect(codes(result)).toEqual([["parts-overlap", -150]]);
  });

  test("parts of one source that meet along an edge leave no edge between them", () => {
    const result = cutUp([[box(0, 0, 5, 10)], [box(5, 0, 10, 10)]], [[box(0, 0, 10, 10)]]);
    expect(cellAreas(result, "AB")).toEqual({ AB: 100 });
    const [cell] = listsOf(result.cells);
    expect(cell).toHaveLength(1);
    expect(cell![0]).toHaveLength(1);
    expect(result.repairs).toEqual([]);
  });

  test("2,000 identical sources are one cell", () => {
    const result = cutUp(...Array.from({ length: 2000 }, () => [[box(0, 0, 100, 100)]]));
    expect([...result.cellArea]).toEqual([10_000]);
    expect(result.cellSources.ids.length).toBe(2000);
  });

  test("a spiral of 100,000 vertices", () => {
    const at = (radius: number, angle: number) => [
      Math.round(radius * Math.cos(angle)),
      Math.round(radius * Math.sin(angle)),
    ];
    const angles = Array.from({ length: 50_000 }, (_, i) => i / 200);
    const arm = angles.flatMap((angle) => at(40_000 * angle, angle));
    const back = angles.reverse().flatMap((angle) => at(40_000 * angle + 100_000, angle));
    const result = partition(shapesOf([[[[...arm, ...back]]]], MILLIMETRE), MILLIMETRE);
    expect(result.certificate.passed).toBe(true);
    expect(result.cellArea.length).toBe(1);
    expect(result.repairs).toEqual([]);
  });

  test("coordinates at the edge of the grid", () => {
    const most = 2 ** 31 - 9;
    const whole = box(-most, -most, most, most);
    const result = cutUp([[whole]], [[[-most, -most, most, most, -most, most]]]);
    expect(result.sourceArea[0]).toBe((2 * most) ** 2);
    expect(result.sourceArea[1]).toBe((2 * most) ** 2 / 2);
  });

  test("a spiral as wide as the grid: more ground below one chain than a double holds", () => {
    const turns = 40;
    const at = (i: number) => 2 ** 31 - 9 - i * 20_000_000;
    const arm: number[] = [];
    for (let i = 0; i < turns; i++) {
      arm.push(-at(i), -at(i), at(i), -at(i), at(i), at(i), -at(i + 1), at(i));
    }
    const back: number[] = [];
    for (let i = turns - 1; i >= 0; i--) {
      const inner = at(i) - 10_000_000;
      back.push(20_000_000 - inner, inner, inner, inner, inner, -inner, -inner, -inner);
    }
    const result = cutUp([[[...arm, ...back]]]);
    expect(result.cellArea.length).toBe(1);
    expect(result.repairs).toEqual([]);
  });

  test("an extent as flat as can be", () => {
    const most = 2 ** 31 - 9;
    const strips: Polygon[][] = Array.from({ length: 3000 }, (_, i) => {
      const left = -most + i * 1_000_000;
      return [[box(left, i % 3, left + 1_500_000, 1 + (i % 3))]];
    });
    strips.push([[box(-most, 1, most, 2)]]);
    const result = partition(shapesOf(strips), METRE);
    expect(result.certificate.passed).toBe(true);
    expect(result.cellArea.length).toBeGreaterThan(3000);
  });

  test("many long thin triangles through one pixel", () => {
    const fan: Polygon[][] = Array.from({ length: 60 }, (_, i) => [
      [[-1000, i - 30, 1000, 30 - i, 1000, 31 - i]],
    ]);
    expect(cutUp(...fan).sourceArea.length).toBe(60);
  });
});
