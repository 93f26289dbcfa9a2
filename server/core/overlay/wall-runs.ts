import { TurnSum } from "./turn-sum.ts";
import type { Walls } from "./walls.ts";

/** Walls in a row of which no third meets two. Runs of nothing but upright walls are left out. */
export interface Runs {
  /** Run -> one of its walls that is not upright; the run goes the way of it, from low to high. */
  readonly first: number[];
  /** Run -> twice the ground between it and the axis, exact; above 0 where it goes to the right. */
  readonly swept: bigint[];
}

/**
 * Gathers walls into runs. What covers the two sides of a wall covers those of the next as well
 * where no third meets them, so one look a run will do.
 *
 * Cost: a visit a wall.
 */
export function runsOf(walls: Walls): Runs {
  const { count, lowX, lowY, highX, highY } = walls;
  const isWalked = new Uint8Array(count);
  const sum = new TurnSum();
  const add = (wall: number, isAlong: boolean) => {
    const width = highX[wall]! - lowX[wall]!;
    isWalked[wall] = 1;
    // As a step up seen from the axis.
    sum.add(isAlong ? width : -width, 0, 0, lowY[wall]! + highY[wall]!);
  };
  const runs: Runs = { first: [], swept: [] };
  for (let wall = 0; wall < count; wall++) {
    if (isWalked[wall] === 1 || lowX[wall] === highX[wall]) continue;
    sum.clear();
    add(wall, true);
    for (const isAhead of [true, false]) follow(walls, wall, isAhead, isWalked, add);
    runs.first.push(wall);
    runs.swept.push(sum.total());
  }
  return runs;
}

/** Follows a run from its first wall ahead or back, told for each wall whether the run goes its way. */
function follow(
  { linked }: Walls,
  first: number,
  isAhead: boolean,
  isWalked: Uint8Array,
  add: (wall: number, isAlong: boolean) => void,
): void {
  let end = 2 * first + (isAhead ? 1 : 0);
  for (;;) {
    const met = linked[end]!;
    if (met < 0 || isWalked[met >> 1] === 1) return;
    // Going ahead, a wall that is met in its low end runs the same way.
    add(met >> 1, ((met & 1) === 0) === isAhead);
    end = met ^ 1;
  }
}
