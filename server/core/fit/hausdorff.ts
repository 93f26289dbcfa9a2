import { type Lines, piecesUnder } from "./lines.ts";
import { nearestOn, squareToPiece } from "./nearest.ts";

/** Metres: half a step of the grid. */
const PRECISION = 0.0005;

/**
 * M-C5, directed: the farthest that any point of one boundary lies from another.
 *
 * Branch and bound: a stretch is halved only while it could hold a point farther away than the
 * farthest known. The distance to one piece is convex, so along a stretch it is largest at an end;
 * over a box it is at most that of its centre and half the diagonal more.
 *
 * @param enough stop once it is known to be more than so many metres
 * @returns metres, never above the true distance and at most `precision` or a thousandth below it;
 *   `undefined` where one of the two has no line
 */
export function directedHausdorff(
  from: Lines,
  to: Lines,
  precision = PRECISION,
  enough = Infinity,
): number | undefined {
  if (from.count === 0 || to.count === 0) return undefined;
  const nearest = nearestOn(to);
  const { ends, boxes, firstLeaf } = from;
  let best = 0;
  const stretch = (x0: number, y0: number, x1: number, y1: number): void => {
    // Read out at once: the next question has its answer in the same object.
    const { distance: a, piece: pieceA } = nearest(x0, y0);
    const { distance: b, piece: pieceB } = nearest(x1, y1);
    best = Math.max(best, a, b);
    const throughA = Math.sqrt(squareToPiece(to.ends, pieceA, x1, y1));
    const throughB = Math.sqrt(squareToPiece(to.ends, pieceB, x0, y0));
    const slack = Math.max(precision, best / 1000);
    const most = Math.min(Math.max(a, throughA), Math.max(b, throughB));
    const length = Math.hypot(x1 - x0, y1 - y0);
    if (Math.min(most, (a + b + length) / 2) <= best + slack) return;
    const x = (x0 + x1) / 2;
    const y = (y0 + y1) / 2;
    stretch(x0, y0, x, y);
    stretch(x, y, x1, y1);
  };
  const visit = (node: number): void => {
    const west = boxes[4 * node]!;
    if (west === Infinity || best > enough) return;
    const halfX = (boxes[4 * node + 2]! - west) / 2;
    const halfY = (boxes[4 * node + 3]! - boxes[4 * node + 1]!) / 2;
    const centre = nearest(west + halfX, boxes[4 * node + 1]! + halfY).distance;
    if (centre + Math.hypot(halfX, halfY) <= best) return;
    if (node < firstLeaf) {
      visit(2 * node);
      visit(2 * node + 1);
      return;
    }
    const [begin, end] = piecesUnder(from, node);
    for (let at = 4 * begin; at < 4 * end; at += 4) {
      stretch(ends[at]!, ends[at + 1]!, ends[at + 2]!, ends[at + 3]!);
    }
  };
  visit(1);
  return best;
}

/** Whether no point of a boundary lies farther than a tolerance in metres from another. */
export function liesWithin(from: Lines, to: Lines, tolerance: number): boolean {
  const most = directedHausdorff(from, to, PRECISION, tolerance);
  return most !== undefined && most <= tolerance;
}

/** A stretch of a boundary: how long it is and how far it lies from another. Metres. */
export interface Stretch {
  readonly length: number;
  readonly distance: number;
}

/**
 * How far the stretches of one boundary lie from another: each distance is right to `precision`
 * metres or to a hundredth, whichever is more. Where a whole run of pieces is small beside its
 * distance, it counts as one stretch.
 */
export function distancesTo(from: Lines, to: Lines, precision: number): Stretch[] {
  if (to.count === 0 || from.count === 0) return [];
  const { ends, boxes, firstLeaf } = from;
  const nearest = nearestOn(to);
  const found: Stretch[] = [];
  const isSmall = (radius: number, distance: number) =>
    radius <= Math.max(precision, distance / 100);
  const halve = (x0: number, y0: number, x1: number, y1: number): void => {
    const length = Math.hypot(x1 - x0, y1 - y0);
    const x = (x0 + x1) / 2;
    const y = (y0 + y1) / 2;
    const { distance } = nearest(x, y);
    if (isSmall(length / 2, distance)) {
      found.push({ length, distance });
      return;
    }
    halve(x0, y0, x, y);
    halve(x, y, x1, y1);
  };
  const visit = (node: number): void => {
    const west = boxes[4 * node]!;
    if (west === Infinity) return;
    const halfX = (boxes[4 * node + 2]! - west) / 2;
    const halfY = (boxes[4 * node + 3]! - boxes[4 * node + 1]!) / 2;
    const { distance } = nearest(west + halfX, boxes[4 * node + 1]! + halfY);
    if (isSmall(Math.hypot(halfX, halfY), distance)) {
      found.push({ length: lengthUnder(from, node), distance });
    } else if (node < firstLeaf) {
      visit(2 * node);
      visit(2 * node + 1);
    } else {
      const [begin, end] = piecesUnder(from, node);
      for (let at = 4 * begin; at < 4 * end; at += 4) {
        halve(ends[at]!, ends[at + 1]!, ends[at + 2]!, ends[at + 3]!);
      }
    }
  };
  visit(1);
  return found;
}

function lengthUnder(lines: Lines, node: number): number {
  const [begin, end] = piecesUnder(lines, node);
  let sum = 0;
  for (let at = 4 * begin; at < 4 * end; at += 4) {
    const { ends } = lines;
    sum += Math.hypot(ends[at + 2]! - ends[at]!, ends[at + 3]! - ends[at + 1]!);
  }
  return sum;
}

/**
 * The distance that a share of the length stays within.
 *
 * @param share 0 to 1
 * @param shared metres besides, that lie at distance 0
 * @returns metres; `undefined` where there is no length
 */
export function percentile(
  stretches: readonly Stretch[],
  share: number,
  shared = 0,
): number | undefined {
  const sorted = [...stretches].sort((a, b) => a.distance - b.distance);
  const total = sorted.reduce((sum, { length }) => sum + length, shared);
  if (total > 0 && shared >= share * total) return 0;
  let sum = shared;
  for (const { length, distance } of sorted) {
    sum += length;
    if (sum >= share * total) return distance;
  }
  return sorted.at(-1)?.distance;
}
