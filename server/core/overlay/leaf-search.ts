import {
  crossingPixel,
  crossSign,
  LONG,
  meetsPixel,
  type Point,
  touchesOwnCorner,
} from "./orientation.ts";
import { NEAR, type Segments } from "./segment-grid.ts";
import type { SplitList } from "./split-list.ts";
import { enlarged } from "./vertices.ts";

/** A box of grid points, closed to the left and below, open to the right and above. */
export interface Box {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/**
 * Snap rounding within one leaf: every pair of segments is compared.
 *
 * A pixel is *hot* when it holds a vertex or a crossing. Each segment that meets a hot pixel is to
 * pass through its centre. A leaf answers for the hot pixels centred in its box, and holds every
 * segment that meets one of them, so leaves need nothing of each other.
 *
 * Invariant: a split is noted exactly when segment and hot pixel meet and the pixel's centre is not
 * an end of the segment; it may be noted more than once. A near miss is noted when the centre lies
 * in the segment's box and near it.
 * Cost: the square of the segments in the leaf, some twenty.
 * Source: J. Hobby, "Practical segment intersection with finite precision output", 1999.
 */
export class LeafSearch {
  private readonly segments: Segments;
  /** Edge -> 1 where it is to be searched; pairs of other edges are not compared again. */
  private readonly fresh: Uint8Array | undefined;
  private readonly splits: SplitList;
  private ax = new Float64Array(64);
  private ay = new Float64Array(64);
  private bx = new Float64Array(64);
  private by = new Float64Array(64);
  private a = new Int32Array(64);
  private b = new Int32Array(64);
  private isFresh = new Uint8Array(64);
  private count = 0;
  private points = new Int32Array(64);
  private pointCount = 0;
  private readonly rounded: Point = { x: 0, y: 0 };

  constructor(segments: Segments, fresh: Uint8Array | undefined, splits: SplitList) {
    this.segments = segments;
    this.fresh = fresh;
    this.splits = splits;
  }

  /** Compares the segments `ids[from]` up to `ids[from + count]` with each other. */
  search(ids: Int32Array, from: number, count: number, box: Box): void {
    if (!this.load(ids, from, count)) return;
    this.count = count;
    this.pointCount = 0;
    const { ax, ay, bx, by, a, b } = this;
    const isFresh = this.isFresh;
    for (let i = 0; i < count; i++) {
      const left = ax[i]!;
      const right = bx[i]!;
      const low = Math.min(ay[i]!, by[i]!);
      const high = Math.max(ay[i]!, by[i]!);
      const old = isFresh[i] === 0;
      for (let j = i + 1; j < count; j++) {
        if (ax[j]! > right || bx[j]! < left) continue;
        const cy = ay[j]!;
        const dy = by[j]!;
        if ((cy > high && dy > high) || (cy < low && dy < low)) continue;
        if (old && isFresh[j] === 0) continue;
        const edge = ids[from + i]!;
        const other = ids[from + j]!;
        if (a[i] === a[j] || a[i] === b[j] || b[i] === a[j] || b[i] === b[j]) {
          // Segments that share an end do not cross, and most pairs that come close share one.
          this.splitAtEnds(edge, i, j, box);
          this.splitAtEnds(other, j, i, box);
        } else this.compare(edge, i, other, j, box);
      }
    }
    for (let p = 0; p < this.pointCount; p++) this.splitAtPoint(ids, from, count, this.points[p]!);
  }

  /** Copies the segments side by side, left end first. @returns whether any of them is fresh */
  private load(ids: Int32Array, from: number, count: number): boolean {
    if (count > this.ax.length) this.enlarge(count * 2);
    const { x, y, low, high } = this.segments;
    const { ax, ay, bx, by, a, b } = this;
    const isFresh = this.isFresh;
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

  /** Compares two segments that share no end. */
  private compare(edge: number, i: number, other: number, j: number, box: Box): void {
    const ax = this.ax[i]!;
    const ay = this.ay[i]!;
    const bx = this.bx[i]!;
    const by = this.by[i]!;
    const cx = this.ax[j]!;
    const cy = this.ay[j]!;
    const ex = this.bx[j]!;
    const ey = this.by[j]!;
    const dx1 = bx - ax;
    const dy1 = by - ay;
    const dx2 = ex - cx;
    const dy2 = ey - cy;
    const reach1 = dx1 + Math.abs(dy1);
    const reach2 = dx2 + Math.abs(dy2);
    if (reach1 >= LONG || reach2 >= LONG) {
      this.compareLong(edge, i, other, j, box);
      return;
    }
    // Twice the area between a segment and an end of the other; its sign is the side.
    const sideC = dx1 * (cy - ay) - dy1 * (cx - ax);
    const sideD = dx1 * (ey - ay) - dy1 * (ex - ax);
    const sideA = dx2 * (ay - cy) - dy2 * (ax - cx);
    const sideB = dx2 * (by - cy) - dy2 * (bx - cx);
    const near1 = NEAR * reach1;
    const near2 = NEAR * reach2;
    if (Math.abs(sideC) <= near1 && between(cx, cy, ax, ay, bx, by) && inside(cx, cy, box)) {
      this.note(edge, this.a[j]!, hot(dx1, dy1, reach1, sideC));
    }
    if (Math.abs(sideD) <= near1 && between(ex, ey, ax, ay, bx, by) && inside(ex, ey, box)) {
      this.note(edge, this.b[j]!, hot(dx1, dy1, reach1, sideD));
    }
    if (Math.abs(sideA) <= near2 && between(ax, ay, cx, cy, ex, ey) && inside(ax, ay, box)) {
      this.note(other, this.a[i]!, hot(dx2, dy2, reach2, sideA));
    }
    if (Math.abs(sideB) <= near2 && between(bx, by, cx, cy, ex, ey) && inside(bx, by, box)) {
      this.note(other, this.b[i]!, hot(dx2, dy2, reach2, sideB));
    }
    if (sideC > 0 !== sideD > 0 && sideA > 0 !== sideB > 0) {
      if (sideC === 0 || sideD === 0 || sideA === 0 || sideB === 0) return;
      const share = sideA / (sideA - sideB);
      const px = share * dx1 + 0.5;
      const py = share * dy1 + 0.5;
      const fx = px - Math.floor(px);
      const fy = py - Math.floor(py);
      // The quotient is right to 1e-8 of a step: only next to a pixel's side must it be exact.
      if (fx > 1e-6 && fx < 1 - 1e-6 && fy > 1e-6 && fy < 1 - 1e-6) {
        this.addCrossing(ax + Math.floor(px), ay + Math.floor(py), box);
      } else {
        crossingPixel(ax, ay, dx1, dy1, cx, cy, dx2, dy2, this.rounded);
        this.addCrossing(this.rounded.x, this.rounded.y, box);
      }
    }
  }

  /** The same for segments whose products do not fit a double. */
  private compareLong(edge: number, i: number, other: number, j: number, box: Box): void {
    this.splitAtEnds(edge, i, j, box);
    this.splitAtEnds(other, j, i, box);
    const ax = this.ax[i]!;
    const ay = this.ay[i]!;
    const cx = this.ax[j]!;
    const cy = this.ay[j]!;
    const dx1 = this.bx[i]! - ax;
    const dy1 = this.by[i]! - ay;
    const dx2 = this.bx[j]! - cx;
    const dy2 = this.by[j]! - cy;
    const sideC = crossSign(dx1, dy1, cx - ax, cy - ay);
    const sideD = crossSign(dx1, dy1, this.bx[j]! - ax, this.by[j]! - ay);
    const sideA = crossSign(dx2, dy2, ax - cx, ay - cy);
    const sideB = crossSign(dx2, dy2, this.bx[i]! - cx, this.by[i]! - cy);
    if (sideC * sideD >= 0 || sideA * sideB >= 0) return;
    crossingPixel(ax, ay, dx1, dy1, cx, cy, dx2, dy2, this.rounded);
    this.addCrossing(this.rounded.x, this.rounded.y, box);
  }

  /** Looks whether segment `i`, which is edge `edge`, passes the ends of segment `j`. */
  private splitAtEnds(edge: number, i: number, j: number, box: Box): void {
    this.splitAtEnd(edge, i, this.a[j]!, this.ax[j]!, this.ay[j]!, box);
    this.splitAtEnd(edge, i, this.b[j]!, this.bx[j]!, this.by[j]!, box);
  }

  private splitAtEnd(
    edge: number,
    i: number,
    vertex: number,
    x: number,
    y: number,
    box: Box,
  ): void {
    if (vertex === this.a[i] || vertex === this.b[i]) return;
    if (inside(x, y, box)) this.noteAt(edge, i, x, y, vertex);
  }

  /** Notes whether segment `i`, which is edge `edge`, meets the pixel at (x, y) or comes near. */
  private noteAt(edge: number, i: number, x: number, y: number, vertex: number): void {
    const ax = this.ax[i]!;
    const ay = this.ay[i]!;
    if (!between(x, y, ax, ay, this.bx[i]!, this.by[i]!)) return;
    const dx = this.bx[i]! - ax;
    const dy = this.by[i]! - ay;
    // In doubles, with room for their rounding: a near miss too many does no harm.
    const side = Math.abs(dx * (y - ay) - dy * (x - ax));
    if (side > (NEAR + 0.01) * (Math.abs(dx) + Math.abs(dy))) return;
    this.note(edge, vertex, meetsPixel(dx, dy, x - ax, y - ay));
  }

  private note(edge: number, vertex: number, meets: boolean): void {
    this.splits.add(meets ? edge : -1 - edge, vertex);
  }

  /**
   * Makes a crossing's pixel hot, once. Where it holds a vertex it is hot already: the vertex is an
   * end of a segment of this leaf, as all that meet the pixel are.
   */
  private addCrossing(x: number, y: number, box: Box): void {
    if (!inside(x, y, box)) return;
    const { pointX, pointY } = this.splits;
    for (let p = 0; p < this.pointCount; p++) {
      const known = -1 - this.points[p]!;
      if (pointX[known] === x && pointY[known] === y) return;
    }
    const { ax, ay, bx, by } = this;
    for (let i = 0; i < this.count; i++) {
      if ((ax[i] === x && ay[i] === y) || (bx[i] === x && by[i] === y)) return;
    }
    if (this.pointCount === this.points.length) {
      this.points = enlarged(this.points, this.pointCount * 2);
    }
    this.points[this.pointCount++] = this.splits.addPoint(x, y);
  }

  private splitAtPoint(ids: Int32Array, from: number, count: number, point: number): void {
    const x = this.splits.pointX[-1 - point]!;
    const y = this.splits.pointY[-1 - point]!;
    for (let i = 0; i < count; i++) {
      if (x < this.ax[i]! || x > this.bx[i]!) continue;
      this.noteAt(ids[from + i]!, i, x, y, point);
    }
  }

  private enlarge(room: number): void {
    this.ax = new Float64Array(room);
    this.ay = new Float64Array(room);
    this.bx = new Float64Array(room);
    this.by = new Float64Array(room);
    this.a = new Int32Array(room);
    this.b = new Int32Array(room);
    this.isFresh = new Uint8Array(room);
  }
}

function inside(x: number, y: number, { left, bottom, right, top }: Box): boolean {
  return x >= left && x < right && y >= bottom && y < top;
}

/** Whether (x, y) lies in the bounding box of a segment whose left end comes first. */
function between(x: number, y: number, ax: number, ay: number, bx: number, by: number): boolean {
  return x >= ax && x <= bx && (ay < by ? y >= ay && y <= by : y >= by && y <= ay);
}

/** Whether a point on this side of a short segment has it in its pixel; see {@link meetsPixel}. */
function hot(dx: number, dy: number, reach: number, side: number): boolean {
  const distance = 2 * Math.abs(side);
  return distance < reach || (distance === reach && touchesOwnCorner(dx, dy, side > 0));
}
