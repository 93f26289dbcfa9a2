import type { Face } from "./face.ts";

/** A cell as it stands in a session, or a hole, which has one face and no source. */
export interface HeldCell {
  readonly set: number;
  /** By their shells. */
  readonly faces: readonly Face[];
  /** Square metres. */
  readonly area: number;
  /** Its number among those last given out; below 0 where it was not among them. */
  place: number;
}

/** Cells `from` up to `to`, which stood in this order from `place` on the last time; or one new cell. */
export interface Run {
  readonly from: number;
  readonly to: number;
  readonly place: number;
}

/**
 * Parts the cells into runs, and notes their new places.
 *
 * Cost: a look at each cell.
 */
export function findRuns(cells: readonly HeldCell[]): Run[] {
  const runs: Run[] = [];
  let from = 0;
  let place = -1;
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i]!;
    const goesOn = i > from && place >= 0 && cell.place === place + i - from;
    if (!goesOn) {
      if (i > from) runs.push({ from, to: i, place });
      from = i;
      place = cell.place;
    }
    cell.place = i;
  }
  if (cells.length > from) runs.push({ from, to: cells.length, place });
  return runs;
}
