import { LEAF, type Lines } from "./lines.ts";
import { nearestOn, squareToPiece } from "./nearest.ts";

/** A square that the centre of the circle may lie in, with the largest radius it could have there. */
interface Square {
  readonly x: number;
  readonly y: number;
  readonly half: number;
  readonly most: number;
}

/**
 * M-C2: the diameter of the largest circle that fits into ground.
 *
 * Branch and bound over squares. What bounds a square is exact for ground between two straight
 * lines: the distance to a piece is convex, so is the mean of the distances to two, and over a
 * square a convex function is largest at a corner. A strip is so settled in as many squares as it
 * has bends, however long it is.
 *
 * @param outline the rings of the ground, read even-odd, metres
 * @param precision metres by which the answer may be too small, or a thousandth of it where that is
 *   more; it is never too large
 * @param enough where it is given, all that is asked is whether the width is more than so many metres:
 *   the answer is on the right side of it, and no nearer than that
 * @returns metres, 0 where the ground has no inside
 */
export function widthOf(outline: Lines, precision = 0.001, enough = Infinity): number {
  const [west, south, east, north] = outline.boxes.subarray(4, 8);
  if (outline.count === 0 || west === undefined) return 0;
  const nearest = nearestOn(outline);
  const isInside = insideOf(outline);
  const queue = largestFirst();
  // A square that cannot hold a circle as wide as is asked for settles nothing.
  const least = enough === Infinity ? 0 : enough / 2;
  let best = 0;
  const push = (x: number, y: number, half: number, most: number): void => {
    if (most > best && most > least) queue.push({ x, y, half, most });
  };
  const tryCentre = (x: number, y: number): void => {
    const { distance } = nearest(x, y);
    if (distance > best && isInside(x, y)) best = distance;
  };
  const look = (x: number, y: number, half: number, limit: number): void => {
    const { distance, piece, x: px, y: py } = nearest(x, y);
    const inside = isInside(x, y);
    const diagonal = half * Math.SQRT2;
    if (inside && distance > best) best = distance;
    if (!inside) {
      // The nearest point inside is at the boundary, where the radius is 0.
      push(x, y, half, Math.min(limit, diagonal - distance));
      return;
    }
    const first = piece;
    const across = nearest(x, y, Infinity, x - px, y - py);
    const other = across.piece;
    // Half-way across is where a circle between two lines is largest.
    if (other >= 0) tryCentre((px + across.x) / 2, (py + across.y) / 2);
    const byTwo = boundBy(outline.ends, x, y, half, first, other);
    push(x, y, half, Math.min(limit, distance + diagonal, byTwo));
  };
  const size = Math.min(east! - west, north! - south!) / 2;
  if (!(size > 0)) return 0;
  for (let x = west + size; x - size < east!; x += 2 * size) {
    for (let y = south! + size; y - size < north!; y += 2 * size) look(x, y, size, Infinity);
  }
  for (let square = queue.pop(); square !== undefined; square = queue.pop()) {
    const slack = Math.max(precision / 2, best * RELATIVE);
    if (square.most <= best + slack || 2 * best > enough) break;
    const half = square.half / 2;
    for (const [sx, sy] of QUARTERS) {
      look(square.x + sx * half, square.y + sy * half, half, square.most);
    }
  }
  return 2 * best;
}

/** Of wide ground nobody asks for the millimetre. */
const RELATIVE = 0.001;

const QUARTERS = [
  [-1, -1],
  [1, -1],
  [-1, 1],
  [1, 1],
] as const;

/** The largest radius that two pieces leave to a centre in the square. */
function boundBy(
  ends: Float64Array,
  x: number,
  y: number,
  half: number,
  first: number,
  other: number,
): number {
  let byFirst = 0;
  let byOther = 0;
  let byBoth = 0;
  for (const [sx, sy] of QUARTERS) {
    const cx = x + sx * half;
    const cy = y + sy * half;
    const a = Math.sqrt(squareToPiece(ends, first, cx, cy));
    const b = other < 0 ? Infinity : Math.sqrt(squareToPiece(ends, other, cx, cy));
    byFirst = Math.max(byFirst, a);
    byOther = Math.max(byOther, b);
    byBoth = Math.max(byBoth, (a + b) / 2);
  }
  return Math.min(byFirst, byOther, byBoth);
}

/** Whether a point lies inside rings read even-odd: counts the pieces that a ray east of it meets. */
function insideOf({ boxes, ends, firstLeaf, count }: Lines) {
  return (x: number, y: number): boolean => {
    let inside = false;
    const visit = (node: number): void => {
      const at = 4 * node;
      if (!(boxes[at + 1]! <= y && boxes[at + 3]! >= y && boxes[at + 2]! >= x)) return;
      if (node < firstLeaf) {
        visit(2 * node);
        visit(2 * node + 1);
        return;
      }
      const begin = (node - firstLeaf) * LEAF;
      for (let piece = begin; piece < Math.min(begin + LEAF, count); piece++) {
        const y0 = ends[4 * piece + 1]!;
        const y1 = ends[4 * piece + 3]!;
        if (y0 > y === y1 > y) continue;
        const x0 = ends[4 * piece]!;
        const x1 = ends[4 * piece + 2]!;
        if (x < x0 + ((y - y0) / (y1 - y0)) * (x1 - x0)) inside = !inside;
      }
    };
    visit(1);
    return inside;
  };
}

/** A queue of squares that gives the one with the most room first: a binary heap. */
function largestFirst() {
  const heap: Square[] = [];
  return {
    push(square: Square): void {
      let at = heap.push(square) - 1;
      while (at > 0) {
        const parent = (at - 1) >> 1;
        if (heap[parent]!.most >= square.most) break;
        heap[at] = heap[parent]!;
        at = parent;
      }
      heap[at] = square;
    },
    pop(): Square | undefined {
      const top = heap[0];
      const last = heap.pop();
      if (top === undefined || last === undefined || heap.length === 0) return top;
      let at = 0;
      for (;;) {
        let child = 2 * at + 1;
        if (child >= heap.length) break;
        if (child + 1 < heap.length && heap[child + 1]!.most > heap[child]!.most) child++;
        if (heap[child]!.most <= last.most) break;
        heap[at] = heap[child]!;
        at = child;
      }
      heap[at] = last;
      return top;
    },
  };
}
