import { LEAF, type Lines } from "./lines.ts";
import { type NearestOn, nearestOn, squareToPiece } from "./nearest.ts";

/**
 * M-C5, directed: the farthest that any point of one boundary lies from another.
 *
 * Branch and bound: a stretch is halved only while it could hold a point farther away than the
 * farthest known. The distance to one piece is convex, so along a stretch it is largest at an end;
 * over a box it is at most that of its centre and half the diagonal more.
 *
 * @returns metres, at most `precision` below the true distance and never above it;
 *   `undefined` where one of the two has no line
 */
export function directedHausdorff(from: Lines, to: Lines, precision = 0.0005): number | undefined {
  if (from.count === 0 || to.count === 0) return undefined;
  const nearest = nearestOn(to);
  const { ends, boxes, firstLeaf, count } = from;
  let best = 0;
  const stretch = (x0: number, y0: number, x1: number, y1: number): void => {
    const a = { ...nearest(x0, y0) };
    const b = nearest(x1, y1);
    best = Math.max(best, a.distance, b.distance);
    const throughA = Math.sqrt(squareToPiece(to.ends, a.piece, x1, y1));
    const throughB = Math.sqrt(squareToPiece(to.ends, b.piece, x0, y0));
    const most = Math.min(Math.max(a.distance, throughA), Math.max(b.distance, throughB));
    const length = Math.hypot(x1 - x0, y1 - y0);
    if (Math.min(most, (a.distance + b.distance + length) / 2) <= best + precision) return;
    const x = (x0 + x1) / 2;
    const y = (y0 + y1) / 2;
    stretch(x0, y0, x, y);
    stretch(x, y, x1, y1);
  };
  const visit = (node: number): void => {
    const west = boxes[4 * node]!;
    if (west === Infinity) return;
    const halfX = (boxes[4 * node + 2]! - west) / 2;
    const halfY = (boxes[4 * node + 3]! - boxes[4 * node + 1]!) / 2;
    const centre = nearest(west + halfX, boxes[4 * node + 1]! + halfY).distance;
    if (centre + Math.hypot(halfX, halfY) <= best) return;
    if (node < firstLeaf) {
      visit(2 * node);
      visit(2 * node + 1);
      return;
    }
    const begin = (node - firstLeaf) * LEAF;
    for (let piece = begin; piece < Math.min(begin + LEAF, count); piece++) {
      const at = 4 * piece;
      stretch(ends[at]!, ends[at + 1]!, ends[at + 2]!, ends[at + 3]!);
    }
  };
  visit(1);
  return best;
}

/** A stretch of a boundary: how long it is and how far it lies from another. Metres. */
export interface Stretch {
  readonly length: number;
  readonly distance: number;
}

/**
 * How far the stretches of one boundary lie from another: each distance is right to `precision`
 * metres or to a hundredth, whichever is more.
 */
export function distancesTo(from: Lines, to: Lines, precision: number): Stretch[] {
  if (to.count === 0) return [];
  const nearest = nearestOn(to);
  const found: Stretch[] = [];
  for (let piece = 0; piece < from.count; piece++) {
    const at = 4 * piece;
    const { ends } = from;
    addStretches(found, nearest, ends[at]!, ends[at + 1]!, ends[at + 2]!, ends[at + 3]!, precision);
  }
  return found;
}

function addStretches(
  found: Stretch[],
  nearest: NearestOn,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  precision: number,
): void {
  const length = Math.hypot(x1 - x0, y1 - y0);
  const x = (x0 + x1) / 2;
  const y = (y0 + y1) / 2;
  const { distance } = nearest(x, y);
  if (length / 2 <= Math.max(precision, distance / 100)) {
    found.push({ length, distance });
    return;
  }
  addStretches(found, nearest, x0, y0, x, y, precision);
  addStretches(found, nearest, x, y, x1, y1, precision);
}

/**
 * The distance that a share of the length stays within.
 *
 * @param share 0 to 1
 * @returns metres; `undefined` where there is no length
 */
export function percentile(stretches: readonly Stretch[], share: number): number | undefined {
  const sorted = [...stretches].sort((a, b) => a.distance - b.distance);
  const total = sorted.reduce((sum, { length }) => sum + length, 0);
  let sum = 0;
  for (const { length, distance } of sorted) {
    sum += length;
    if (sum >= share * total) return distance;
  }
  return sorted.at(-1)?.distance;
}
