const BASE = 2 ** 26;
/** Terms and the low part stay below this, so that adding them is exact. */
const HALF_EXACT = 2 ** 52;

/**
 * Twice the area a ring sweeps as seen from one of its points, as an exact integer. The certificate
 * sums areas this way; the faces are summed by the ground under their edges (exact-area.ts), so a
 * slip in one does not hide in the other.
 */
export class TurnSum {
  private high = 0;
  private low = 0;
  private long = 0n;

  /** Begins anew. */
  clear(): void {
    this.high = 0;
    this.low = 0;
    this.long = 0n;
  }

  /** Adds the step (dx, dy) made at (x, y), as seen from the ring's own point. */
  add(x: number, y: number, dx: number, dy: number): void {
    const term = x * dy - y * dx;
    if ((Math.abs(x) + Math.abs(y)) * (Math.abs(dx) + Math.abs(dy)) >= HALF_EXACT) {
      this.long += BigInt(x) * BigInt(dy) - BigInt(y) * BigInt(dx);
      return;
    }
    this.low += term;
    if (this.low < HALF_EXACT && this.low > -HALF_EXACT) return;
    const whole = Math.floor(this.low / BASE);
    this.high += whole;
    this.low -= whole * BASE;
  }

  /** The sum so far, where it is known to be below 2^53. */
  small(): number {
    return this.long === 0n ? this.high * BASE + this.low : Number(this.total());
  }

  /** The sum so far. */
  total(): bigint {
    if (this.long === 0n && Math.abs(this.high) < 2 ** 26) {
      return BigInt(this.high * BASE + this.low);
    }
    return this.long + BigInt(this.high) * BigInt(BASE) + BigInt(this.low);
  }
}

/** Adds twice the signed area of the ring `xy[2 * from]` up to `xy[2 * to]`. */
export function addRing(xy: Int32Array, from: number, to: number, sum: TurnSum): void {
  const startX = xy[2 * from]!;
  const startY = xy[2 * from + 1]!;
  let x = xy[2 * from + 2]! - startX;
  let y = xy[2 * from + 3]! - startY;
  for (let i = from + 2; i < to; i++) {
    const nextX = xy[2 * i]! - startX;
    const nextY = xy[2 * i + 1]! - startY;
    sum.add(x, y, nextX - x, nextY - y);
    x = nextX;
    y = nextY;
  }
}
