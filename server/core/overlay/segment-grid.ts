/** Segments to be sorted into squares, as flat arrays that workers can share. */
export interface Segments {
  /** Vertex coordinates in grid steps. */
  readonly x: Int32Array;
  readonly y: Int32Array;
  /** Edge -> its two vertices. */
  readonly low: Int32Array;
  readonly high: Int32Array;
  /** The edges that take part. */
  readonly ids: Int32Array;
}

/** Squares laid over all segments, and the segments that come within a step of each. */
export interface SegmentGrid {
  readonly left: number;
  readonly bottom: number;
  /** Side of a square in grid steps. */
  readonly side: number;
  readonly columns: number;
  readonly rows: number;
  /** Square -> its first entry in `ids`; one more than squares. */
  readonly start: Int32Array;
  readonly ids: Int32Array;
}

/** Where the squares lie; the first half of a {@link SegmentGrid}. */
export type Frame = Pick<SegmentGrid, "left" | "bottom" | "side" | "columns" | "rows">;

const SQUARES_PER_SEGMENT = 1.5;
const MOST_SQUARES = 1.2e7;
const LEAST_SIDE = 16;

/** Squares over the first `vertexCount` vertices, about one and a half for each of `count` segments. */
export function frameOver(x: Int32Array, y: Int32Array, vertexCount: number, count: number): Frame {
  let left = Infinity;
  let bottom = Infinity;
  let right = -Infinity;
  let top = -Infinity;
  for (let i = 0; i < vertexCount; i++) {
    left = Math.min(left, x[i]!);
    right = Math.max(right, x[i]!);
    bottom = Math.min(bottom, y[i]!);
    top = Math.max(top, y[i]!);
  }
  // Room for the step by which segments are widened.
  left -= 2;
  bottom -= 2;
  const width = right + 3 - left;
  const height = top + 3 - bottom;
  const squares = Math.min(MOST_SQUARES, Math.max(64, count * SQUARES_PER_SEGMENT));
  const side = Math.max(LEAST_SIDE, Math.ceil(Math.sqrt((width * height) / squares)));
  return { left, bottom, side, columns: Math.ceil(width / side), rows: Math.ceil(height / side) };
}

/**
 * Sorts segments into the squares they come within a step of.
 *
 * Invariant: a square lists every segment that meets any pixel centred in it; it may list a few
 * that pass close by.
 * Cost: two walks over the squares of each segment (count, then fill).
 *
 * @param only squares marked 0 stay empty; undefined takes all
 */
export function sortIntoSquares(
  segments: Segments,
  frame: Frame,
  only: Uint8Array | undefined,
): SegmentGrid {
  const squares = frame.columns * frame.rows;
  const start = new Int32Array(squares + 1);
  forSquares(segments, frame, (square) => {
    if (only === undefined || only[square] === 1) start[square]!++;
  });
  let total = 0;
  for (let square = 0; square <= squares; square++) {
    total += start[square]!;
    start[square] = total;
  }
  const ids = new Int32Array(total);
  forSquares(segments, frame, (square, id) => {
    if (only === undefined || only[square] === 1) ids[--start[square]!] = id;
  });
  return { ...frame, start, ids };
}

/** Marks the squares that the segments come within a step of. */
export function markSquares(segments: Segments, frame: Frame): Uint8Array {
  const marks = new Uint8Array(frame.columns * frame.rows);
  forSquares(segments, frame, (square) => {
    marks[square] = 1;
  });
  return marks;
}

/** Calls `visit` with each square that a segment, widened by a step, may touch. */
function forSquares(
  { x, y, low, high, ids }: Segments,
  { left, bottom, side, columns }: Frame,
  visit: (square: number, id: number) => void,
): void {
  for (let i = 0; i < ids.length; i++) {
    const id = ids[i]!;
    let from = low[id]!;
    let to = high[id]!;
    if (y[from]! > y[to]!) {
      from = high[id]!;
      to = low[id]!;
    }
    const ax = x[from]! - left;
    const ay = y[from]! - bottom;
    const bx = x[to]! - left;
    const by = y[to]! - bottom;
    const leftmost = Math.min(ax, bx) - 1;
    const rightmost = Math.max(ax, bx) + 1;
    const firstRow = Math.floor((ay - 1) / side);
    const lastRow = Math.floor((by + 1) / side);
    if (firstRow === lastRow || ax === bx || ay === by) {
      const firstColumn = Math.floor(leftmost / side);
      const lastColumn = Math.floor(rightmost / side);
      for (let row = firstRow; row <= lastRow; row++) {
        for (let c = firstColumn; c <= lastColumn; c++) visit(row * columns + c, id);
      }
      continue;
    }
    // Within a row the segment covers only part of its width: a step and the slope's worth to spare.
    const slope = (bx - ax) / (by - ay);
    const spare = 2 + Math.abs(slope);
    for (let row = firstRow; row <= lastRow; row++) {
      const p = ax + slope * (row * side - ay);
      const q = ax + slope * ((row + 1) * side - ay);
      const rowLeft = Math.max(leftmost, Math.min(p, q) - spare);
      const rowRight = Math.min(rightmost, Math.max(p, q) + spare);
      const lastColumn = Math.floor(rowRight / side);
      for (let c = Math.floor(rowLeft / side); c <= lastColumn; c++) visit(row * columns + c, id);
    }
  }
}
