import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { toNationalGrid } from "../../server/core/geometry/national-grid.ts";
import { loadShiftGrid } from "../../server/ingest/grid-shift.ts";
import { startThreads, type Threads } from "../../server/threads/pool.ts";
import { toNationalGridOn } from "../../server/threads/project-threads.ts";
import { chance } from "../support/workloads-random.ts";

let pools: Threads[] = [];
beforeAll(() => {
  pools = [1, 2, 3].map((count) => startThreads(count));
});
afterAll(() => Promise.all(pools.map((threads) => threads.close())));

/** Degrees within Great Britain; several chunks and a part of one. */
function points(seed: number): Float64Array {
  const random = chance(seed);
  return Float64Array.from({ length: 2 * 70_001 }, (_, i) =>
    i % 2 === 0 ? random.between(-6, 1.5) : random.between(50, 59),
  );
}

describe("projecting on threads", () => {
  test("gives the bits of one thread", async () => {
    const grid = await loadShiftGrid();
    const expected = points(1);
    expect(toNationalGrid(grid, expected)).toBe(-1);
    for (const threads of pools) {
      const found = points(1);
      expect(toNationalGridOn(threads, grid, found)).toBe(-1);
      expect(Buffer.from(found.buffer).equals(Buffer.from(expected.buffer))).toBe(true);
    }
  });

  test("names the first point off the grid, whichever thread met it", async () => {
    const grid = await loadShiftGrid();
    for (const threads of pools) {
      const found = points(2);
      found[2 * 60_000] = 40;
      found[2 * 30_007] = 40;
      expect(toNationalGridOn(threads, grid, found)).toBe(30_007);
      expect(toNationalGridOn(threads, grid, new Float64Array(0))).toBe(-1);
    }
  });
});
