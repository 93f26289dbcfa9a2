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
    fc.property(SEGMENTS, (segments) => {
      const { x, y, ids } = segments;
      const frame = frameOver(x, y, x.length, ids.length);
      const bands = sortIntoBands(segments, frame, undefined, 16);
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
