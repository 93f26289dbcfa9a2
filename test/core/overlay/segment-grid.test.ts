import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Edges } from "../../../server/core/overlay/edges.ts";
import {
  allRows,
  type Frame,
  frameOver,
  NEAR,
  type SegmentGrid,
  type Segments,
  SortingRoom,
  sortIntoSquares,
} from "../../../server/core/overlay/segment-grid.ts";
import { Vertices } from "../../../server/core/overlay/vertices.ts";

type Line = readonly [number, number, number, number];

/** Segments of some lines, less those of no length and those that come twice. */
function segmentsOf(lines: readonly Line[]): { segments: Segments; frame: Frame } {
  const vertices = new Vertices(64);
  const edges = new Edges(64);
  for (const [ax, ay, bx, by] of lines) {
    const [a, b] = [vertices.id(ax, ay), vertices.id(bx, by)];
    if (a !== b) edges.half(a, b);
  }
  const ids = Int32Array.from(Array(edges.count).keys());
  const { x, y, count } = vertices;
  return {
    segments: { x, y, low: edges.low, high: edges.high, ids },
    frame: frameOver(x, y, count, edges.count),
  };
}

/** The segments of each square. */
const squaresOf = ({ start, ids }: SegmentGrid) =>
  Array.from(start.subarray(1), (end, square) => [...ids.subarray(start[square]!, end)]);

const endsOf = ({ x, y, low, high }: Segments, id: number): Line => [
  x[low[id]!]!,
  y[low[id]!]!,
  x[high[id]!]!,
  y[high[id]!]!,
];

/** Twice the area between a line and a point; its sign is the side. */
const sideOf = ([ax, ay, bx, by]: Line, px: number, py: number) =>
  (bx - ax) * (py - ay) - (by - ay) * (px - ax);

/** Asserts that each pixel's square lists the segments that come near its centre. */
function expectNearListed(segments: Segments, grid: SegmentGrid, squares: number[][]): void {
  const { left, bottom, side, columns } = grid;
  for (const id of segments.ids) {
    const line = endsOf(segments, id);
    const [ax, ay, bx, by] = line;
    const near = NEAR * (Math.abs(bx - ax) + Math.abs(by - ay));
    for (let py = Math.min(ay, by); py <= Math.max(ay, by); py++) {
      for (let px = Math.min(ax, bx); px <= Math.max(ax, bx); px++) {
        if (Math.abs(sideOf(line, px, py)) > near) continue;
        const square = Math.floor((py - bottom) / side) * columns + Math.floor((px - left) / side);
        if (!squares[square]!.includes(id)) expect([line, px, py]).toBe("listed");
      }
    }
  }
}

/** Asserts that a square lists none that stays more than three steps off, in x and in y. */
function expectNoneFar(segments: Segments, grid: SegmentGrid, squares: number[][]): void {
  squares.forEach((listed, square) => {
    expect(new Set(listed).size).toBe(listed.length);
    const west = grid.left + (square % grid.columns) * grid.side;
    const south = grid.bottom + Math.floor(square / grid.columns) * grid.side;
    const [east, north] = [west + grid.side, south + grid.side];
    for (const id of listed) {
      const line = endsOf(segments, id);
      const [ax, ay, bx, by] = line;
      expect(Math.max(ax, bx) + 1).toBeGreaterThanOrEqual(west);
      expect(Math.min(ax, bx) - 1).toBeLessThan(east);
      expect(Math.max(ay, by) + 1).toBeGreaterThanOrEqual(south);
      expect(Math.min(ay, by) - 1).toBeLessThan(north);
      const sides = [west - 3, east + 3].flatMap((px) =>
        [south - 3, north + 3].map((py) => Math.sign(sideOf(line, px, py))),
      );
      expect(Math.abs(sides.reduce((sum, one) => sum + one, 0))).toBeLessThan(4);
    }
  });
}

const SPREAD = fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: -150, max: 150 }));
const LINES = fc.array(fc.tuple(SPREAD, SPREAD, SPREAD, SPREAD), { minLength: 1, maxLength: 12 });

describe("squares", () => {
  test("list the segments that come near the centre of a pixel in them, and none that is far", () => {
    const room = new SortingRoom();
    fc.assert(
      fc.property(LINES, (lines) => {
        const { segments, frame } = segmentsOf(lines);
        // In a room that was used before.
        const grid = sortIntoSquares(segments, frame, allRows(frame), room);
        const squares = squaresOf(grid);
        expect(squares).toHaveLength(frame.columns * frame.rows);
        expectNearListed(segments, grid, squares);
        expectNoneFar(segments, grid, squares);
      }),
      { seed: 45, numRuns: 300 },
    );
  });

  test("of some rows list what they list among all", () => {
    fc.assert(
      fc.property(LINES, fc.nat(), fc.nat(), (lines, some, more) => {
        const { segments, frame } = segmentsOf(lines);
        const from = some % frame.rows;
        const to = from + 1 + (more % (frame.rows - from));
        const all = squaresOf(sortIntoSquares(segments, frame));
        const grid = sortIntoSquares(segments, frame, { from, to });
        expect(squaresOf(grid)).toEqual(all.slice(from * frame.columns, to * frame.columns));
        expect(grid).toMatchObject({ rows: to - from, bottom: frame.bottom + from * frame.side });
      }),
      { seed: 46, numRuns: 200 },
    );
  });

  test("may be more each time in one room", () => {
    const { segments } = segmentsOf([[0, 4, 9, 5]]);
    const room = new SortingRoom();
    for (const columns of [1, 3, 7, 15, 2]) {
      // The segment lies in the last of the squares.
      const frame = { left: 16 - 16 * columns - 2, bottom: 0, side: 16, columns, rows: 1 };
      const grid = sortIntoSquares(segments, frame, allRows(frame), room);
      const before = Array.from({ length: columns - 1 }, () => []);
      expect(squaresOf(grid)).toEqual([...before, [0]]);
    }
  });

  test("make room for segments that visit many", () => {
    // From corner to corner of 8 by 8 squares, and back and forth across all rows.
    const lines = Array.from({ length: 40 }, (_, i): Line => [i, 0, 795 - i, 795]);
    const { segments, frame } = segmentsOf(lines);
    const grid = sortIntoSquares(segments, frame);
    const squares = squaresOf(grid);
    expectNearListed(segments, grid, squares);
    expectNoneFar(segments, grid, squares);
  });
});

describe("the frame over vertices", () => {
  /** Over two corners, for so many segments. */
  const over = ([ax, ay, bx, by]: Line, count: number) =>
    frameOver(Int32Array.of(ax, bx), Int32Array.of(ay, by), 2, count);

  test.each<readonly [string, Line, number, Frame]>([
    // 1,500 squares over 1,000 by 1,000 steps: 25.8 wide.
    [
      "one and a half a segment",
      [0, 0, 995, 995],
      1000,
      { left: -2, bottom: -2, side: 26, columns: 39, rows: 39 },
    ],
    // 64 squares over 6,400 by 1,600 steps: 400 wide.
    [
      "64 at least",
      [3195, 795, -3200, -800],
      1,
      { left: -3202, bottom: -802, side: 400, columns: 16, rows: 4 },
    ],
    [
      "16 steps wide at least",
      [5, 5, 5, 5],
      9,
      { left: 3, bottom: 3, side: 16, columns: 1, rows: 1 },
    ],
    // 150 squares in one row of a million steps.
    [
      "no more in a row than in all",
      [0, 7, 999_995, 7],
      100,
      { left: -2, bottom: 5, side: 6667, columns: 150, rows: 1 },
    ],
    // 12 million over 4,000,000,000 by 3,000,000,000 steps: a million wide.
    [
      "12 million at most",
      [-2e9, -1.5e9, 2e9 - 5, 1.5e9 - 5],
      1e8,
      { left: -2e9 - 2, bottom: -1.5e9 - 2, side: 1e6, columns: 4000, rows: 3000 },
    ],
  ])("has squares: %s", (_, corners, count, frame) => {
    expect(over(corners, count)).toEqual(frame);
    const [ax, ay, bx, by] = corners;
    expect(over([bx, by, ax, ay], count)).toEqual(frame);
    expect(over([ax, by, bx, ay], count)).toEqual(frame);
  });

  test("of no vertex, and of the first of some, has one square", () => {
    const alone = { left: -2, bottom: -2, side: 16, columns: 1, rows: 1 };
    expect(frameOver(new Int32Array(0), new Int32Array(0), 0, 0)).toEqual(alone);
    expect(frameOver(Int32Array.of(0, 90), Int32Array.of(0, 90), 1, 1)).toEqual(alone);
  });
});
