import type { EdgeReader } from "../input-edges.ts";
import { enlarged } from "../int-list.ts";

/** Squares along each side of the ground there is at first. */
const ACROSS = 2048;
/** An edge whose box reaches more rows and columns than this is looked at whatever is asked for. */
const MOST_ACROSS = 256;

/** Numbers an entry has. */
const ENTRY = 6;

/** Ground between grid lines, those among it. */
export interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/**
 * Edges by the squares that they run through, so that those near a place are found without a look at
 * all others. Edges are never moved, so what is noted once stays.
 *
 * Cost: some entries an edge when it is new; a query looks at the edges in the squares asked for, and
 * at those that reach very many.
 */
export class EdgeSquares {
  private readonly reader: Pick<EdgeReader, "vertices" | "edges">;
  /** Square -> 1 + its last entry; 0 for none. */
  private readonly last = new Int32Array(ACROSS * ACROSS);
  /**
   * Entry -> 1 + the entry before it in its square, its edge, and the box of that. They stand side by
   * side, so that an edge that is not near costs one look at the memory.
   */
  private list = new Int32Array(ENTRY * 1024);
  private entries = 0;
  private readonly wide: number[] = [];
  private noted = 0;
  /** Edge -> the query that found it last. */
  private seen = new Int32Array(0);
  private query = 0;
  private left = 0;
  private bottom = 0;
  private side = 0;

  constructor(reader: Pick<EdgeReader, "vertices" | "edges">) {
    this.reader = reader;
  }

  /** All edges whose box comes within two steps of the box of one of some edges, and some others. */
  near(edges: readonly number[]): number[] {
    this.begin();
    const found: number[] = [];
    const { x, y } = this.reader.vertices;
    const { low, high } = this.reader.edges;
    const around = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
    for (let i = 0; i < edges.length; i++) {
      const a = low[edges[i]!]!;
      const b = high[edges[i]!]!;
      const west = Math.min(x[a]!, x[b]!) - 2;
      const south = Math.min(y[a]!, y[b]!) - 2;
      const east = Math.max(x[a]!, x[b]!) + 2;
      const north = Math.max(y[a]!, y[b]!) + 2;
      this.lookIn(west, south, east, north, found);
      around.west = Math.min(around.west, west);
      around.south = Math.min(around.south, south);
      around.east = Math.max(around.east, east);
      around.north = Math.max(around.north, north);
    }
    this.lookAtWide(around, found);
    return found;
  }

  /** How many squares a box meets. */
  count({ west, south, east, north }: Box): number {
    const columns = this.column(east) - this.column(west) + 1;
    return columns * (this.row(north) - this.row(south) + 1);
  }

  /** All edges whose box meets a box. */
  within(box: Box): number[] {
    this.begin();
    const found: number[] = [];
    this.lookIn(box.west, box.south, box.east, box.north, found);
    this.lookAtWide(box, found);
    return found;
  }

  /**
   * Edges at the height of a point from there to the left, some at a time; with each the x right of
   * which all have been told.
   */
  *leftwards(x: number, y: number): Generator<{ edges: readonly number[]; downTo: number }> {
    this.begin();
    const found: number[] = [];
    this.lookAtWide({ west: -Infinity, south: y, east: x, north: y }, found);
    yield { edges: found, downTo: x };
    for (let column = this.column(x); column >= 0; column--) {
      const edges: number[] = [];
      const border = this.left + column * this.side;
      const west = column === 0 ? -Infinity : border;
      const east = column === ACROSS - 1 ? x : Math.min(x, border + this.side - 1);
      this.lookIn(west, y, east, y, edges);
      yield { edges, downTo: west };
    }
  }

  /** Notes the edges that are new; from now on none has been found. */
  private begin(): void {
    const { edges } = this.reader;
    if (this.side === 0) this.frame();
    if (this.seen.length < edges.count) this.seen = enlarged(this.seen, edges.low.length);
    for (; this.noted < edges.count; this.noted++) {
      const box = this.boxOf(this.noted);
      const [west, east] = [this.column(box.west), this.column(box.east)];
      const [south, north] = [this.row(box.south), this.row(box.north)];
      if (west === east || south === north) {
        for (let row = south; row <= north; row++) this.enterRow(row, west, east, box);
      } else if (east - west + north - south > MOST_ACROSS) this.wide.push(this.noted);
      else this.enterSlanted(south, north, box);
    }
    this.query++;
  }

  /** Adds the edges whose box meets a box and that the query has not found yet. */
  private lookIn(west: number, south: number, east: number, north: number, found: number[]): void {
    const { last, list, seen } = this;
    const query = this.query;
    const first = this.column(west);
    const lastColumn = this.column(east);
    const lastRow = this.row(north);
    for (let row = this.row(south); row <= lastRow; row++) {
      for (let column = first; column <= lastColumn; column++) {
        for (let entry = last[row * ACROSS + column]!; entry !== 0; ) {
          const at = ENTRY * (entry - 1);
          entry = list[at]!;
          if (list[at + 2]! > east || list[at + 4]! < west) continue;
          if (list[at + 3]! > north || list[at + 5]! < south) continue;
          const edge = list[at + 1]!;
          if (seen[edge] === query) continue;
          seen[edge] = query;
          found.push(edge);
        }
      }
    }
  }

  /** Adds those edges that reach very many squares and whose box meets a box. */
  private lookAtWide({ west, south, east, north }: Box, found: number[]): void {
    for (const edge of this.wide) {
      const box = this.boxOf(edge);
      if (box.west > east || box.east < west || box.south > north || box.north < south) continue;
      found.push(edge);
    }
  }

  private boxOf(edge: number): Box {
    const { x, y } = this.reader.vertices;
    const a = this.reader.edges.low[edge]!;
    const b = this.reader.edges.high[edge]!;
    return {
      west: Math.min(x[a]!, x[b]!),
      south: Math.min(y[a]!, y[b]!),
      east: Math.max(x[a]!, x[b]!),
      north: Math.max(y[a]!, y[b]!),
    };
  }

  /** Enters an edge in each row where it runs through it, a step to spare. */
  private enterSlanted(south: number, north: number, box: Box): void {
    const { x, y } = this.reader.vertices;
    const a = this.reader.edges.low[this.noted]!;
    const b = this.reader.edges.high[this.noted]!;
    const slope = (x[b]! - x[a]!) / (y[b]! - y[a]!);
    for (let row = south; row <= north; row++) {
      // The rows at the rim go on for ever.
      const from = row === south ? box.south : this.bottom + row * this.side;
      const to = row === north ? box.north : this.bottom + (row + 1) * this.side;
      const p = x[a]! + slope * (from - y[a]!);
      const q = x[a]! + slope * (to - y[a]!);
      const west = this.column(Math.max(box.west, Math.min(p, q) - 1));
      const east = this.column(Math.min(box.east, Math.max(p, q) + 1));
      this.enterRow(row, west, east, box);
    }
  }

  private enterRow(row: number, first: number, last: number, box: Box): void {
    for (let column = first; column <= last; column++) this.enter(row * ACROSS + column, box);
  }

  private enter(square: number, { west, south, east, north }: Box): void {
    const at = ENTRY * this.entries;
    if (at === this.list.length) this.list = enlarged(this.list, 2 * at);
    const { list } = this;
    list[at] = this.last[square]!;
    list[at + 1] = this.noted;
    list[at + 2] = west;
    list[at + 3] = south;
    list[at + 4] = east;
    list[at + 5] = north;
    this.last[square] = ++this.entries;
  }

  private frame(): void {
    const { x, y, count } = this.reader.vertices;
    let [west, south, east, north] = [0, 0, 1, 1];
    if (count > 0) [west, south, east, north] = [x[0]!, y[0]!, x[0]!, y[0]!];
    for (let v = 1; v < count; v++) {
      west = Math.min(west, x[v]!);
      east = Math.max(east, x[v]!);
      south = Math.min(south, y[v]!);
      north = Math.max(north, y[v]!);
    }
    this.left = west;
    this.bottom = south;
    this.side = Math.max(1, Math.ceil(Math.max(east - west, north - south) / ACROSS));
  }

  /** Ground beyond the frame counts to the squares at its rim. */
  private column(x: number): number {
    return Math.max(0, Math.min(ACROSS - 1, Math.floor((x - this.left) / this.side)));
  }

  private row(y: number): number {
    return Math.max(0, Math.min(ACROSS - 1, Math.floor((y - this.bottom) / this.side)));
  }
}
