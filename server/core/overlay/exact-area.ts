/**
 * Areas as exact integers: twice the area in square grid steps, up to 2^65.
 *
 * Kept as `high * 65536 + low` in two doubles, both whole numbers. Sums of such pairs are exact:
 * the highs of disjoint ground stay below 2^50 and the lows are small.
 */
export const BASE = 65536;

/** Sums and what is added to them stay below this, so that adding is exact. */
const HALF_EXACT = 2 ** 52;
/**
 * A chain whose sum reaches this ends: one edge more, which adds less than 2^48, leaves it below
 * {@link HALF_EXACT}.
 */
export const LIGHT = 2 ** 51;

/** Sums twice the area below the chains of a ring: positive for one that runs counter-clockwise. */
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

  /** Adds a chain, there or back, whose pair stands at `areas[2 * chain]`. */
  addChain(areas: Float64Array, half: number): void {
    if (half & 1) this.add(-areas[half - 1]!, -areas[half]!);
    else this.add(areas[half]!, areas[half + 1]!);
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

  private add(high: number, low: number): void {
    this.high += high;
    this.low += low;
    if (!staysBelow(HALF_EXACT, this.high, this.low)) this.carry();
  }

  /** Too much for doubles: put the sum aside as a BigInt. */
  private carry(): void {
    this.carried += wholeOf(this.high, this.low);
    this.high = 0;
    this.low = 0;
  }
}

/** The high part of twice the ground between an edge and the axis; `heights` is of both its ends. */
export function highBelow(width: number, heights: number): number {
  return width * Math.floor(heights / BASE);
}

/** The low part of it. */
export function lowBelow(width: number, heights: number): number {
  return width * (heights - Math.floor(heights / BASE) * BASE);
}

/** Whether both parts of a sum are below a limit, without regard to sign. */
export function staysBelow(limit: number, high: number, low: number): boolean {
  return high < limit && high > -limit && low < limit && low > -limit;
}

/** The exact integer a pair stands for. */
export function wholeOf(high: number, low: number): bigint {
  return BigInt(high) * 65536n + BigInt(low);
}

/** Twice an area in square steps as square metres, to the nearest double. */
export function squareMetres(high: number, low: number, step: number): number {
  return ((high * BASE + low) / 2) * step * step;
}
