import { type Lines, piecesUnder } from "./lines.ts";
import { eachPieceNear } from "./nearest.ts";

/**
 * M-C4: how much of one boundary lies within a distance of another.
 *
 * Exact: of each piece, the stretches within reach of each piece of the other are found and united.
 * Where the two trees lie apart nothing is looked at; what lies near is found once for a leaf whose
 * pieces follow each other.
 *
 * @param tolerance metres
 * @returns metres of `of` that lie within `tolerance` of `to`
 * @source Goodchild and Hunter 1997, A simple positional accuracy measure for linear features
 */
export function lengthWithin(of: Lines, to: Lines, tolerance: number): number {
  const { boxes, ends, firstLeaf } = of;
  const near: number[] = [];
  const stretches: number[] = [];
  const [west, south, east, north] = to.boxes.subarray(4, 8);
  let sum = 0;
  const look = (w: number, s: number, e: number, n: number): void => {
    near.length = 0;
    eachPieceNear(to, [w, s, e, n], tolerance, (other) => near.push(other));
  };
  const visit = (node: number): void => {
    const w = boxes[4 * node]!;
    const s = boxes[4 * node + 1]!;
    const e = boxes[4 * node + 2]!;
    const n = boxes[4 * node + 3]!;
    if (w - tolerance > east! || e + tolerance < west!) return;
    if (s - tolerance > north! || n + tolerance < south!) return;
    if (node < firstLeaf) {
      visit(2 * node);
      visit(2 * node + 1);
      return;
    }
    const [begin, end] = piecesUnder(of, node);
    const isRun = e - w + (n - s) < RUN * lengthOf(ends, begin, end);
    if (isRun) look(w, s, e, n);
    if (isRun && near.length === 0) return;
    for (let piece = begin; piece < end; piece++) {
      const x = ends[4 * piece]!;
      const y = ends[4 * piece + 1]!;
      const dx = ends[4 * piece + 2]! - x;
      const dy = ends[4 * piece + 3]! - y;
      if (!isRun)
        look(Math.min(x, x + dx), Math.min(y, y + dy), Math.max(x, x + dx), Math.max(y, y + dy));
      stretches.length = 0;
      for (const other of near) addStretch(stretches, x, y, dx, dy, to.ends, other, tolerance);
      if (stretches.length > 0) sum += Math.hypot(dx, dy) * unionOf(stretches);
    }
  };
  visit(1);
  return sum;
}

/** The box of pieces that follow each other is hardly longer round a corner than they are. */
const RUN = 1.5;

function lengthOf(ends: Float64Array, begin: number, end: number): number {
  let sum = 0;
  for (let at = 4 * begin; at < 4 * end; at += 4) {
    sum += Math.hypot(ends[at + 2]! - ends[at]!, ends[at + 3]! - ends[at + 1]!);
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
  if (Math.min(px, px + dx) - reach > Math.max(qx, ex)) return;
  if (Math.max(px, px + dx) + reach < Math.min(qx, ex)) return;
  if (Math.min(py, py + dy) - reach > Math.max(qy, ey)) return;
  if (Math.max(py, py + dy) + reach < Math.min(qy, ey)) return;
  const length = Math.hypot(ex - qx, ey - qy);
  let low = Infinity;
  let high = -Infinity;
  if (length > 0) {
    const ux = (ex - qx) / length;
    const uy = (ey - qy) / length;
    const along = (px - qx) * ux + (py - qy) * uy;
    const across = (py - qy) * ux - (px - qx) * uy;
    const speedAlong = dx * ux + dy * uy;
    const speedAcross = dy * ux - dx * uy;
    const from = Math.max(
      enters(along, speedAlong, 0, length),
      enters(across, speedAcross, -reach, reach),
      0,
    );
    const to = Math.min(
      leaves(along, speedAlong, 0, length),
      leaves(across, speedAcross, -reach, reach),
      1,
    );
    if (from <= to) {
      low = from;
      high = to;
    }
  }
  const a = dx * dx + dy * dy;
  for (let end = 0; end < 2 && a > 0; end++) {
    const cx = end === 0 ? qx : ex;
    const cy = end === 0 ? qy : ey;
    const b = (px - cx) * dx + (py - cy) * dy;
    const c = (px - cx) ** 2 + (py - cy) ** 2 - reach * reach;
    const root = b * b - a * c;
    if (root < 0) continue;
    const half = Math.sqrt(root);
    const from = Math.max((-b - half) / a, 0);
    const to = Math.min((-b + half) / a, 1);
    if (from > to) continue;
    low = Math.min(low, from);
    high = Math.max(high, to);
  }
  if (low <= high) stretches.push(low, high);
}

/** From where `start + t * speed` lies between two bounds; infinite where it never does. */
function enters(start: number, speed: number, low: number, high: number): number {
  if (speed === 0) return start >= low && start <= high ? -Infinity : Infinity;
  return ((speed > 0 ? low : high) - start) / speed;
}

/** Up to where it does. */
function leaves(start: number, speed: number, low: number, high: number): number {
  if (speed === 0) return start >= low && start <= high ? Infinity : -Infinity;
  return ((speed > 0 ? high : low) - start) / speed;
}

/** Length of the union of intervals, laid as low and high by turns; sorts them in place. */
function unionOf(stretches: number[]): number {
  sortByLow(stretches);
  let sum = 0;
  let end = -Infinity;
  for (let at = 0; at < stretches.length; at += 2) {
    const from = Math.max(stretches[at]!, end);
    const to = stretches[at + 1]!;
    if (to > from) sum += to - from;
    end = Math.max(end, to);
  }
  return sum;
}

/** Few lie near one piece, mostly in order: each is put where it belongs among those before it. */
function sortByLow(stretches: number[]): void {
  for (let i = 2; i < stretches.length; i += 2) {
    const low = stretches[i]!;
    const high = stretches[i + 1]!;
    let at = i;
    for (; at > 0 && stretches[at - 2]! > low; at -= 2) {
      stretches[at] = stretches[at - 2]!;
      stretches[at + 1] = stretches[at - 1]!;
    }
    stretches[at] = low;
    stretches[at + 1] = high;
  }
}
