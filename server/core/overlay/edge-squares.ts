import type { EdgeReader } from "./input-edges.ts";
import { enlarged } from "./vertices.ts";

/** Squares along each side of the ground there is at first. */
const ACROSS = 1024;
/** An edge whose box reaches more squares than this is looked at whatever is asked for. */
const MOST_SQUARES = 16;

/** Ground between grid lines, those among it. */
export interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/**
 * Edges by the squares that their boxes reach, so that those near a place are found without a look
 * at all others. Edges are never moved, so what is noted once stays.
 *
 * Cost: some entries an edge when it is new; a query looks at the edges in the squares asked for, and
 * at those that reach very many.
 */
export class EdgeSquares {
  private readonly reader: Pick<EdgeReader, "vertices" | "edges">;
  /** Square -> 1 + its last entry; entry -> its edge, and 1 + the entry before it; 0 for none. */
  private readonly last = new Int32Array(ACROSS * ACROSS);
  private edgeOf = new Int32Array(1024);
  private before = new Int32Array(1024);
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
  near(edges: Iterable<number>): number[] {
    this.begin();
    const { x, y } = this.reader.vertices;
    const { low, high } = this.reader.edges;
    const found: number[] = [];
    const around = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
    for (const edge of edges) {
      const a = low[edge]!;
      const b = high[edge]!;
      const west = Math.min(x[a]!, x[b]!) - 2;
      const south = Math.min(y[a]!, y[b]!) - 2;
      const east = Math.max(x[a]!, x[b]!) + 2;
      const north = Math.max(y[a]!, y[b]!) + 2;
      this.lookIn({ west, south, east, north }, found);
      around.west = Math.min(around.west, west);
      around.south = Math.min(around.south, south);
      around.east = Math.max(around.east, east);
      around.north = Math.max(around.north, north);
    }
    for (const edge of this.wide) this.take(edge, around, found);
    return found;
  }

  /** All edges whose box meets a box. */
  within(box: Box): number[] {
    this.begin();
    const found: number[] = [];
    this.lookIn(box, found);
    for (const edge of this.wide) this.take(edge, box, found);
    return found;
  }

  /**
   * Edges at the height of a point from there to the left, some at a time; with each the x right of
   * which all have been told.
   */
  *leftwards(x: number, y: number): Generator<{ edges: readonly number[]; downTo: number }> {
    this.begin();
    const found: number[] = [];
    const row = { south: y, north: y };
    for (const edge of this.wide) this.take(edge, { ...row, west: -Infinity, east: x }, found);
    yield { edges: found, downTo: x };
    for (let column = this.column(x); column >= 0; column--) {
      const edges: number[] = [];
      const border = this.left + column * this.side;
      const west = column === 0 ? -Infinity : border;
      const east = column === ACROSS - 1 ? x : Math.min(x, border + this.side - 1);
      this.lookIn({ ...row, west, east }, edges);
      yield { edges, downTo: west };
    }
  }

  /** Notes the edges that are new; from now on none has been found. */
  private begin(): void {
    const { edges, vertices } = this.reader;
    const { x, y } = vertices;
    if (this.side === 0) this.frame();
    if (this.seen.length < edges.count) this.seen = enlarged(this.seen, edges.low.length);
    for (; this.noted < edges.count; this.noted++) {
      const [a, b] = [edges.low[this.noted]!, edges.high[this.noted]!];
      const west = this.column(Math.min(x[a]!, x[b]!));
      const east = this.column(Math.max(x[a]!, x[b]!));
      const south = this.row(Math.min(y[a]!, y[b]!));
      const north = this.row(Math.max(y[a]!, y[b]!));
      if ((east - west + 1) * (north - south + 1) > MOST_SQUARES) {
        this.wide.push(this.noted);
        continue;
      }
      for (let row = south; row <= north; row++) {
        for (let column = west; column <= east; column++) this.enter(row * ACROSS + column);
      }
    }
    this.query++;
  }

  /** Adds the edges whose box meets a box and that the query has not found yet. */
  private lookIn(box: Box, found: number[]): void {
    const { last, edgeOf, before } = this;
    const [west, east, north] = [this.column(box.west), this.column(box.east), this.row(box.north)];
    for (let row = this.row(box.south); row <= north; row++) {
      for (let column = west; column <= east; column++) {
        let entry = last[row * ACROSS + column]!;
        for (; entry !== 0; entry = before[entry - 1]!) this.take(edgeOf[entry - 1]!, box, found);
      }
    }
  }

  private take(edge: number, { west, south, east, north }: Box, found: number[]): void {
    if (this.seen[edge] === this.query) return;
    const { x, y } = this.reader.vertices;
    const a = this.reader.edges.low[edge]!;
    const b = this.reader.edges.high[edge]!;
    const ax = x[a]!;
    const bx = x[b]!;
    if ((ax < west && bx < west) || (ax > east && bx > east)) return;
    const ay = y[a]!;
    const by = y[b]!;
    if ((ay < south && by < south) || (ay > north && by > north)) return;
    this.seen[edge] = this.query;
    found.push(edge);
  }

  private enter(square: number): void {
    if (this.entries === this.edgeOf.length) {
      this.edgeOf = enlarged(this.edgeOf, 2 * this.entries);
      this.before = enlarged(this.before, 2 * this.entries);
    }
    this.edgeOf[this.entries] = this.noted;
    this.before[this.entries] = this.last[square]!;
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
