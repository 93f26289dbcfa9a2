import { enlarged } from "./int-list.ts";
import { type Box, LeafSearch } from "./leaf-search.ts";
import {
  type Frame,
  NEAR,
  type Rows,
  type SegmentGrid,
  type Segments,
  type SortingRoom,
  sortIntoSquares,
} from "./segment-grid.ts";
import { SplitList } from "./split-list.ts";

/** So few are compared with each other. */
const LEAF_SEGMENTS = 20;
/** Boxes narrower than so many grid steps are not divided. */
const LEAST_BOX = 32;
/** Parts of a side of a box. */
const MOST_PARTS = 8;
/** How often boxes within boxes are divided. */
const DEEPEST = 10;
/** Dividing pays while it leaves less than this share of the pairs to be compared. */
const WORTHWHILE = 0.7;

/** Told now and then how many squares are done. */
export type SquaresDone = (done: number) => void;

/**
 * Finds all splits in the squares of some rows: the unit of work that threads share.
 *
 * Reads flat arrays that may lie in shared memory and writes only its own list. The lists of bands
 * of rows, laid end to end, are the list of all rows: the same splits in the same order.
 *
 * @param segments all that come near the rows; others are passed over
 * @param room for sorting, where rows are searched after rows
 */
export function searchRows(
  segments: Segments,
  frame: Frame,
  rows: Rows,
  done?: SquaresDone,
  room?: SortingRoom,
): SplitList {
  const grid = sortIntoSquares(segments, frame, rows, room);
  return searchSquares(segments, grid, undefined, 0, grid.columns * grid.rows, done);
}

/**
 * Finds all splits in the squares `from` up to `to`.
 *
 * Reads flat arrays that may lie in shared memory and writes only its own list. The splits of all
 * squares together do not depend on how the squares are shared out.
 *
 * Cost: crowded squares are divided until a leaf holds some twenty segments; where dividing parts
 * too few pairs, as in one pixel, all pairs of the square are compared.
 *
 * @param fresh edge -> 1 where it is to be searched; all are where there is no list
 */
export function searchSquares(
  segments: Segments,
  grid: SegmentGrid,
  fresh: Uint8Array | undefined,
  from: number,
  to: number,
  done?: SquaresDone,
): SplitList {
  const splits = new SplitList();
  const divider = new Divider(segments, new LeafSearch(segments, fresh, splits));
  const { start, ids, side, columns } = grid;
  // One for all squares: there are as many as segments, and some of them are divided.
  const box: Box = { left: 0, bottom: 0, right: 0, top: 0 };
  for (let square = from; square < to; square++) {
    if (done !== undefined && (square & 0xffff) === 0) done(square - from);
    const first = start[square]!;
    const count = start[square + 1]! - first;
    if (count < 2) continue;
    const row = Math.floor(square / columns);
    box.left = grid.left + (square - row * columns) * side;
    box.bottom = grid.bottom + row * side;
    box.right = box.left + side;
    box.top = box.bottom + side;
    divider.search(ids, first, count, box, 0);
  }
  return splits;
}

/** What a level of division works with. */
interface Level {
  /** Parts of a side of the box, and how wide and high each is. */
  parts: number;
  width: number;
  height: number;
  /** Part, row by row -> its first entry in `sorted`; one more than the most parts there are. */
  readonly start: Int32Array;
  /** Edges, part by part. */
  sorted: Int32Array;
  /** The part that is searched. */
  readonly inner: Box;
}

const newLevel = (): Level => ({
  parts: 0,
  width: 0,
  height: 0,
  start: new Int32Array(MOST_PARTS * MOST_PARTS + 1),
  sorted: new Int32Array(256),
  inner: { left: 0, bottom: 0, right: 0, top: 0 },
});

/** Divides crowded boxes. Levels are kept, so nothing is allocated on the way down. */
class Divider {
  private readonly segments: Segments;
  private readonly leaf: LeafSearch;
  private readonly levels: Level[] = [];

  constructor(segments: Segments, leaf: LeafSearch) {
    this.segments = segments;
    this.leaf = leaf;
  }

  search(ids: Int32Array, from: number, count: number, box: Readonly<Box>, depth: number): void {
    const small = box.right - box.left < LEAST_BOX;
    if (count <= LEAF_SEGMENTS || small || depth === DEEPEST) {
      this.leaf.search(ids, from, count, box);
      return;
    }
    this.levels[depth] ??= newLevel();
    const level = this.levels[depth];
    const { start, inner } = level;
    // Six a part, were no segment to lie in two.
    const parts = Math.max(2, Math.min(MOST_PARTS, Math.round(Math.sqrt(count / 6))));
    const width = Math.ceil((box.right - box.left) / parts);
    const height = Math.ceil((box.top - box.bottom) / parts);
    level.parts = parts;
    level.width = width;
    level.height = height;
    this.sort(ids, from, count, box, level);
    let pairs = 0;
    for (let part = 0; part < parts * parts; part++) {
      pairs += (start[part + 1]! - start[part]!) ** 2;
    }
    if (pairs > WORTHWHILE * count * count) {
      this.leaf.search(ids, from, count, box);
      return;
    }
    const { sorted } = level;
    for (let part = 0; part < parts * parts; part++) {
      const first = start[part]!;
      const held = start[part + 1]! - first;
      if (held < 2) continue;
      inner.left = box.left + (part % parts) * width;
      inner.bottom = box.bottom + Math.floor(part / parts) * height;
      inner.right = Math.min(box.right, inner.left + width);
      inner.top = Math.min(box.top, inner.bottom + height);
      if (inner.right <= inner.left || inner.top <= inner.bottom) continue;
      this.search(sorted, first, held, inner, depth + 1);
    }
  }

  /** Sorts segments into the parts of a box that they come near; see segment-grid.ts. */
  private sort(
    ids: Int32Array,
    from: number,
    count: number,
    box: Readonly<Box>,
    level: Level,
  ): void {
    const { parts, width, height, start } = level;
    const { x, y, low, high } = this.segments;
    start.fill(0, 0, parts * parts + 1);
    let { sorted } = level;
    for (let filling = 0; filling < 2; filling++) {
      for (let i = 0; i < count; i++) {
        const edge = ids[from + i]!;
        const ax = x[low[edge]!]! - box.left;
        const ay = y[low[edge]!]! - box.bottom;
        const bx = x[high[edge]!]! - box.left;
        const by = y[high[edge]!]! - box.bottom;
        const firstColumn = part(Math.min(ax, bx) - 1, width, parts);
        const lastColumn = part(Math.max(ax, bx) + 1, width, parts);
        const firstRow = part(Math.min(ay, by) - 1, height, parts);
        const lastRow = part(Math.max(ay, by) + 1, height, parts);
        const dx = bx - ax;
        const dy = by - ay;
        // A part whose centre lies farther from the line than its half-diagonal cannot meet it.
        const spare = NEAR + 1;
        const reach = Math.abs(dx) * (height / 2 + spare) + Math.abs(dy) * (width / 2 + spare);
        const slanted = firstColumn < lastColumn && firstRow < lastRow;
        for (let row = firstRow; row <= lastRow; row++) {
          for (let column = firstColumn; column <= lastColumn; column++) {
            if (slanted) {
              const centreX = (column + 0.5) * width - ax;
              const centreY = (row + 0.5) * height - ay;
              if (Math.abs(dx * centreY - dy * centreX) > reach * 1.0001) continue;
            }
            if (filling === 0) start[row * parts + column]!++;
            else sorted[--start[row * parts + column]!] = edge;
          }
        }
      }
      if (filling === 1) break;
      for (let p = 1; p <= parts * parts; p++) start[p]! += start[p - 1]!;
      const total = start[parts * parts]!;
      if (sorted.length < total) sorted = enlarged(sorted, total * 2);
      level.sorted = sorted;
    }
  }
}

/** The part of a side that an offset lies in, or else the nearest. */
function part(offset: number, size: number, parts: number): number {
  return Math.max(0, Math.min(parts - 1, Math.floor(offset / size)));
}
