import { toNationalGrid } from "../core/geometry/national-grid.ts";
import type { ShiftGrid } from "../core/geometry/shift-grid.ts";
import type { Threads } from "./pool.ts";
import type { SyncTask } from "./task.ts";

/** Points to be projected where they lie, in shared memory. */
interface Points {
  readonly grid: ShiftGrid;
  readonly xy: Float64Array;
}

/** Enough to be worth a message, few enough to project in some 10 ms. */
const CHUNK_POINTS = 1 << 14;

/** Projects one chunk. The output is the first of its points off the grid, or -1. */
export const task: SyncTask<Points, number> = {
  module: import.meta.url,
  run({ grid, xy }, piece) {
    const from = piece * CHUNK_POINTS;
    const outside = toNationalGrid(grid, xy.subarray(2 * from, 2 * (from + CHUNK_POINTS)));
    return outside < 0 ? -1 : from + outside;
  },
  leaving: () => [],
};

/**
 * `toNationalGrid` on all threads: each point is projected on its own, so the result is the same to
 * the bit.
 *
 * @param xy degrees in, metres out, in place
 * @param poll called now and then on this thread; what it throws ends the work
 * @returns index of the first point off the grid, or -1
 */
export function toNationalGridOn(
  threads: Threads,
  grid: ShiftGrid,
  xy: Float64Array,
  poll?: () => void,
): number {
  const shared = new Float64Array(new SharedArrayBuffer(xy.byteLength));
  shared.set(xy);
  const pieces = Math.ceil(xy.length / 2 / CHUNK_POINTS);
  const outside = threads.share(task, { grid, xy: shared }, pieces, poll);
  xy.set(shared);
  return outside.find((point) => point >= 0) ?? -1;
}
