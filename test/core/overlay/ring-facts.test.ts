import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { measureRings } from "../../../server/core/overlay/ring-facts.ts";
import { box, nodedOf, type Polygon, type Ring } from "./support.ts";

type Point = readonly [number, number];
type Cut = ReturnType<typeof nodedOf>;

const factsOf = ({ shapes, input, noded }: Cut) => measureRings(shapes, input, noded);
const pointsOf = (ring: Ring): Point[] =>
  ring.flatMap((x, i) => (i % 2 ? [] : [[x, ring[i + 1]!] as const]));

/** Twice the area of a closed walk, exact, by the ground under its edges. */
function twiceUnder(points: readonly Point[]): bigint {
  return points.reduce((sum, [ax, ay], i) => {
    const [bx, by] = points[(i + 1) % points.length]!;
    return sum + (BigInt(ax) - BigInt(bx)) * (BigInt(ay) + BigInt(by));
  }, 0n);
}

/** Each edge of a ring as the vertices it was led through, both ends among them. */
function ledThrough({ shapes, input, noded }: Cut, ring: number): Point[][] {
  const { vertices, edges, pieceStart, pieces } = noded;
  const at = (v: number): Point => [vertices.x[v]!, vertices.y[v]!];
  const ways: Point[][] = [];
  for (let i = shapes.ringVertex[ring]!; i < shapes.ringVertex[ring + 1]!; i++) {
    const half = input.ringHalf[i]!;
    if (half < 0) continue;
    const edge = half >> 1;
    const way = [at(edges.low[edge]!)];
    for (const piece of pieces.subarray(pieceStart[edge]!, pieceStart[edge + 1]!)) {
      way.push(at(piece & 1 ? edges.low[piece >> 1]! : edges.high[piece >> 1]!));
    }
    ways.push(half & 1 ? way.reverse() : way);
  }
  return ways;
}

/** How far a point lies from the line of an edge. */
function distance([px, py]: Point, way: readonly Point[]): number {
  const [[ax, ay], [bx, by]] = [way[0]!, way.at(-1)!];
  return Math.abs((bx - ax) * (py - ay) - (by - ay) * (px - ax)) / Math.hypot(bx - ax, by - ay);
}

/** Asserts that rings are measured as their own vertices say. */
function expectMeasured(...sources: (readonly Polygon[])[]): ReturnType<typeof measureRings> {
  const cut = nodedOf(...sources);
  const facts = factsOf(cut);
  let drift = 0;
  sources.flat(2).forEach((ring, number) => {
    const corners = pointsOf(ring);
    expect(facts.before[number]).toBe(twiceUnder(corners));
    const length = corners.reduce((sum, [x, y], i) => {
      const [fromX, fromY] = corners.at(i - 1)!;
      return sum + Math.hypot(x - fromX, y - fromY);
    }, 0);
    expect(facts.perimeter[number]).toBeCloseTo(length, 6);
    const ways = ledThrough(cut, number);
    const walk = ways.flatMap((way) => way.slice(0, -1));
    expect(facts.after[number]).toBe(twiceUnder(walk));
    const turnsBack = walk.some((point, i) => {
      const after = walk[(i + 2) % walk.length]!;
      return `${point}` === `${after}`;
    });
    expect(facts.spikes[number]).toBe(turnsBack ? 1 : 0);
    for (const way of ways) for (const point of way) drift = Math.max(drift, distance(point, way));
  });
  expect(facts.drift).toBeCloseTo(drift, 12);
  return facts;
}

describe("what is known of rings", () => {
  test("is what their vertices say, before and after they were noded", () => {
    const coordinate = fc.integer({ min: -40, max: 40 });
    const ring = fc
      .array(fc.tuple(coordinate, coordinate), { maxLength: 7 })
      .map((points) => points.flat());
    const source = fc.array(fc.array(ring, { minLength: 1, maxLength: 2 }), { maxLength: 2 });
    fc.assert(
      fc.property(fc.array(source, { maxLength: 3 }), (sources) => {
        expectMeasured(...sources);
      }),
      { seed: 44, numRuns: 300 },
    );
  });

  test("of a triangle of 3, 4 and 5 steps: it runs clockwise and is not bent", () => {
    const facts = expectMeasured([[[0, 0, 0, 4, 3, 0]]]);
    expect(facts).toMatchObject({ before: [-12n], after: [-12n], drift: 0 });
    expect([...facts.perimeter]).toEqual([12]);
  });

  test("two triangles that cross once beside a grid point are both led through it", () => {
    // The long sides cross at x = 10 / 3, y = 4 / 3: a third of a step from the point (3, 1).
    const facts = expectMeasured([[[0, 0, 10, 4, 0, 4]]], [[[0, 3, 10, -2, 0, -2]]]);
    expect(facts.before).toEqual([40n, -50n]);
    // The point lies below both: twice 1 between it and the one, twice 2.5 between it and the other.
    expect(facts.after).toEqual([40n + 2n, -50n + 5n]);
    expect(facts.drift).toBeCloseTo(5 / Math.sqrt(125), 12);
  });

  test.each([
    ["at the start of the ring", [20, 0, 10, 0, 10, 10, 0, 10, 0, 0, 10, 0]],
    ["in its midst", [0, 0, 10, 0, 20, 0, 10, 0, 10, 10, 0, 10]],
    ["where it is closed", [10, 0, 10, 10, 0, 10, 0, 0, 10, 0, 20, 0]],
    [
      "where its last points fall on the first",
      [20, 0, 10, 0, 10, 10, 0, 10, 0, 0, 10, 0, 20, 0, 20, 0],
    ],
    ["after a point that comes twice", [20, 0, 20, 0, 10, 0, 10, 10, 0, 10, 0, 0, 10, 0]],
  ])("tells a spike %s, also where another source cuts it", (_, ring) => {
    expect([...expectMeasured([[ring]]).spikes]).toEqual([1]);
    expect([...expectMeasured([[ring]], [[box(13, -3, 16, 3)]]).spikes]).toEqual([1, 0]);
  });

  test("of a spike that ends within an edge: it turns back at the end of a piece", () => {
    expect([...expectMeasured([[[0, 0, 20, 0, 10, 0, 10, 10]]]).spikes]).toEqual([1]);
    expect([...expectMeasured([[[10, 10, 0, 0, 20, 0, 10, 0]]]).spikes]).toEqual([1]);
  });

  test("of a spike along the edge that was read first", () => {
    const spiked = [20, 0, 10, 0, 10, -10, 0, -5, 10, 0];
    expect([...expectMeasured([[box(10, 0, 20, 10)]], [[spiked]]).spikes]).toEqual([0, 1]);
  });

  test("over the whole grid is exact", () => {
    const most = 2 ** 31 - 9;
    const facts = expectMeasured(
      [[box(-most, -most, most, most)]],
      [[[-most, -1, most, 1, most, -1]]],
    );
    expect(facts.before[0]).toBe(2n * BigInt(2 * most) ** 2n);
  });
});
