import { enlarged } from "./vertices.ts";

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
  let left = x[0] ?? 0;
  let bottom = y[0] ?? 0;
  let right = left;
  let top = bottom;
  for (let i = 1; i < vertexCount; i++) {
    const px = x[i]!;
    const py = y[i]!;
    if (px < left) left = px;
    else if (px > right) right = px;
    if (py < bottom) bottom = py;
    else if (py > top) top = py;
  }
  // Room for the step by which segments are widened.
  left -= 2;
  bottom -= 2;
  const width = right + 3 - left;
  const height = top + 3 - bottom;
  const squares = Math.min(MOST_SQUARES, Math.max(64, count * SQUARES_PER_SEGMENT));
  // A flat extent must not get more squares in one row than it is to have in all.
  const longest = Math.max(width, height) / squares;
  const side = Math.ceil(Math.max(LEAST_SIDE, longest, Math.sqrt((width * height) / squares)));
  return { left, bottom, side, columns: Math.ceil(width / side), rows: Math.ceil(height / side) };
}

/**
 * Sorts segments into the squares they come within a step of.
 *
 * Invariant: a square lists every segment that meets any pixel centred in it; it may list a few
 * that pass close by.
 * Cost: one walk over the squares of each segment and a counting sort.
 *
 * @param only squares marked 0 stay empty; undefined takes all
 */
export function sortIntoSquares(
  segments: Segments,
  frame: Frame,
  only: Uint8Array | undefined,
): SegmentGrid {
  const { square, id, count } = listVisits(segments, frame);
  const start = new Int32Array(frame.columns * frame.rows + 1);
  for (let i = 0; i < count; i++) {
    if (only === undefined || only[square[i]!] === 1) start[square[i]!]!++;
  }
  for (let s = 1; s < start.length; s++) start[s]! += start[s - 1]!;
  const ids = new Int32Array(start[start.length - 1]!);
  for (let i = 0; i < count; i++) {
    if (only === undefined || only[square[i]!] === 1) ids[--start[square[i]!]!] = id[i]!;
  }
  return { ...frame, start, ids };
}

/** Marks the squares that the segments come within a step of. */
export function markSquares(segments: Segments, frame: Frame): Uint8Array {
  const marks = new Uint8Array(frame.columns * frame.rows);
  const { square, count } = listVisits(segments, frame);
  for (let i = 0; i < count; i++) marks[square[i]!] = 1;
  return marks;
}

/** Pairs of a square and a segment that, widened by a step, may touch it. */
interface Visits {
  count: number;
  square: Int32Array;
  id: Int32Array;
}

function listVisits(segments: Segments, frame: Frame): Visits {
  const room = Math.ceil(segments.ids.length * 1.5) + 64;
  const visits = { count: 0, square: new Int32Array(room), id: new Int32Array(room) };
  const { x, y, low, high, ids } = segments;
  const { left, bottom, side, columns } = frame;
  for (let i = 0; i < ids.length; i++) {
    const id = ids[i]!;
    const u = low[id]!;
    const v = high[id]!;
    const up = y[u]! <= y[v]!;
    const ax = x[up ? u : v]! - left;
    const ay = y[up ? u : v]! - bottom;
    const bx = x[up ? v : u]! - left;
    const by = y[up ? v : u]! - bottom;
    const firstRow = Math.floor((ay - 1) / side);
    const lastRow = Math.floor((by + 1) / side);
    const firstColumn = Math.floor((Math.min(ax, bx) - 1) / side);
    const lastColumn = Math.floor((Math.max(ax, bx) + 1) / side);
    const rows = lastRow - firstRow + 1;
    const width = lastColumn - firstColumn + 1;
    // A slanted segment visits at most three squares a row and a column of its box.
    const most = Math.min(rows * width, 3 * (rows + width));
    if (visits.count + most > visits.square.length) makeRoom(visits, most);
    if (firstRow === lastRow || firstColumn === lastColumn || ay === by) {
      for (let row = firstRow; row <= lastRow; row++) {
        for (let column = firstColumn; column <= lastColumn; column++) {
          visits.square[visits.count] = row * columns + column;
          visits.id[visits.count++] = id;
        }
      }
    } else visitSlanted(visits, frame, id, ax, ay, bx, by, firstRow, lastRow);
  }
  return visits;
}

/** In each row a slanted segment covers part of its width, with a step and its slope to spare. */
function visitSlanted(
  visits: Visits,
  { side, columns }: Frame,
  id: number,
  ax: number,
  ay: number,
  bx: number,
  by: number,
  firstRow: number,
  lastRow: number,
): void {
  const slope = (bx - ax) / (by - ay);
  const spare = 2 + Math.abs(slope);
  const leftmost = Math.min(ax, bx) - 1;
  const rightmost = Math.max(ax, bx) + 1;
  for (let row = firstRow; row <= lastRow; row++) {
    const p = ax + slope * (row * side - ay);
    const q = ax + slope * ((row + 1) * side - ay);
    const from = Math.floor(Math.max(leftmost, Math.min(p, q) - spare) / side);
    const to = Math.floor(Math.min(rightmost, Math.max(p, q) + spare) / side);
    for (let column = from; column <= to; column++) {
      visits.square[visits.count] = row * columns + column;
      visits.id[visits.count++] = id;
    }
  }
}

function makeRoom(visits: Visits, most: number): void {
  const room = Math.max(visits.square.length * 2, visits.count + most);
  visits.square = enlarged(visits.square, room);
  visits.id = enlarged(visits.id, room);
}
