import type { Lines } from "../lines.ts";
import { type NearestOn, nearestOn } from "../nearest.ts";

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
export function fitVector(
  from: Lines,
  onto: Lines,
  start: readonly [number, number],
  reach: number,
): readonly [number, number] {
  const nearest = nearestOn(onto);
  let [east, north] = start;
  let scale = reach;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { normal, median } = normalEquations(from, onto, nearest, [east, north], reach, scale);
    const step = solved(normal);
    if (step === undefined) break;
    east += step[0];
    north += step[1];
    scale = Math.max(0.01, 2 * median);
    if (Math.hypot(...step) < SETTLED) break;
  }
  return [east, north];
}

/** Sums of the least squares: xx, xy, yy of the normals, and x and y with the distances. */
type Sums = readonly [number, number, number, number, number];

function normalEquations(
  from: Lines,
  { ends }: Lines,
  nearest: NearestOn,
  [east, north]: readonly [number, number],
  reach: number,
  scale: number,
): { readonly normal: Sums; readonly median: number } {
  const sums: [number, number, number, number, number] = [0, 0, 0, 0, 0];
  const distances: number[] = [];
  for (let i = 0; i < from.count; i++) {
    const x0 = from.ends[4 * i]!;
    const y0 = from.ends[4 * i + 1]!;
    const x1 = from.ends[4 * i + 2]!;
    const y1 = from.ends[4 * i + 3]!;
    const x = (x0 + x1) / 2 - east;
    const y = (y0 + y1) / 2 - north;
    const { distance, piece } = nearest(x, y, reach);
    if (piece < 0) continue;
    distances.push(distance);
    const ex = ends[4 * piece + 2]! - ends[4 * piece]!;
    const ey = ends[4 * piece + 3]! - ends[4 * piece + 1]!;
    const size = Math.hypot(ex, ey);
    if (size === 0) continue;
    const nx = -ey / size;
    const ny = ex / size;
    const off = (x - ends[4 * piece]!) * nx + (y - ends[4 * piece + 1]!) * ny;
    // Pieces much farther away than most have no counterpart there: they hardly count.
    const weight = Math.hypot(x1 - x0, y1 - y0) / (1 + (distance / scale) ** 2) ** 2;
    sums[0] += weight * nx * nx;
    sums[1] += weight * nx * ny;
    sums[2] += weight * ny * ny;
    sums[3] += weight * nx * off;
    sums[4] += weight * ny * off;
  }
  distances.sort((a, b) => a - b);
  return { normal: sums, median: distances[distances.length >> 1] ?? 0 };
}

/** @returns `undefined` where all pieces run one way, so that they hold nothing in place along it */
function solved([xx, xy, yy, xd, yd]: Sums): readonly [number, number] | undefined {
  const determinant = xx * yy - xy * xy;
  if (!(determinant > 1e-9 * (xx + yy) ** 2)) return undefined;
  return [(xd * yy - yd * xy) / determinant, (yd * xx - xd * xy) / determinant];
}
