/**
 * Areas as exact integers: twice the area in square grid steps, up to 2^65.
 *
 * Kept as `high * 65536 + low` in two doubles, both whole numbers. Sums of such pairs are exact:
 * the highs of disjoint ground stay below 2^50 and the lows are small.
 */
const BASE = 65536;

/** While the extents of the summed terms stay below this, `high` is exact. */
const MOST_SPAN = 2 ** 36;

/** Sums twice the area below the edges of a ring: positive for a ring that runs counter-clockwise. */
export class AreaSum {
  high = 0;
  low = 0;
  private span = 0;
  private carried = 0n;

  /** Begins anew. */
  clear(): void {
    this.high = 0;
    this.low = 0;
    this.span = 0;
    this.carried = 0n;
  }

  /** Adds the edge from (ax, ay) to (bx, by), grid integers. */
  addEdge(ax: number, ay: number, bx: number, by: number): void {
    const width = ax - bx;
    const heights = ay + by;
    const top = Math.floor(heights / BASE);
    this.high += width * top;
    this.low += width * (heights - top * BASE);
    this.span += width < 0 ? -width : width;
    if (this.span > MOST_SPAN) this.carry();
  }

  /** Brings the pair into its one form: `0 <= low < 65536`. */
  finish(): void {
    if (this.carried !== 0n) {
      const total = this.carried + wholeOf(this.high, this.low);
      this.clear();
      this.low = Number(BigInt.asUintN(16, total));
      this.high = Number((total - BigInt(this.low)) / 65536n);
      return;
    }
    const over = Math.floor(this.low / BASE);
    this.high += over;
    this.low -= over * BASE;
  }

  /** Too long a way for doubles: put the sum aside as a BigInt. */
  private carry(): void {
    this.carried += wholeOf(this.high, this.low);
    this.high = 0;
    this.low = 0;
    this.span = 0;
  }
}

/** The exact integer a pair stands for. */
export function wholeOf(high: number, low: number): bigint {
  return BigInt(high) * 65536n + BigInt(low);
}

/** Twice an area in square steps as square metres, to the nearest double. */
export function squareMetres(high: number, low: number, step: number): number {
  return ((high * BASE + low) / 2) * step * step;
}
