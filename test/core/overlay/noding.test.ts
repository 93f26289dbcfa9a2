import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readInputEdges } from "../../../server/core/overlay/input-edges.ts";
import type { Shapes } from "../../../server/core/overlay/model.ts";
import {
  type Noded,
  nodeEdges,
  type SearchAll,
  searchHere,
} from "../../../server/core/overlay/noding.ts";
import { partition } from "../../../server/core/overlay/partition.ts";
import { searchRows } from "../../../server/core/overlay/search-squares.ts";
import { METRE, shapesOf } from "./support.ts";

const still = () => {};

/** Scribbles of long and short edges on a grid of the given size. */
function scribbles(size: number, edges: number): fc.Arbitrary<Shapes> {
  const coordinate = fc.integer({ min: -size, max: size });
  const point = fc.tuple(coordinate, coordinate).map((p) => p);
  const ring = fc.array(point, { minLength: 3, maxLength: edges }).map((p) => p.flat());
  return fc
    .array(ring, { minLength: 1, maxLength: 6 })
    .map((rings) => shapesOf(rings.map((r) => [[r]])));
}

const ALL = fc.oneof(
  scribbles(8, 12),
  scribbles(100, 25),
  scribbles(20_000, 25),
  scribbles(2 ** 31 - 20, 8),
);

function noded(shapes: Shapes, search: SearchAll = searchHere(still)): Noded {
  return nodeEdges(readInputEdges(shapes), still, search);
}

/** Exact, and by comparing everything with everything: shares nothing with the engine. */
function faults({ vertices, edges, isFinal }: Noded): string[] {
  const found: string[] = [];
  const big = (v: number) => [BigInt(vertices.x[v]!), BigInt(vertices.y[v]!)] as const;
  const turn = (p: number, q: number, r: number): bigint => {
    const [[ax, ay], [bx, by], [cx, cy]] = [big(p), big(q), big(r)];
    const cross = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
    return cross > 0n ? 1n : cross < 0n ? -1n : 0n;
  };
  const live = [...Array(edges.count).keys()].filter((edge) => isFinal[edge] === 1);
  for (const e of live) {
    const [a, b] = [edges.low[e]!, edges.high[e]!];
    for (const f of live) {
      const [c, d] = [edges.low[f]!, edges.high[f]!];
      if (f > e && turn(a, b, c) * turn(a, b, d) < 0n && turn(c, d, a) * turn(c, d, b) < 0n) {
        found.push(`edges ${e} and ${f} cross`);
      }
    }
    for (let v = 0; v < vertices.count; v++) {
      if (v !== a && v !== b && meetsPixelOf(big(a), big(b), big(v))) {
        found.push(`edge ${e} meets the pixel of vertex ${v}`);
      }
    }
  }
  return found;
}

type Big = readonly [bigint, bigint];

/** Clips the segment to the half-open pixel by its parameter, in fractions of integers. */
function meetsPixelOf([ax, ay]: Big, [bx, by]: Big, [px, py]: Big): boolean {
  // Doubled, so that the pixel's sides are integers: [low, high) in both axes.
  let from = { n: 0n, d: 1n, open: false };
  let to = { n: 1n, d: 1n, open: false };
  for (const [a, b, p] of [
    [ax, bx, px],
    [ay, by, py],
  ] as const) {
    const [start, delta] = [2n * a, 2n * (b - a)];
    const [low, high] = [2n * p - 1n, 2n * p + 1n];
    if (delta === 0n) {
      if (start < low || start >= high) return false;
      continue;
    }
    const up = delta > 0n;
    const d = up ? delta : -delta;
    const enter = { n: up ? low - start : start - high, d, open: !up };
    const leave = { n: up ? high - start : start - low, d, open: up };
    const later = enter.n * from.d - from.n * enter.d;
    if (later > 0n || (later === 0n && enter.open)) from = enter;
    const earlier = leave.n * to.d - to.n * leave.d;
    if (earlier < 0n || (earlier === 0n && leave.open)) to = leave;
  }
  const room = to.n * from.d - from.n * to.d;
  return room > 0n || (room === 0n && !from.open && !to.open);
}

describe("noding", () => {
  test("leaves no crossing and no edge through the pixel of a vertex", () => {
    fc.assert(
      fc.property(ALL, (shapes) => {
        expect(faults(noded(shapes))).toEqual([]);
      }),
      { seed: 11, numRuns: 24 },
    );
  });

  test("shared out among threads gives the same bytes, in whatever order they finish", () => {
    const shared =
      (threads: number): SearchAll =>
      (segments, frame) => {
        const bound = (i: number) => Math.floor((frame.rows * i) / threads);
        return Array.from({ length: threads }, (_, i) =>
          searchRows(segments, frame, { from: bound(i), to: bound(i + 1) }),
        ).reverse();
      };
    fc.assert(
      fc.property(ALL, (shapes) => {
        const one = partition(shapes, METRE);
        expect(partition(shapes, METRE, { search: shared(2) })).toEqual(one);
        expect(partition(shapes, METRE, { search: shared(7) })).toEqual(one);
      }),
      { seed: 12, numRuns: 30 },
    );
  });

  test("a bent edge may need another pass", () => {
    const passes = new Set<number>();
    fc.assert(
      fc.property(scribbles(8, 12), (shapes) => {
        passes.add(noded(shapes).passes);
      }),
      { seed: 13, numRuns: 50 },
    );
    // One pass finds the splits, one more confirms; some cases need a third.
    expect(Math.max(...passes)).toBeGreaterThan(2);
  });

  test("near misses are all that later passes need: a search of everything finds no more", () => {
    const passes: number[] = [];
    fc.assert(
      fc.property(fc.oneof(scribbles(8, 12), scribbles(12, 30)), (shapes) => {
        const result = noded(shapes);
        passes.push(result.passes);
        expect(faults(result)).toEqual([]);
      }),
      { seed: 15, numRuns: 60 },
    );
    expect(passes.filter((count) => count > 2).length).toBeGreaterThan(10);
  });

  test("the pieces of an edge run from its low to its high end", () => {
    fc.assert(
      fc.property(scribbles(100, 20), (shapes) => {
        const { edges, pieces, pieceStart, inputEdges } = noded(shapes);
        for (let edge = 0; edge < inputEdges; edge++) {
          let at = edges.low[edge]!;
          for (const half of pieces.subarray(pieceStart[edge]!, pieceStart[edge + 1]!)) {
            const ends = [edges.low[half >> 1]!, edges.high[half >> 1]!];
            expect(half & 1 ? ends[1] : ends[0]).toBe(at);
            at = (half & 1 ? ends[0] : ends[1])!;
          }
          expect(at).toBe(edges.high[edge]);
        }
      }),
      { seed: 14, numRuns: 100 },
    );
  });
});
