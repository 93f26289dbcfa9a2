import type { Lines } from "../lines.ts";
import { type NearestOn, nearestOn, squareToPiece } from "../nearest.ts";

/** Rounds after which a vector that still moves is taken as it is. */
const MOST_ROUNDS = 40;
/** Metres: a step shorter than half a millimetre changes nothing. */
const SETTLED = 0.0005;

/**
 * The vector that brings the middles of pieces onto the lines nearest to them: point to line,
 * repeated, by least squares that count distant pieces less and less.
 *
 * @param start metres east and north to begin with
 * @param reach metres beyond which a line is not one to lie on
 * @returns how far `from` lies east and north of `onto`, metres
 * @source P. Besl and N. McKay 1992, A method for registration of 3-D shapes; point to line after
 *   Y. Chen and G. Medioni 1992
 */
export function fitVector(from: Lines, onto: Lines, start: Vector, reach: number): Vector {
  const nearest = nearestOn(onto);
  const looking: Looking = {
    from,
    onto,
    nearest,
    before: new Int32Array(from.count).fill(-1),
    normals: new Float64Array(2 * from.count),
    lengths: lengthsOf(from),
    distances: new Float64Array(from.count),
  };
  let [east, north] = start;
  let scale = reach;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { normal, median } = normalEquations(looking, [east, north], reach, scale);
    const step = solved(normal);
    if (step === undefined) break;
    east += step[0];
    north += step[1];
    scale = Math.max(0.01, 2 * median);
    if (Math.hypot(...step) < SETTLED) break;
  }
  return [east, north];
}

/** So that the square of a root is no less than what the root was drawn from. */
const ROUNDED_UP = 1 + 1e-12;

type Vector = readonly [number, number];

/** Sums of the least squares: xx, xy, yy of the normals, and x and y with the distances. */
type Sums = readonly [number, number, number, number, number];

/** What the rounds hand on: the line nearest in one is nearly always so in the next. */
interface Looking {
  readonly from: Lines;
  readonly onto: Lines;
  readonly nearest: NearestOn;
  /** Piece of `from` -> that of `onto` it was nearest to last, -1 for none; and its normal. */
  readonly before: Int32Array;
  readonly normals: Float64Array;
  /** Metres of each piece of `from`. */
  readonly lengths: Float64Array;
  /** Room for the distances of one round. */
  readonly distances: Float64Array;
}

function normalEquations(
  { from, onto: { ends }, nearest, before, normals, lengths, distances }: Looking,
  [east, north]: Vector,
  reach: number,
  scale: number,
): { readonly normal: Sums; readonly median: number } {
  const sums: [number, number, number, number, number] = [0, 0, 0, 0, 0];
  let found = 0;
  for (let i = 0; i < from.count; i++) {
    const x = (from.ends[4 * i]! + from.ends[4 * i + 2]!) / 2 - east;
    const y = (from.ends[4 * i + 1]! + from.ends[4 * i + 3]!) / 2 - north;
    const known = before[i]!;
    // None farther than the line known from before need be looked at.
    const most = known < 0 ? reach : Math.sqrt(squareToPiece(ends, known, x, y)) * ROUNDED_UP;
    const { distance, piece } = nearest(x, y, Math.min(most, reach));
    if (piece !== known) turnTo(ends, piece, normals, i);
    before[i] = piece;
    if (piece < 0) continue;
    distances[found++] = distance;
    const nx = normals[2 * i]!;
    const ny = normals[2 * i + 1]!;
    if (nx === 0 && ny === 0) continue;
    const off = (x - ends[4 * piece]!) * nx + (y - ends[4 * piece + 1]!) * ny;
    // Pieces much farther away than most have no counterpart there: they hardly count.
    const weight = lengths[i]! / (1 + (distance / scale) ** 2) ** 2;
    sums[0] += weight * nx * nx;
    sums[1] += weight * nx * ny;
    sums[2] += weight * ny * ny;
    sums[3] += weight * nx * off;
    sums[4] += weight * ny * off;
  }
  const sorted = distances.subarray(0, found).sort();
  return { normal: sums, median: sorted[found >> 1] ?? 0 };
}

/** Notes the normal of a piece, 0 for one without a length or for none. */
function turnTo(ends: Float64Array, piece: number, normals: Float64Array, at: number): void {
  const ex = piece < 0 ? 0 : ends[4 * piece + 2]! - ends[4 * piece]!;
  const ey = piece < 0 ? 0 : ends[4 * piece + 3]! - ends[4 * piece + 1]!;
  const size = Math.hypot(ex, ey);
  normals[2 * at] = size === 0 ? 0 : -ey / size;
  normals[2 * at + 1] = size === 0 ? 0 : ex / size;
}

function lengthsOf({ ends, count }: Lines): Float64Array {
  const lengths = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    lengths[i] = Math.hypot(ends[4 * i + 2]! - ends[4 * i]!, ends[4 * i + 3]! - ends[4 * i + 1]!);
  }
  return lengths;
}

/** @returns `undefined` where all pieces run one way, so that they hold nothing in place along it */
function solved([xx, xy, yy, xd, yd]: Sums): Vector | undefined {
  const determinant = xx * yy - xy * xy;
  if (!(determinant > 1e-9 * (xx + yy) ** 2)) return undefined;
  return [(xd * yy - yd * xy) / determinant, (yd * xx - xd * xy) / determinant];
}
