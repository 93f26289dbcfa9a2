import { enlarged } from "./int-list.ts";

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

/** Squares laid over all segments, in grid steps. */
export interface Frame {
  /** The lower left corner. */
  readonly left: number;
  readonly bottom: number;
  /** Side of a square. */
  readonly side: number;
  readonly columns: number;
  readonly rows: number;
}

/** Squares, row by row from the lowest, and the segments that come near each. */
export interface SegmentGrid extends Frame {
  /** Square -> its first entry in `ids`; one more than squares. */
  readonly start: Int32Array;
  /** Edges, square by square. */
  readonly ids: Int32Array;
}

/** Rows of a {@link Frame}, `from` up to `to`. */
export interface Rows {
  readonly from: number;
  readonly to: number;
}

/**
 * A segment is listed in the squares of all pixels whose centres lie in its box and no farther from
 * it than this many steps, in x and in y; see suspects.ts for who asks.
 */
export const NEAR = 2;

const SQUARES_PER_SEGMENT = 1.5;
const MOST_SQUARES = 1.2e7;
/** Far more than twice {@link NEAR}, or segments would lie in many squares for what they come near. */
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
 * Memory for sorting segments into squares: for one sorting after another, since to touch new memory
 * takes longer than to sort in it.
 */
export class SortingRoom implements Visits {
  count = 0;
  square = new Int32Array(0);
  id = new Int32Array(0);
  private start = new Int32Array(0);
  private ids = new Int32Array(0);

  /** Zeros, one for each square and one more, and room for what they list. */
  lists(squares: number): { start: Int32Array; ids: Int32Array } {
    if (this.start.length <= squares) this.start = new Int32Array(2 * squares + 1);
    if (this.ids.length < this.count) this.ids = new Int32Array(this.square.length);
    const start = this.start.subarray(0, squares + 1);
    return { start: start.fill(0), ids: this.ids.subarray(0, this.count) };
  }
}

/**
 * Sorts segments into the squares they come near.
 *
 * Invariant: a square lists every segment whose box holds the centre of a pixel in it that lies
 * within {@link NEAR} steps; it may list a few more.
 * Cost: one walk over the squares of each segment and a counting sort.
 *
 * @param frame holds all segments
 * @param rows take part; their squares hold the same whatever the others are
 * @param room the grid lies in it, until the next is sorted there
 */
export function sortIntoSquares(
  segments: Segments,
  frame: Frame,
  rows: Rows = allRows(frame),
  room = new SortingRoom(),
): SegmentGrid {
  listVisits(segments, frame, rows, room);
  const { square, id, count } = room;
  const { start, ids } = room.lists(frame.columns * (rows.to - rows.from));
  for (let i = 0; i < count; i++) start[square[i]!]!++;
  for (let s = 1; s < start.length; s++) start[s]! += start[s - 1]!;
  for (let i = 0; i < count; i++) ids[--start[square[i]!]!] = id[i]!;
  const bottom = frame.bottom + rows.from * frame.side;
  return { ...frame, bottom, rows: rows.to - rows.from, start, ids };
}

/** Every row of a frame. */
export const allRows = ({ rows }: Frame): Rows => ({ from: 0, to: rows });

/** Pairs of a square and a segment that, widened by a step, may touch it. */
interface Visits {
  count: number;
  square: Int32Array;
  id: Int32Array;
}

/** Visits to the squares of `within`, numbered from the first of them. */
function listVisits(segments: Segments, frame: Frame, within: Rows, visits: Visits): void {
  visits.count = 0;
  makeRoom(visits, Math.ceil(segments.ids.length * 1.5) + 64);
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
    const ownFirst = Math.floor((ay - 1) / side);
    const ownLast = Math.floor((by + 1) / side);
    const firstRow = Math.max(within.from, ownFirst);
    const lastRow = Math.min(within.to - 1, ownLast);
    if (firstRow > lastRow) continue;
    const firstColumn = Math.floor((Math.min(ax, bx) - 1) / side);
    const lastColumn = Math.floor((Math.max(ax, bx) + 1) / side);
    const rows = lastRow - firstRow + 1;
    const width = lastColumn - firstColumn + 1;
    // A slanted segment visits at most three squares a row and a column of its box.
    const most = Math.min(rows * width, 3 * (rows + width));
    if (visits.count + most > visits.square.length) makeRoom(visits, most);
    if (ownFirst === ownLast || firstColumn === lastColumn || ay === by) {
      for (let row = firstRow; row <= lastRow; row++) {
        for (let column = firstColumn; column <= lastColumn; column++) {
          visits.square[visits.count] = (row - within.from) * columns + column;
          visits.id[visits.count++] = id;
        }
      }
    } else visitSlanted(visits, frame, within.from, id, ax, ay, bx, by, firstRow, lastRow);
  }
}

/** In each row a slanted segment covers part of its width, with some steps and its slope to spare. */
function visitSlanted(
  visits: Visits,
  { side, columns }: Frame,
  lowest: number,
  id: number,
  ax: number,
  ay: number,
  bx: number,
  by: number,
  firstRow: number,
  lastRow: number,
): void {
  const slope = (bx - ax) / (by - ay);
  const spare = (NEAR + 1) * (1 + Math.abs(slope));
  const leftmost = Math.min(ax, bx) - 1;
  const rightmost = Math.max(ax, bx) + 1;
  for (let row = firstRow; row <= lastRow; row++) {
    const p = ax + slope * (row * side - ay);
    const q = ax + slope * ((row + 1) * side - ay);
    const from = Math.floor(Math.max(leftmost, Math.min(p, q) - spare) / side);
    const to = Math.floor(Math.min(rightmost, Math.max(p, q) + spare) / side);
    for (let column = from; column <= to; column++) {
      visits.square[visits.count] = (row - lowest) * columns + column;
      visits.id[visits.count++] = id;
    }
  }
}

function makeRoom(visits: Visits, most: number): void {
  if (visits.count + most <= visits.square.length) return;
  const room = Math.max(visits.square.length * 2, visits.count + most);
  visits.square = enlarged(visits.square, room);
  visits.id = enlarged(visits.id, room);
}
