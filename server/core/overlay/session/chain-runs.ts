import { enlarged } from "../int-list.ts";

/** So little that is of no use is not worth the work of moving what is. */
const SPARE = 4096;

/**
 * The vertices and half-edges of chains, all in two lists: those of one chain side by side.
 *
 * A chain is never changed: it is written at the end and forgotten. Where more is forgotten than
 * kept, what is kept moves together.
 */
export class ChainRuns {
  /** x, y of each vertex of each chain, both ends among them. */
  xy = new Int32Array(2048);
  /** Chain -> its first vertex in `xy`. */
  start = new Int32Array(0);
  /** Chain -> how many vertices it has; 0 where there is no chain of that number. */
  size = new Int32Array(0);
  /** Chain -> its lowest vertex (by x, then y), counted from its first. */
  lowest = new Int32Array(0);
  /** At the place of each vertex the half-edge that goes on from there; none at the last. */
  private half = new Int32Array(1024);
  private used = 0;
  private kept = 0;
  /** The run that is being written: where it begins, and its lowest vertex. */
  private begun = 0;
  private least = 0;

  /** The half-edges of a chain in their order. */
  halves(chain: number): Int32Array {
    const start = this.start[chain]!;
    return this.half.subarray(start, start + this.size[chain]! - 1);
  }

  /** Begins a run with its first vertex. */
  begin(x: number, y: number): void {
    this.begun = this.least = this.used;
    this.put(x, y);
  }

  /** Goes on along a half-edge to its end. */
  append(half: number, x: number, y: number): void {
    this.half[this.used - 1] = half;
    const { xy, least } = this;
    if (x < xy[2 * least]! || (x === xy[2 * least] && y < xy[2 * least + 1]!)) {
      this.least = this.used;
    }
    this.put(x, y);
  }

  /** Ends the run: it is that of a chain. */
  end(chain: number): void {
    if (chain >= this.start.length) {
      const room = 2 * chain + 1024;
      this.start = enlarged(this.start, room);
      this.size = enlarged(this.size, room);
      this.lowest = enlarged(this.lowest, room);
    }
    this.start[chain] = this.begun;
    this.size[chain] = this.used - this.begun;
    this.lowest[chain] = this.least - this.begun;
    this.kept += this.size[chain]!;
  }

  forget(chain: number): void {
    this.kept -= this.size[chain]!;
    this.size[chain] = 0;
  }

  /** Moves together what is kept, where that is less than half. */
  compact(): void {
    if (this.used < 2 * this.kept + SPARE) return;
    const xy = new Int32Array(4 * this.kept + 2 * SPARE);
    const half = new Int32Array(xy.length >> 1);
    this.used = 0;
    for (let chain = 0; chain < this.start.length; chain++) {
      const size = this.size[chain]!;
      if (size === 0) continue;
      const from = this.start[chain]!;
      xy.set(this.xy.subarray(2 * from, 2 * (from + size)), 2 * this.used);
      half.set(this.half.subarray(from, from + size), this.used);
      this.start[chain] = this.used;
      this.used += size;
    }
    this.xy = xy;
    this.half = half;
  }

  private put(x: number, y: number): void {
    if (this.used === this.half.length) {
      this.xy = enlarged(this.xy, 4 * this.used);
      this.half = enlarged(this.half, 2 * this.used);
    }
    this.xy[2 * this.used] = x;
    this.xy[2 * this.used + 1] = y;
    this.used++;
  }
}
