import { describe, expect, test } from "vitest";
import { partition } from "../../../server/core/overlay/partition.ts";
import { arrangementOf, box, METRE, type Polygon, shapesOf } from "./support.ts";

/** Directions of which no two are one, by their angle from due east. */
const DIRECTIONS = Array.from({ length: 81 }, (_, i) => [(i % 9) - 4, Math.floor(i / 9) - 4])
  .filter(([x, y]) => gcd(Math.abs(x!), Math.abs(y!)) === 1)
  .sort(([ax, ay], [bx, by]) => angle(ax!, ay!) - angle(bx!, by!)) as [number, number][];

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}

function angle(x: number, y: number): number {
  const from = Math.atan2(y, x);
  return from < 0 ? from + 2 * Math.PI : from;
}

/** Wedges between directions that follow each other, all with their tip in one point. */
function wedges(count: number, every: number): { ring: number[]; area: number }[] {
  return Array.from({ length: count }, (_, i) => {
    const [ax, ay] = DIRECTIONS[(i * every) % DIRECTIONS.length]!;
    const [bx, by] = DIRECTIONS[(i * every + 1) % DIRECTIONS.length]!;
    const at = (x: number, y: number) => [70 + 100 * x, 100 * y - 30];
    return {
      ring: [...at(0, 0), ...at(ax, ay), ...at(bx, by)],
      area: 5000 * (ax * by - ay * bx),
    };
  });
}

/** The same in an order that has nothing to do with their angles. */
const shuffled = <T>(list: readonly T[]): T[] =>
  list.map((_, i) => list[(i * 7) % list.length]!).filter((one, i, all) => all.indexOf(one) === i);

describe("edges around one point", () => {
  test.each([
    [2, 1],
    [3, 1],
    [12, 1],
    [13, 1],
    [32, 1],
    [2, 2],
    [11, 2],
    [12, 2],
    [13, 2],
    [16, 2],
  ])("%d wedges, each beside the next or next but one: %d", (count, every) => {
    const star = wedges(count, every);
    for (const drawn of [star, star.toReversed(), shuffled(star)]) {
      const sources: Polygon[][] = drawn.map(({ ring }, i) => [
        [i % 3 === 0 ? ring : [...ring.slice(4), ...ring.slice(2, 4), ...ring.slice(0, 2)]],
      ]);
      // Another node comes before.
      const touching = [[box(5000, 0, 5010, 10)], [box(5010, 10, 5020, 20)]];
      const result = partition(shapesOf([touching, ...sources]), METRE);
      expect(result.certificate.passed).toBe(true);
      expect([...result.sourceArea]).toEqual([200, ...drawn.map(({ area }) => area)]);
      expect(result.cellArea.length).toBe(drawn.length + 1);
      expect(result.holeArea.length).toBe(0);
    }
  });

  test("lead from each chain to the one that lies sharpest to the left", () => {
    const { faces } = arrangementOf(...wedges(32, 1).map(({ ring }) => [[ring]])).arrangement;
    const { next, chains } = faces.graph;
    // Each half follows just one, and ends where that begins.
    expect([...next].sort((a, b) => a - b)).toEqual([...next.keys()]);
    for (const [half, after] of next.entries()) {
      expect(chains.origin[after]).toBe(chains.origin[half ^ 1]);
    }
    // 32 triangles, and what lies around them.
    expect(faces.count).toBe(33);
  });

  test("are many at a node that one face may come by twice", () => {
    const busy = (count: number, every: number) => {
      const star = wedges(count, every).map(({ ring }) => [[ring]]);
      return [...arrangementOf(...star).arrangement.faces.graph.isBusy];
    };
    // Two wedges side by side: three chains meet at the tip and at the far end of their edge.
    expect(busy(2, 1)).toEqual([0, 0]);
    expect(busy(2, 2)).toEqual([1]);
  });
});
