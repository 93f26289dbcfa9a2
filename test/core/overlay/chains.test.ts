import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Chains, chainEdges } from "../../../server/core/overlay/chains.ts";
import { Edges } from "../../../server/core/overlay/edges.ts";
import { LIGHT, wholeOf } from "../../../server/core/overlay/exact-area.ts";
import { Vertices } from "../../../server/core/overlay/vertices.ts";
import { box, nodedOf, type Polygon } from "./support.ts";

type Point = readonly [number, number];

/** Edges between points, numbered as they are listed. */
function edgesOf(lines: readonly (readonly [Point, Point])[]) {
  const vertices = new Vertices(64);
  const edges = new Edges(64);
  for (const [a, b] of lines) edges.half(vertices.id(...a), vertices.id(...b));
  return { vertices, edges };
}

/** The vertices of a chain. */
function pointsOf({ start, xy }: Chains, chain: number): Point[] {
  const points: Point[] = [];
  for (let v = start[chain]!; v < start[chain + 1]!; v++) points.push([xy[2 * v]!, xy[2 * v + 1]!]);
  return points;
}

const byXThenY = ([ax, ay]: Point, [bx, by]: Point) => ax - bx || ay - by;
const lineOf = (a: Point, b: Point) => [a, b].sort(byXThenY).join(" to ");
const stepsOf = (points: readonly Point[]) =>
  points.slice(1).map((end, i) => [points[i]!, end] as const);

/** The live edges of sources that were noded: each with its owners, and how many meet where. */
function liveEdges({ noded: { vertices, edges }, owners }: ReturnType<typeof nodedOf>) {
  const ownersOf = new Map<string, number>();
  const meeting = new Map<string, number>();
  for (let edge = 0; edge < edges.count; edge++) {
    if (owners.setOfEdge[edge] === 0) continue;
    const [a, b] = [edges.low[edge]!, edges.high[edge]!].map(
      (v) => [vertices.x[v]!, vertices.y[v]!] as const,
    ) as [Point, Point];
    ownersOf.set(lineOf(a, b), owners.setOfEdge[edge]!);
    for (const end of [a, b]) meeting.set(`${end}`, (meeting.get(`${end}`) ?? 0) + 1);
  }
  return { ownersOf, meeting };
}

function expectChainsOf(sources: readonly (readonly Polygon[])[]): void {
  const cut = nodedOf(...sources);
  const { ownersOf, meeting } = liveEdges(cut);
  const chains = chainEdges(cut.noded.vertices, cut.noded.edges, cut.owners.setOfEdge);
  const nodes = new Map<string, number>();
  for (let chain = 0; chain < chains.count; chain++) {
    const points = pointsOf(chains, chain);
    const steps = stepsOf(points);
    for (const [a, b] of steps) {
      expect(ownersOf.get(lineOf(a, b))).toBe(chains.owners[chain]);
      ownersOf.delete(lineOf(a, b));
    }
    // Between its ends it meets nothing, and at its ends it meets something or itself alone.
    for (const point of points.slice(1, -1)) expect(meeting.get(`${point}`)).toBe(2);
    const [first, last] = [points[0]!, points.at(-1)!];
    if (meeting.get(`${first}`) === 2) expect(last).toEqual(first);
    for (const [half, end] of [first, last].entries()) {
      const node = chains.origin[2 * chain + half]!;
      expect(nodes.get(`${end}`) ?? node).toBe(node);
      nodes.set(`${end}`, node);
    }
    const lowest = chains.lowest[chain]!;
    expect([chains.xy[2 * lowest], chains.xy[2 * lowest + 1]]).toEqual(points.sort(byXThenY)[0]);
    const below = steps.reduce((sum, [[ax, ay], [bx, by]]) => sum + (ax - bx) * (ay + by), 0);
    const pair = chains.areas.subarray(2 * chain, 2 * chain + 2);
    expect(wholeOf(pair[0]!, pair[1]!)).toBe(BigInt(below));
  }
  // Each live edge once, and each node under one number.
  expect([...ownersOf.keys()]).toEqual([]);
  expect([...nodes.values()].sort((a, b) => a - b)).toEqual([...Array(chains.nodeCount).keys()]);
}

describe("chains", () => {
  test("take each live edge once and run from node to node", () => {
    const point = fc.tuple(fc.integer({ min: -6, max: 6 }), fc.integer({ min: -6, max: 6 }));
    const ring = fc.array(point, { minLength: 3, maxLength: 9 }).map((points) => points.flat());
    const source = fc.array(fc.array(ring, { minLength: 1, maxLength: 2 }), { maxLength: 2 });
    fc.assert(fc.property(fc.array(source, { maxLength: 3 }), expectChainsOf), {
      seed: 41,
      numRuns: 300,
    });
  });

  test("of two squares side by side are three, between two nodes", () => {
    const { noded, owners } = nodedOf([[box(0, 0, 5, 5)]], [[box(5, 0, 10, 5)]]);
    const chains = chainEdges(noded.vertices, noded.edges, owners.setOfEdge);
    expect([chains.count, chains.nodeCount]).toEqual([3, 2]);
  });

  test("leave out edges without owners, such as lie between parts that were united before", () => {
    // A square and a line across its corner, which nobody owns.
    const corners: Point[] = [
      [0, 0],
      [5, 0],
      [5, 5],
      [0, 5],
    ];
    const across = [corners[1]!, corners[3]!] as const;
    const { vertices, edges } = edgesOf([across, ...stepsOf([...corners, corners[0]!])]);
    const chains = chainEdges(vertices, edges, Int32Array.of(0, 1, 1, 1, 1));
    expect([chains.count, chains.nodeCount]).toEqual([1, 1]);
    expect(pointsOf(chains, 0)).toHaveLength(5);
  });

  test("are one for a line whose ends meet nothing", () => {
    const points: Point[] = [
      [0, 0],
      [2, 1],
      [4, 0],
    ];
    const [first, second] = stepsOf(points) as [readonly [Point, Point], readonly [Point, Point]];
    const { vertices, edges } = edgesOf([second, first]);
    const chains = chainEdges(vertices, edges, Int32Array.of(1, 1));
    expect([chains.count, chains.nodeCount]).toEqual([1, 2]);
    expect([...chains.origin.subarray(0, 2)].sort()).toEqual([0, 1]);
    expect(pointsOf(chains, 0).sort(byXThenY)).toEqual(points);
  });

  test("are refused where owners change at a vertex at which nothing else ends", () => {
    const { vertices, edges } = edgesOf(
      stepsOf([
        [0, 0],
        [2, 1],
        [4, 0],
      ]),
    );
    const change = () => chainEdges(vertices, edges, Int32Array.of(1, 2));
    expect(change).toThrow("Edge 1 changes owners within a chain.");
  });

  test("end where they hold more ground than doubles add exactly, and go on from there", () => {
    const reach = 2 ** 31 - 9;
    // Round and round along the edge of the grid, each round further in, and straight back.
    const rounds = Array.from({ length: 12 }, (_, i): Point[] => {
      const [out, low] = [reach - 4 * i, 4 * i - reach];
      return [
        [low, low],
        [out, low],
        [out, out],
        [low + 2, out],
      ];
    }).flat();
    const ring = [...rounds, rounds[0]!];
    const steps = stepsOf(ring);
    // The edges are numbered in an order that is not that of the ring.
    const { vertices, edges } = edgesOf(steps.map((_, i) => steps[(i * 7) % steps.length]!));
    const chains = chainEdges(vertices, edges, new Int32Array(steps.length).fill(1));
    const ground = (chain: number) => {
      const [high, low] = chains.areas.subarray(2 * chain, 2 * chain + 2);
      return Math.max(Math.abs(high!), Math.abs(low!));
    };
    // 24 edges of nearly 2^48 each.
    expect(chains.count).toBe(3);
    expect(chains.nodeCount).toBe(3);
    expect([0, 1, 2].map((chain) => ground(chain) >= LIGHT)).toEqual([true, true, false]);
    expect([1, 3, 5].map((half) => chains.origin[half])).toEqual(
      [2, 4, 0].map((half) => chains.origin[half]),
    );
  });
});
