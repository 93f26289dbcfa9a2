import type { Threads } from "../threads/pool.ts";
import { toNationalGridOn } from "../threads/project-threads.ts";
import { type Crs, NATIONAL_GRID } from "./crs.ts";
import { loadShiftGrid } from "./grid-shift.ts";

/** A system whose projecting is shared out, where it is our own kernel; any other as it is. */
export async function crsOnThreads(crs: Crs, threads: Threads): Promise<Crs> {
  if (crs.printed !== NATIONAL_GRID) return crs;
  const grid = await loadShiftGrid();
  return {
    ...crs,
    fromLonLat(xy) {
      const before = xy.slice();
      const outside = toNationalGridOn(threads, grid, xy);
      // On one thread it would have been refused: let it be, with the same words.
      if (outside >= 0) crs.fromLonLat(before.subarray(2 * outside, 2 * outside + 2));
    },
  };
}
