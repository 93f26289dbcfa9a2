import type { Lines } from "../lines.ts";
import { nearestOn } from "../nearest.ts";

/** Whether two sets of lines are two drawings of the same lines, and how far apart those run. */
export interface Drawings {
  /** Share of the lines that the other set does not run along. */
  readonly unshared: number;
  /** Of those, the share with a line of the other set within the bound. */
  readonly followed: number;
  /** Of those, the share that the other line passes on the left; near half where it is chance. */
  readonly toTheLeft: number;
  /** Metres: half of what is followed lies within this. */
  readonly median: number;
  /** Metres that the two drawings of a line stay within. */
  readonly bound: number;
  readonly areTwo: boolean;
}

/** Lines drawn once and copied are shared but for what really changed; drawn twice, hardly. */
export const LEAST_UNSHARED = 0.2;
/** Most of the unshared lines have a counterpart. */
export const LEAST_FOLLOWED = 0.5;
/** Chance goes to both sides. */
export const LEAST_SIDE = 0.1;
/** Distances of chance stay within six times their median, but for one in 20,000. */
const BOUND_MEDIANS = 6;
/** Metres: no generalisation that a district could be drawn with is coarser. */
const COARSEST = 250;
/** Sine of the angle from which a line lies beside and not ahead. */
const AHEAD = 0.5;
/** Metres within which a counterpart is looked for. */
const REACH = 500;
/** Pieces asked. */
const SAMPLE = 3000;

/**
 * Looks from one set of lines to the other.
 *
 * @param unshared the lines that the other set does not run along, with the interior on their left
 * @param length metres of all lines, shared ones too
 * @param least metres that the bound is at least: the tolerance, and the declared accuracies together
 */
export function drawingsOf(unshared: Lines, length: number, onto: Lines, least: number): Drawings {
  const nearest = nearestOn(onto);
  const every = Math.max(1, Math.ceil(unshared.count / SAMPLE));
  const found: { length: number; distance: number; side: number }[] = [];
  let asked = 0;
  for (let piece = 0; piece < unshared.count; piece += every) {
    const [x0, y0, x1, y1] = unshared.ends.subarray(4 * piece, 4 * piece + 4);
    const dx = x1! - x0!;
    const dy = y1! - y0!;
    const size = Math.hypot(dx, dy);
    asked += size;
    const x = (x0! + x1!) / 2;
    const y = (y0! + y1!) / 2;
    const { distance, piece: other, x: px, y: py } = nearest(x, y, REACH);
    if (other < 0) continue;
    const across = dx * (py - y) - dy * (px - x);
    // What lies ahead, as where a line ends, is on neither side.
    const side = Math.abs(across) > AHEAD * size * distance ? Math.sign(across) : 0;
    found.push({ length: size, distance, side });
  }
  const sum = (list: readonly { length: number }[]) => list.reduce((s, one) => s + one.length, 0);
  found.sort((a, b) => a.distance - b.distance);
  const near = found.filter(({ distance }) => distance <= COARSEST);
  const median = medianOf(near, sum(near));
  const bound = Math.max(least, Math.min(BOUND_MEDIANS * median, COARSEST));
  const within = found.filter(({ distance }) => distance <= bound);
  const followed = asked > 0 ? sum(within) / asked : 0;
  const sided = within.filter(({ side }) => side !== 0);
  const left = sum(sided.filter(({ side }) => side > 0)) / Math.max(sum(sided), 1e-9);
  const share = length > 0 ? unshared.length / length : 0;
  const areTwo =
    share >= LEAST_UNSHARED && followed >= LEAST_FOLLOWED && Math.min(left, 1 - left) >= LEAST_SIDE;
  return { unshared: share, followed, toTheLeft: left, median, bound, areTwo };
}

/** Of a list sorted by distance, what half of the length stays within. */
function medianOf(sorted: readonly { length: number; distance: number }[], total: number): number {
  let sum = 0;
  for (const { length, distance } of sorted) {
    sum += length;
    if (sum >= total / 2) return distance;
  }
  return 0;
}
