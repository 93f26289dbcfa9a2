import type { Lines } from "./lines.ts";
import { eachPieceNear } from "./nearest.ts";

/**
 * M-C4: how much of one boundary lies within a distance of another.
 *
 * Exact: of each piece, the stretches within reach of each piece of the other are found and united.
 *
 * @param tolerance metres
 * @returns metres of `of` that lie within `tolerance` of `to`
 * @source Goodchild and Hunter 1997, A simple positional accuracy measure for linear features
 */
export function lengthWithin(of: Lines, to: Lines, tolerance: number): number {
  let sum = 0;
  const stretches: number[] = [];
  for (let piece = 0; piece < of.count; piece++) {
    const x0 = of.ends[4 * piece]!;
    const y0 = of.ends[4 * piece + 1]!;
    const x1 = of.ends[4 * piece + 2]!;
    const y1 = of.ends[4 * piece + 3]!;
    stretches.length = 0;
    const box = [Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)] as const;
    eachPieceNear(to, box, tolerance, (other) => {
      addStretch(stretches, x0, y0, x1 - x0, y1 - y0, to.ends, other, tolerance);
    });
    if (stretches.length > 0) sum += Math.hypot(x1 - x0, y1 - y0) * unionOf(stretches);
  }
  return sum;
}

/**
 * The stretch of the piece `P + t D`, `0 <= t <= 1`, within reach of another piece: one interval,
 * since all that lies within reach of a piece is convex. It is the hull of what lies beside the
 * piece and near its two ends.
 */
function addStretch(
  stretches: number[],
  px: number,
  py: number,
  dx: number,
  dy: number,
  ends: Float64Array,
  other: number,
  reach: number,
): void {
  const qx = ends[4 * other]!;
  const qy = ends[4 * other + 1]!;
  const ex = ends[4 * other + 2]!;
  const ey = ends[4 * other + 3]!;
  const length = Math.hypot(ex - qx, ey - qy);
  let low = Infinity;
  let high = -Infinity;
  const take = (from: number, to: number) => {
    if (from > to) return;
    low = Math.min(low, from);
    high = Math.max(high, to);
  };
  if (length > 0) {
    const ux = (ex - qx) / length;
    const uy = (ey - qy) / length;
    const along = (px - qx) * ux + (py - qy) * uy;
    const across = (py - qy) * ux - (px - qx) * uy;
    const [a0, a1] = between(along, dx * ux + dy * uy, 0, length);
    const [c0, c1] = between(across, dy * ux - dx * uy, -reach, reach);
    take(Math.max(a0, c0, 0), Math.min(a1, c1, 1));
  }
  for (const [cx, cy] of [
    [qx, qy],
    [ex, ey],
  ] as const) {
    const a = dx * dx + dy * dy;
    const b = (px - cx) * dx + (py - cy) * dy;
    const c = (px - cx) ** 2 + (py - cy) ** 2 - reach * reach;
    const root = b * b - a * c;
    if (a === 0 || root < 0) continue;
    const half = Math.sqrt(root);
    take(Math.max((-b - half) / a, 0), Math.min((-b + half) / a, 1));
  }
  if (low <= high) stretches.push(low, high);
}

/** Where `start + t * speed` lies between two bounds. */
function between(start: number, speed: number, low: number, high: number): [number, number] {
  if (speed === 0) {
    return start >= low && start <= high ? [-Infinity, Infinity] : [Infinity, -Infinity];
  }
  const a = (low - start) / speed;
  const b = (high - start) / speed;
  return a < b ? [a, b] : [b, a];
}

/** Length of the union of intervals, laid as low and high by turns. */
function unionOf(stretches: number[]): number {
  const order = Array.from({ length: stretches.length / 2 }, (_, i) => 2 * i);
  order.sort((a, b) => stretches[a]! - stretches[b]!);
  let sum = 0;
  let end = -Infinity;
  for (const at of order) {
    const from = Math.max(stretches[at]!, end);
    const to = stretches[at + 1]!;
    if (to > from) sum += to - from;
    end = Math.max(end, to);
  }
  return sum;
}
