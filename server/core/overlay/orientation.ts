/**
 * Exact geometry on grid integers: on which side, through which pixel, rounded to which point.
 *
 * Everything here is exact. Products of differences below 2^25 steps (33 km at 1 mm) are exact in
 * doubles; longer ones are decided in doubles where rounding cannot change the answer, and in BigInt
 * otherwise.
 */

/** Segments whose extent in x and y together stays below this need no exact fallback. */
export const LONG = 1 << 25;

/**
 * The sign of `ax * by - ay * bx`: 1 when direction b lies to the left of direction a.
 *
 * @param ax differences of grid coordinates, below 2^34
 */
export function crossSign(ax: number, ay: number, bx: number, by: number): -1 | 0 | 1 {
  const p = ax * by;
  const q = ay * bx;
  // Rounding keeps the order: where the rounded products differ, the true ones do so the same way.
  if (p > q) return 1;
  if (p < q) return -1;
  // Below 2^53 products are exact, and so is that they are equal.
  if (Math.abs(p) < 2 ** 53) return 0;
  const exact = BigInt(ax) * BigInt(by) - BigInt(ay) * BigInt(bx);
  return exact > 0n ? 1 : exact < 0n ? -1 : 0;
}

/**
 * Whether the segment from the origin to (dx, dy) meets the pixel centred at (ex, ey).
 * A pixel is one step wide and half-open: it owns its left and lower side, and of its corners the
 * lower left alone. So every point of the plane lies in exactly one pixel. The caller has made sure
 * that the centre lies within the segment's bounding box; then the line meets the pixel if and only
 * if the segment does.
 *
 * Source: J. Hobby, "Practical segment intersection with finite precision output", 1999.
 */
export function meetsPixel(dx: number, dy: number, ex: number, ey: number): boolean {
  const reach = Math.abs(dx) + Math.abs(dy);
  if (reach >= LONG) return meetsPixelExactly(dx, dy, ex, ey);
  const offset = 2 * (dx * ey - dy * ex);
  const distance = Math.abs(offset);
  return distance < reach || (distance === reach && touchesOwnCorner(dx, dy, offset > 0));
}

function meetsPixelExactly(dx: number, dy: number, ex: number, ey: number): boolean {
  const offset = 2n * (BigInt(dx) * BigInt(ey) - BigInt(dy) * BigInt(ex));
  const distance = offset < 0n ? -offset : offset;
  const reach = BigInt(Math.abs(dx) + Math.abs(dy));
  return distance < reach || (distance === reach && touchesOwnCorner(dx, dy, offset > 0n));
}

/**
 * The line touches the closed pixel in one corner only. It is the pixel's own, the lower left, when
 * the line falls to the right and the centre lies above it.
 *
 * @param left whether the centre lies to the left of the direction (dx, dy)
 */
export function touchesOwnCorner(dx: number, dy: number, left: boolean): boolean {
  return dx > 0 !== dy > 0 && dx > 0 === left;
}

/** A point of the grid. */
export interface Point {
  x: number;
  y: number;
}

/**
 * The centre of the pixel that holds the crossing of two segments that properly cross, in exact
 * arithmetic. The first runs from (ax, ay) by (dx, dy), the second from (cx, cy) by (ex, ey).
 */
export function crossingPixel(
  ax: number,
  ay: number,
  dx: number,
  dy: number,
  cx: number,
  cy: number,
  ex: number,
  ey: number,
  into: Point,
): void {
  const fromX = BigInt(ax - cx);
  const fromY = BigInt(ay - cy);
  let numerator = BigInt(ex) * fromY - BigInt(ey) * fromX;
  let denominator = BigInt(ey) * BigInt(dx) - BigInt(ex) * BigInt(dy);
  if (denominator < 0n) {
    numerator = -numerator;
    denominator = -denominator;
  }
  into.x = ax + nearest(numerator * BigInt(dx), denominator);
  into.y = ay + nearest(numerator * BigInt(dy), denominator);
}

/** `n / d` to the nearest integer, halves upwards: the pixel is closed below and open above. */
function nearest(n: bigint, d: bigint): number {
  const doubled = 2n * n + d;
  const quotient = doubled / (2n * d);
  return Number(quotient * 2n * d > doubled ? quotient - 1n : quotient);
}
