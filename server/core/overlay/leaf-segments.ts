import type { Segments } from "./segment-grid.ts";

/**
 * The segments of one leaf, copied side by side, so that comparing all pairs reads nothing else.
 *
 * Invariant: the left end comes first, `ax <= bx`.
 * Cost: a look at each segment and at its two ends.
 */
export class LeafSegments {
  private readonly segments: Segments;
  private readonly fresh: Uint8Array | undefined;
  /** Where the left and the right end lie, in grid steps. */
  ax = new Float64Array(64);
  ay = new Float64Array(64);
  bx = new Float64Array(64);
  by = new Float64Array(64);
  /** The vertices at the left and the right end. */
  a = new Int32Array(64);
  b = new Int32Array(64);
  /** 1 where the segment is to be searched. */
  isFresh = new Uint8Array(64);

  /** @param fresh edge -> 1 where it is to be searched; all are where there is no list */
  constructor(segments: Segments, fresh: Uint8Array | undefined) {
    this.segments = segments;
    this.fresh = fresh;
  }

  /** Takes in the segments `ids[from]` up to `ids[from + count]`. @returns whether any is fresh */
  load(ids: Int32Array, from: number, count: number): boolean {
    if (count > this.ax.length) this.makeRoom(count * 2);
    const { x, y, low, high } = this.segments;
    const { ax, ay, bx, by, a, b, isFresh } = this;
    const fresh = this.fresh;
    let any = false;
    for (let i = 0; i < count; i++) {
      const edge = ids[from + i]!;
      const u = low[edge]!;
      const v = high[edge]!;
      const swap = x[u]! > x[v]!;
      const start = swap ? v : u;
      const end = swap ? u : v;
      a[i] = start;
      b[i] = end;
      ax[i] = x[start]!;
      ay[i] = y[start]!;
      bx[i] = x[end]!;
      by[i] = y[end]!;
      isFresh[i] = fresh === undefined ? 1 : fresh[edge]!;
      if (isFresh[i] === 1) any = true;
    }
    return any;
  }

  private makeRoom(room: number): void {
    this.ax = new Float64Array(room);
    this.ay = new Float64Array(room);
    this.bx = new Float64Array(room);
    this.by = new Float64Array(room);
    this.a = new Int32Array(room);
    this.b = new Int32Array(room);
    this.isFresh = new Uint8Array(room);
  }
}
