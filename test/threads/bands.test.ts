import fc from "fast-check";
import { expect, test } from "vitest";
import {
  frameOver,
  type Segments,
  sortIntoSquares,
} from "../../server/core/overlay/segment-grid.ts";
import { cutIntoBands, segmentsOfBand, task } from "../../server/threads/bands.ts";

const work = { stopped: () => false, advance: () => {} };

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

test("a band has all that comes near its rows, in the order of the segments", () => {
  const counts = new Set<number>();
  fc.assert(
    fc.property(SEGMENTS, (segments) => {
      const { x, y, ids } = segments;
      const frame = frameOver(x, y, x.length, ids.length);
      const bands = cutIntoBands(segments, frame, 16);
      counts.add(bands.count);
      const chunks = [task.run({ segments, frame, bands }, 0, work)];
      let row = 0;
      for (let band = 0; band < bands.count; band++) {
        const rows = { from: bands.firstRow[band]!, to: bands.firstRow[band + 1]! };
        expect(rows.from).toBe(row);
        row = rows.to;
        const own = { ...segments, ids: segmentsOfBand(chunks, band) };
        expect(sortIntoSquares(own, frame, rows)).toEqual(sortIntoSquares(segments, frame, rows));
      }
      expect(row).toBe(frame.rows);
    }),
    { seed: 21, numRuns: 60 },
  );
  expect(Math.max(...counts)).toBeGreaterThan(2);
});

test("chunks follow each other within a band", () => {
  const chunk = (...ids: number[]) => ({
    start: Int32Array.of(0, 1, 3),
    ids: Int32Array.from(ids),
  });
  const chunks = [chunk(1, 2, 3), chunk(5, 6, 7)];
  expect([...segmentsOfBand(chunks, 0)]).toEqual([1, 5]);
  expect([...segmentsOfBand(chunks, 1)]).toEqual([2, 3, 6, 7]);
});
