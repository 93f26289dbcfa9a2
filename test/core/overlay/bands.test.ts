import fc from "fast-check";
import { expect, test } from "vitest";
import { rowsOf, segmentsOf, sortIntoBands } from "../../../server/core/overlay/bands.ts";
import {
  frameOver,
  type SegmentGrid,
  type Segments,
  SortingRoom,
  sortIntoSquares,
} from "../../../server/core/overlay/segment-grid.ts";

/** Segments between random points of a small ground, so that many end next to a row's edge. */
const SEGMENTS: fc.Arbitrary<Segments> = fc
  .array(fc.tuple(fc.nat(900), fc.nat(900)), { minLength: 200, maxLength: 900 })
  .map((points) => ({
    x: Int32Array.from(points, ([x]) => x),
    y: Int32Array.from(points, ([, y]) => y),
    low: Int32Array.from({ length: points.length >> 1 }, (_, i) => 2 * i),
    high: Int32Array.from({ length: points.length >> 1 }, (_, i) => 2 * i + 1),
    ids: Int32Array.from({ length: points.length >> 1 }, (_, i) => i),
  }));

/** What is listed in each square, ascending. */
const inSquares = ({ start, ids }: SegmentGrid) =>
  Array.from(start.subarray(1), (end, square) => ids.slice(start[square]!, end).sort());

test("a band has all that comes near its rows", () => {
  const counts = new Set<number>();
  const room = new SortingRoom();
  fc.assert(
    fc.property(SEGMENTS, fc.constantFrom(1, 16, 100), (segments, load) => {
      const { x, y, ids } = segments;
      const frame = frameOver(x, y, x.length, ids.length);
      const bands = sortIntoBands(segments, frame, undefined, load);
      counts.add(bands.count);
      let row = 0;
      for (let band = 0; band < bands.count; band++) {
        const rows = rowsOf(bands, band);
        expect(rows.from).toBe(row);
        row = rows.to;
        const own = { ...segments, ids: segmentsOf(bands, band) };
        const grid = sortIntoSquares(own, frame, rows, room);
        expect(inSquares(grid)).toEqual(inSquares(sortIntoSquares(segments, frame, rows)));
      }
      expect(row).toBe(frame.rows);
    }),
    { seed: 21, numRuns: 60 },
  );
  expect(Math.max(...counts)).toBeGreaterThan(2);
});

test("all segments in one row are one band", () => {
  const ids = Int32Array.from({ length: 500 }, (_, i) => i);
  const x = Int32Array.from({ length: 1000 }, (_, i) => i);
  const segments = {
    x,
    y: new Int32Array(1000),
    low: ids.map((i) => 2 * i),
    high: ids.map((i) => 2 * i + 1),
    ids,
  };
  const bands = sortIntoBands(segments, frameOver(x, segments.y, 1000, 500), undefined, 16);
  expect([bands.count, segmentsOf(bands, 0)]).toEqual([1, ids]);
});

test("however many rows and segments, bands can be numbered, and each row is in one", () => {
  const ids = Int32Array.from({ length: 2 ** 18 }, (_, i) => i);
  // 32 segments begin in each row; of every sixteenth, which tells where they crowd, that is two.
  const y = Int32Array.from(
    { length: 2 * ids.length },
    (_, i) => 16 * ((i >> 6) * 2 + +(i % 64 > 31)),
  );
  const segments = { x: ids.map((i) => i % 7), y, low: ids, high: ids.map((i) => i + 1), ids };
  const frame = { left: -2, bottom: -2, side: 16, columns: 1, rows: 2 ** 14 + 1 };
  const { count, firstRow, start } = sortIntoBands(segments, frame, undefined, 1);
  expect(count).toBeGreaterThan(2 ** 12);
  expect(count).toBeLessThan(2 ** 16);
  expect([firstRow[0], firstRow[count], firstRow.length]).toEqual([0, frame.rows, count + 1]);
  expect(firstRow.every((row, band) => band === 0 || row > firstRow[band - 1]!)).toBe(true);
  expect(start[count]!).toBeGreaterThanOrEqual(ids.length);
});

test("one segment from corner to corner of the grid is one band", () => {
  const [least, most] = [16 - 2 ** 31, 2 ** 31 - 16];
  const segments = {
    x: Int32Array.of(least, most),
    y: Int32Array.of(least, most),
    low: Int32Array.of(0),
    high: Int32Array.of(1),
    ids: Int32Array.of(0),
  };
  const bands = sortIntoBands(segments, frameOver(segments.x, segments.y, 2, 1));
  expect([bands.count, ...bands.ids]).toEqual([1, 0]);
});
