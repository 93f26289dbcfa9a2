import { describe, expect, test } from "vitest";
import { isLeftOf, Ray } from "../../../server/core/overlay/nesting.ts";
import { partition } from "../../../server/core/overlay/partition.ts";
import { arrangementOf, box, drawings, METRE, type Polygon, shapesOf } from "./support.ts";

type Edge = readonly [ax: number, ay: number, bx: number, by: number];

/** Edges as the ray sees them: edge `e` runs from its first to its second end. */
function edgesOf(edges: readonly Edge[]) {
  return {
    x: Int32Array.from(edges.flatMap(([ax, , bx]) => [ax, bx])),
    y: Int32Array.from(edges.flatMap(([, ay, , by]) => [ay, by])),
    low: Int32Array.from(edges, (_, e) => 2 * e),
    high: Int32Array.from(edges, (_, e) => 2 * e + 1),
  };
}

/** The half-edge that a ray from a point meets first, whichever edge is looked at first. */
function firstMet(x: number, y: number, ...edges: Edge[]): number {
  const segments = edgesOf(edges);
  const found = [[...edges.keys()], [...edges.keys()].reverse()].map((order) => {
    const ray = new Ray(segments, segments, x, y);
    for (const edge of order) ray.meet(edge);
    for (const edge of order) ray.meet(edge);
    return ray.best;
  });
  expect(found[0]).toBe(found[1]);
  return found[0]!;
}

describe("a ray to the left", () => {
  const up = (x: number): Edge => [x, 0, x, 10];
  const down = (x: number): Edge => [x, 10, x, 0];

  test("meets the nearest edge, and tells the half of it that runs down", () => {
    expect(firstMet(8, 5, up(0), down(5), up(3))).toBe(2);
    expect(firstMet(8, 5, up(0), up(5), down(3))).toBe(3);
    expect(firstMet(8, 5, down(-4))).toBe(0);
    expect(firstMet(8, 5, [0, 0, 6, 10], [7, 10, 5, 0], [2, 0, 4, 10])).toBe(2);
  });

  test("goes by where an edge is at its height, not by where its ends are", () => {
    expect(firstMet(8, 5, [0, 0, 10, 10], [4, 5, 4, 9])).toBe(1);
    expect(firstMet(8, 5, [0, 10, 10, 0], [4, 1, 4, 6])).toBe(0);
    expect(firstMet(8, 5, [7, 9, -3, 0], [4, 5, 5, 9])).toBe(3);
  });

  test("meets nothing that lies to the right, above, below or level", () => {
    expect(firstMet(8, 5, up(9))).toBe(-1);
    expect(firstMet(8, 5, [0, 6, 0, 9], [0, 1, 0, 4])).toBe(-1);
    expect(firstMet(8, 5, [0, 5, 4, 5], [4, 5, 0, 5])).toBe(-1);
    // Its box reaches left of the point, the edge passes on the right.
    expect(firstMet(8, 5, [4, 0, 14, 10])).toBe(-1);
    expect(firstMet(8, 5, [1, 0, 11, 10])).toBe(1);
  });

  test("runs a hair above its height: past tops, into feet", () => {
    expect(firstMet(8, 5, [0, 0, 0, 5])).toBe(-1);
    expect(firstMet(8, 5, [0, 5, 0, 9])).toBe(1);
    expect(firstMet(8, 5, [3, 0, 3, 5], [1, 5, 1, 9])).toBe(3);
  });

  test("tells edges apart that have their feet in one point at its height", () => {
    expect(firstMet(8, 5, [0, 5, -3, 9], [0, 5, 3, 9], [0, 5, 0, 9])).toBe(3);
    expect(firstMet(8, 5, [0, 5, 3, 9], [3, 8, 0, 5], [0, 5, 3, 7])).toBe(5);
    expect(firstMet(8, 5, [0, 9, 0, 5], [-9, 5, -8, 9])).toBe(0);
  });

  test("tells edges apart that pass it within a thousandth of a step", () => {
    // Right of 1 by 1/20,001 and by 1/30,001, and at 1.
    const [far, near, at]: Edge[] = [
      [1, 9999, 2, 30_000],
      [1, 9999, 2, 40_000],
      [0, 0, 3, 30_000],
    ];
    expect(firstMet(8, 10_000, far!, near!, at!)).toBe(1);
    expect(firstMet(8, 10_000, at!, near!, far!)).toBe(5);
    expect(firstMet(8, 10_000, near!, at!)).toBe(1);
    const reversed = ([ax, ay, bx, by]: Edge): Edge => [bx, by, ax, ay];
    expect(firstMet(8, 10_000, reversed(far!), at!)).toBe(0);
    expect(firstMet(8, 10_000, reversed(at!), reversed(near!))).toBe(2);
    // At 999.9 and 999.89992, with feet far from the axis.
    expect(firstMet(2000, 19_999, [0, 10_000, 1000, 20_000], [999, 10_000, 1000, 21_111])).toBe(1);
    // Turned round they lie left of -1.
    expect(firstMet(8, 0, [-1, 1, -2, -30_000], [-1, 1, -2, -40_000])).toBe(2);
  });

  test("tells edges apart where doubles cannot", () => {
    // At height 1 they pass 1/n and 1/(n - 2) right of 0, some 2^-61 apart.
    const n = 2 ** 31 - 9;
    expect(firstMet(8, 1, [0, 0, 1, n], [0, 0, 1, n - 2])).toBe(3);
    expect(firstMet(8, 1, [1, n, 0, 0], [1, n - 2, 0, 0])).toBe(2);
    expect(firstMet(8, -n, [0, -n, n, n], [0, -n, n, n - 1], [0, -n, n - 1, n])).toBe(3);
  });

  test("and the same without looking for the nearest", () => {
    const segments = edgesOf([up(3), [4, 0, 14, 10], [0, 5, 4, 5]]);
    const isLeft = (edge: number, x: number, y: number) => isLeftOf(segments, segments, edge, x, y);
    expect([isLeft(0, 8, 0), isLeft(0, 8, 9), isLeft(0, 8, 10)]).toEqual([true, true, false]);
    expect([isLeft(0, 2, 5), isLeft(0, 3, 5), isLeft(0, 4, 5)]).toEqual([false, false, true]);
    expect([isLeft(1, 9, 5), isLeft(1, 10, 5), isLeft(2, 8, 5)]).toEqual([false, true, false]);
  });
});

describe("the face a component lies in", () => {
  /** Component -> the component of the cycle around it, and whether that is an outside. */
  function parents(...sources: Polygon[][]) {
    const { faces, components, parent } = arrangementOf(...sources).arrangement;
    return Array.from(parent, (cycle) =>
      cycle < 0 ? "none" : `${components.ofCycle[cycle]} ${faces.isOutside[cycle] ? "out" : "in"}`,
    );
  }

  test("is the nearest on its left, be it around it or beside it", () => {
    const sources = [[box(0, 0, 90, 90)], [box(10, 10, 20, 20)], [box(30, 12, 40, 20)]];
    expect(parents(...sources.map((rings) => [rings]))).toEqual(["none", "0 in", "1 out"]);
    expect(parents([[box(0, 0, 9, 9)]], [[box(20, 3, 25, 9)]])).toEqual(["none", "0 out"]);
    expect(parents([[box(0, 0, 9, 9)]], [[box(20, 9, 25, 12)]])).toEqual(["none", "none"]);
    expect(parents([[box(0, 3, 9, 9)]], [[box(20, 0, 25, 9)]])).toEqual(["none", "none"]);
  });

  test("is the nearest at its height, though a long flat edge comes near first", () => {
    // The flat one passes from (0, 45) to (900, 100) over the box, and is at height 50 near x = 82.
    const flat = [[[0, 45, 900, 100, 900, 130]]];
    const between = [[box(495, 40, 505, 60)]];
    const far = [[box(0, 900, 1000, 1000)]];
    expect(parents(flat, between, [[box(950, 50, 960, 55)]], far)).toEqual([
      "none",
      "none",
      "1 out",
      "none",
    ]);
  });

  test("is found whichever way the rings were drawn and numbered", () => {
    const island = [15, 30, 40, 70, 60, 30];
    for (const outer of drawings([0, 0, 0, 30, 0, 90, 90, 90, 90, 0])) {
      for (const inner of drawings(island)) {
        expect(parents([[inner]], [[outer]])).toEqual(["1 in", "none"]);
        expect(parents([[outer]], [[inner]])).toEqual(["none", "0 in"]);
      }
    }
  });

  test("is found by edges that begin below all rays, and is none where no edge crosses one", () => {
    expect(parents([[[0, 50, 10, 0, 12, 100]]], [[box(20, 60, 25, 70)]])).toEqual([
      "none",
      "0 out",
    ]);
    // Its leftmost corner is its top, so that no edge crosses its height.
    const hanging = (x: number, y: number) => [[x, y, x + 10, y - 10, x + 20, y - 5]];
    expect(parents([[box(0, 0, 9, 9)]], [hanging(20, 30)])).toEqual(["none", "none"]);
    expect(parents([[box(50, 20, 59, 29)]], [hanging(60, 5)])).toEqual(["none", "none"]);
    expect(parents([hanging(0, 30)], [hanging(40, 70)])).toEqual(["none", "none"]);
    expect(parents([hanging(40, 25)], [[box(0, 0, 90, 90)]])).toEqual(["1 in", "none"]);
  });

  test.each([
    [100, 0],
    [3000, -(2 ** 18)],
    [50_000, -(2 ** 30)],
    [4_000_000, -(2 ** 26)],
    [4_000_000, 2 ** 30],
  ])("islands in islands, %d steps apart from height %d on", (apart, bottom) => {
    // In each square of a board a square in a square, at heights of every kind.
    const sources: Polygon[][] = [[[box(-1, bottom - 1, 16 * apart, bottom + 20 * apart)]]];
    for (let i = 0; i < 320; i++) {
      const x = (i % 16) * apart + ((i * 37) % 40);
      const y = bottom + Math.floor(i / 16) * apart + ((i * 53) % 40);
      sources.push([[box(x, y, x + 40, y + 30)]], [[box(x + 5, y + (i % 9), x + 20, y + 20)]]);
    }
    const { certificate, cellArea, cellSources } = partition(shapesOf(sources), METRE);
    expect(certificate.passed).toBe(true);
    expect(cellArea[0]).toBe((16 * apart + 1) * (20 * apart + 1) - 320 * 1200);
    // One cell of the ground around, and for each island one in it and one in that.
    expect(cellSources.start.length - 1).toBe(641);
    expect(cellSources.ids.length).toBe(1 + 320 * (2 + 3));
  });
});
