import fc from "fast-check";
import { expect, test } from "vitest";
import { Edges } from "../../../server/core/overlay/edges.ts";
import { Ray } from "../../../server/core/overlay/nesting.ts";
import { crossSign } from "../../../server/core/overlay/orientation.ts";
import { EdgeSquares } from "../../../server/core/overlay/session/edge-squares.ts";
import { Vertices } from "../../../server/core/overlay/vertices.ts";

/** Short edges, edges across half the ground, and some that come later and lie beyond it. */
const SPREAD = fc.oneof(
  fc.integer({ min: 0, max: 60 }),
  fc.integer({ min: 0, max: 5000 }),
  fc.integer({ min: -40_000, max: 40_000 }),
);
const LINES = fc.array(fc.tuple(SPREAD, SPREAD, SPREAD, SPREAD), { minLength: 2, maxLength: 40 });

function readerOf() {
  return { vertices: new Vertices(64), edges: new Edges(64) };
}

type Reader = ReturnType<typeof readerOf>;

function addAll({ vertices, edges }: Reader, lines: readonly (readonly number[])[]): void {
  for (const [ax, ay, bx, by] of lines) {
    const [a, b] = [vertices.id(ax!, ay!), vertices.id(bx!, by!)];
    if (a !== b) edges.half(a, b);
  }
}

/** Whether two edges have a point in common. */
function meet({ vertices: { x, y }, edges: { low, high } }: Reader, e: number, f: number): boolean {
  const ends = [low[e]!, high[e]!, low[f]!, high[f]!] as const;
  const side = (p: number, q: number, v: number) =>
    crossSign(x[q]! - x[p]!, y[q]! - y[p]!, x[v]! - x[p]!, y[v]! - y[p]!);
  const [a, b, c, d] = ends;
  const apart = (list: Int32Array<ArrayBufferLike>) =>
    Math.max(list[a]!, list[b]!) < Math.min(list[c]!, list[d]!) ||
    Math.max(list[c]!, list[d]!) < Math.min(list[a]!, list[b]!);
  if (apart(x) || apart(y)) return false;
  return side(a, b, c) * side(a, b, d) <= 0 && side(c, d, a) * side(c, d, b) <= 0;
}

test("edges that meet are near each other, however long, wherever and whenever they came", () => {
  fc.assert(
    fc.property(LINES, LINES, (first, later) => {
      const reader = readerOf();
      addAll(reader, first);
      const squares = new EdgeSquares(reader);
      squares.near([]);
      addAll(reader, later);
      for (let edge = 0; edge < reader.edges.count; edge++) {
        const near = squares.near([edge]);
        expect(new Set(near).size).toBe(near.length);
        for (let other = 0; other < reader.edges.count; other++) {
          if (meet(reader, edge, other)) expect(near).toContain(other);
        }
      }
    }),
    { seed: 31, numRuns: 150 },
  );
});

test("edges that end in a box are found within it, and a ray meets what it meets among all", () => {
  fc.assert(
    fc.property(LINES, SPREAD, SPREAD, (lines, px, py) => {
      const reader = readerOf();
      addAll(reader, lines);
      const { vertices, edges } = reader;
      const squares = new EdgeSquares(reader);
      const box = { west: px - 50, south: py - 50, east: px + 50, north: py + 50 };
      const found = new Set(squares.within(box));
      for (let edge = 0; edge < edges.count; edge++) {
        for (const v of [edges.low[edge]!, edges.high[edge]!]) {
          const [x, y] = [vertices.x[v]!, vertices.y[v]!];
          if (x >= box.west && x <= box.east && y >= box.south && y <= box.north) {
            expect(found).toContain(edge);
          }
        }
      }
      const [all, some] = [0, 1].map(() => new Ray(vertices, edges, px, py)) as [Ray, Ray];
      for (let edge = 0; edge < edges.count; edge++) all.meet(edge);
      for (const told of squares.leftwards(px, py)) {
        for (const edge of told.edges) some.meet(edge);
        if (some.bestX > told.downTo) break;
      }
      expect(some.bestX).toBe(all.bestX);
    }),
    { seed: 32, numRuns: 300 },
  );
});
