/**
 * Areas as exact integers: twice the area in square grid steps, up to 2^65.
 *
 * Kept as `high * 65536 + low` in two doubles, both whole numbers. Sums of such pairs are exact:
 * the highs of disjoint ground stay below 2^50 and the lows are small.
 */
const BASE = 65536;

/** Sums and what is added to them stay below this, so that adding is exact. */
const HALF_EXACT = 2 ** 52;
/** A light sum stays below {@link HALF_EXACT} when one more edge is added. */
const LIGHT = 2 ** 51;

/** Sums twice the area below the edges of a ring: positive for a ring that runs counter-clockwise. */
export class AreaSum {
  high = 0;
  low = 0;
  private carried = 0n;

  /** Begins anew. */
  clear(): void {
    this.high = 0;
    this.low = 0;
    this.carried = 0n;
  }

  /** Adds the edge from (ax, ay) to (bx, by), grid integers: its terms stay below 2^48. */
  addEdge(ax: number, ay: number, bx: number, by: number): void {
    const width = ax - bx;
    const heights = ay + by;
    const top = Math.floor(heights / BASE);
    this.add(width * top, width * (heights - top * BASE));
  }

  /** Adds what another sum came to while it was light, or by the edge that ended that. */
  add(high: number, low: number): void {
    this.high += high;
    this.low += low;
    if (!this.staysBelow(HALF_EXACT)) this.carry();
  }

  /** Adds a chain, there or back, whose pair stands at `areas[2 * chain]`. */
  addChain(areas: Float64Array, half: number): void {
    if (half & 1) this.add(-areas[half - 1]!, -areas[half]!);
    else this.add(areas[half]!, areas[half + 1]!);
  }

  /** Whether the sum so far, and one edge more, may be added to others. */
  isLight(): boolean {
    return this.staysBelow(LIGHT);
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

  private staysBelow(limit: number): boolean {
    const { high, low } = this;
    return high < limit && high > -limit && low < limit && low > -limit;
  }

  /** Too much for doubles: put the sum aside as a BigInt. */
  private carry(): void {
    this.carried += wholeOf(this.high, this.low);
    this.high = 0;
    this.low = 0;
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
