import { LeafSegments } from "./leaf-segments.ts";
import { isNear } from "./near-miss.ts";
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

// Imported constants are loaded anew at every use: the loops below have their own.
const STEPS_NEAR = NEAR;
const TOO_LONG = LONG;

/** A box of grid points, closed to the left and below, open to the right and above. */
export interface Box {
  left: number;
  bottom: number;
  right: number;
  top: number;
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
  private readonly held: LeafSegments;
  private readonly splits: SplitList;
  private count = 0;
  /** The segments whose box holds the crossing that is looked at. */
  private close = new Int32Array(64);
  /** The edges that are compared, from `from` on. */
  private ids: Int32Array = new Int32Array(0);
  private from = 0;
  /** The first crossing of this leaf in `splits`. */
  private firstPoint = 0;
  private readonly rounded: Point = { x: 0, y: 0 };

  /** @param fresh edge -> 1 where it is to be searched; pairs of other edges are not compared */
  constructor(segments: Segments, fresh: Uint8Array | undefined, splits: SplitList) {
    this.held = new LeafSegments(segments, fresh);
    this.splits = splits;
  }

  /** Compares the segments `ids[from]` up to `ids[from + count]` with each other. */
  search(ids: Int32Array, from: number, count: number, box: Readonly<Box>): void {
    if (!this.held.load(ids, from, count)) return;
    if (count > this.close.length) this.close = new Int32Array(count * 2);
    this.ids = ids;
    this.from = from;
    this.count = count;
    this.firstPoint = this.splits.pointCount;
    const { ax, ay, bx, by, a, b, isFresh } = this.held;
    for (let i = 0; i < count; i++) {
      const left = ax[i]!;
      const right = bx[i]!;
      const low = Math.min(ay[i]!, by[i]!);
      const high = Math.max(ay[i]!, by[i]!);
      const old = isFresh[i] === 0;
      for (let j = i + 1; j < count; j++) {
        if (ax[j]! > right || bx[j]! < left) continue;
        const cy = ay[j]!;
        const ey = by[j]!;
        if ((cy > high && ey > high) || (cy < low && ey < low)) continue;
        if (old && isFresh[j] === 0) continue;
        // Segments that share an end do not cross, and most pairs that come close share one.
        const first = a[i] === a[j] || a[i] === b[j];
        if (!first && b[i] !== a[j] && b[i] !== b[j]) {
          this.compare(i, j, box);
          continue;
        }
        const px = first ? right : left;
        const py = first ? by[i]! : ay[i]!;
        if (
          px >= ax[j]! &&
          px <= bx[j]! &&
          (cy < ey ? py >= cy && py <= ey : py >= ey && py <= cy)
        ) {
          this.splitAtEnd(j, first ? b[i]! : a[i]!, px, py, box);
        }
        const second = a[j] === a[i] || a[j] === b[i];
        const qx = second ? bx[j]! : ax[j]!;
        const qy = second ? ey : cy;
        if (qx >= left && qx <= right && qy >= low && qy <= high) {
          this.splitAtEnd(i, second ? b[j]! : a[j]!, qx, qy, box);
        }
      }
    }
  }

  /** Compares two segments that share no end. */
  private compare(i: number, j: number, box: Readonly<Box>): void {
    const held = this.held;
    const ax = held.ax[i]!;
    const ay = held.ay[i]!;
    const bx = held.bx[i]!;
    const by = held.by[i]!;
    const cx = held.ax[j]!;
    const cy = held.ay[j]!;
    const ex = held.bx[j]!;
    const ey = held.by[j]!;
    const dx1 = bx - ax;
    const dy1 = by - ay;
    const dx2 = ex - cx;
    const dy2 = ey - cy;
    const reach1 = dx1 + Math.abs(dy1);
    const reach2 = dx2 + Math.abs(dy2);
    if (reach1 >= TOO_LONG || reach2 >= TOO_LONG) {
      this.compareLong(i, j, box);
      return;
    }
    // Twice the area between a segment and an end of the other; its sign is the side.
    const sideC = dx1 * (cy - ay) - dy1 * (cx - ax);
    const sideD = dx1 * (ey - ay) - dy1 * (ex - ax);
    const sideA = dx2 * (ay - cy) - dy2 * (ax - cx);
    const sideB = dx2 * (by - cy) - dy2 * (bx - cx);
    const near1 = STEPS_NEAR * reach1;
    const near2 = STEPS_NEAR * reach2;
    if (Math.abs(sideC) <= near1 && between(cx, cy, ax, ay, bx, by) && inside(cx, cy, box)) {
      this.note(i, held.a[j]!, hot(dx1, dy1, reach1, sideC));
    }
    if (Math.abs(sideD) <= near1 && between(ex, ey, ax, ay, bx, by) && inside(ex, ey, box)) {
      this.note(i, held.b[j]!, hot(dx1, dy1, reach1, sideD));
    }
    if (Math.abs(sideA) <= near2 && between(ax, ay, cx, cy, ex, ey) && inside(ax, ay, box)) {
      this.note(j, held.a[i]!, hot(dx2, dy2, reach2, sideA));
    }
    if (Math.abs(sideB) <= near2 && between(bx, by, cx, cy, ex, ey) && inside(bx, by, box)) {
      this.note(j, held.b[i]!, hot(dx2, dy2, reach2, sideB));
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
  private compareLong(i: number, j: number, box: Readonly<Box>): void {
    this.splitAtEnds(i, j, box);
    this.splitAtEnds(j, i, box);
    const held = this.held;
    const ax = held.ax[i]!;
    const ay = held.ay[i]!;
    const cx = held.ax[j]!;
    const cy = held.ay[j]!;
    const dx1 = held.bx[i]! - ax;
    const dy1 = held.by[i]! - ay;
    const dx2 = held.bx[j]! - cx;
    const dy2 = held.by[j]! - cy;
    const sideC = crossSign(dx1, dy1, cx - ax, cy - ay);
    const sideD = crossSign(dx1, dy1, held.bx[j]! - ax, held.by[j]! - ay);
    const sideA = crossSign(dx2, dy2, ax - cx, ay - cy);
    const sideB = crossSign(dx2, dy2, held.bx[i]! - cx, held.by[i]! - cy);
    if (sideC * sideD >= 0 || sideA * sideB >= 0) return;
    crossingPixel(ax, ay, dx1, dy1, cx, cy, dx2, dy2, this.rounded);
    this.addCrossing(this.rounded.x, this.rounded.y, box);
  }

  /** Looks whether segment `i` passes the ends of segment `j`, none of which is its own. */
  private splitAtEnds(i: number, j: number, box: Readonly<Box>): void {
    const { ax, ay, bx, by, a, b } = this.held;
    if (between(ax[j]!, ay[j]!, ax[i]!, ay[i]!, bx[i]!, by[i]!)) {
      this.splitAtEnd(i, a[j]!, ax[j]!, ay[j]!, box);
    }
    if (between(bx[j]!, by[j]!, ax[i]!, ay[i]!, bx[i]!, by[i]!)) {
      this.splitAtEnd(i, b[j]!, bx[j]!, by[j]!, box);
    }
  }

  /** Looks whether segment `i` passes a vertex in its box. */
  private splitAtEnd(i: number, vertex: number, x: number, y: number, box: Readonly<Box>): void {
    if (inside(x, y, box)) this.noteAt(i, x, y, vertex);
  }

  /** Notes whether segment `i` meets the pixel at (x, y), which is in its box, or comes near. */
  private noteAt(i: number, x: number, y: number, vertex: number): void {
    const held = this.held;
    const ax = held.ax[i]!;
    const ay = held.ay[i]!;
    const dx = held.bx[i]! - ax;
    const dy = held.by[i]! - ay;
    const ex = x - ax;
    const ey = y - ay;
    if (isNear(dx, dy, ex, ey)) this.note(i, vertex, meetsPixel(dx, dy, ex, ey));
  }

  private note(i: number, vertex: number, meets: boolean): void {
    const edge = this.ids[this.from + i]!;
    this.splits.add(meets ? edge : -1 - edge, vertex);
  }

  /**
   * Makes a crossing's pixel hot, once, and leads all that meet it there. Where the pixel holds a
   * vertex it is hot already: the vertex is an end of a segment of this leaf, as all that meet the
   * pixel are.
   */
  private addCrossing(x: number, y: number, box: Readonly<Box>): void {
    if (!inside(x, y, box)) return;
    const { pointX, pointY, pointCount } = this.splits;
    for (let point = this.firstPoint; point < pointCount; point++) {
      if (pointX[point] === x && pointY[point] === y) return;
    }
    const { ax, ay, bx, by } = this.held;
    const count = this.count;
    const close = this.close;
    let used = 0;
    for (let i = 0; i < count; i++) {
      const left = ax[i]!;
      const right = bx[i]!;
      if (x < left || x > right) continue;
      const p = ay[i]!;
      const q = by[i]!;
      if (p < q ? y < p || y > q : y < q || y > p) continue;
      if ((x === left && y === p) || (x === right && y === q)) return;
      close[used++] = i;
    }
    const vertex = this.splits.addPoint(x, y);
    for (let k = 0; k < used; k++) this.noteAt(close[k]!, x, y, vertex);
  }
}

function inside(x: number, y: number, { left, bottom, right, top }: Readonly<Box>): boolean {
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
