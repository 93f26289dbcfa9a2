import type { EdgeReader } from "./input-edges.ts";
import { enlarged } from "./vertices.ts";

/** Squares along each side of the ground there is at first. */
const ACROSS = 512;
const NONE = -1;

/**
 * Edges by the square in which they begin, so that those near a place are found without a look at
 * all others. Edges are never moved, so what is noted once stays.
 *
 * Cost: one step an edge when it is new; a query looks at the squares of its box, those around them,
 * and all edges longer than a square.
 */
export class EdgeSquares {
  private readonly reader: Pick<EdgeReader, "vertices" | "edges">;
  /** Square -> its last edge; edge -> the one before it in its square. */
  private readonly last = new Int32Array(ACROSS * ACROSS).fill(NONE);
  private before = new Int32Array(0);
  private readonly long: number[] = [];
  private noted = 0;
  private left = 0;
  private bottom = 0;
  private side = 0;

  constructor(reader: Pick<EdgeReader, "vertices" | "edges">) {
    this.reader = reader;
  }

  /** All edges whose box comes within two steps of the one box around `edges`, and some others. */
  around(edges: Iterable<number>): number[] {
    this.note();
    const { x, y } = this.reader.vertices;
    const { low, high } = this.reader.edges;
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const edge of edges) {
      for (const v of [low[edge]!, high[edge]!]) {
        west = Math.min(west, x[v]!);
        east = Math.max(east, x[v]!);
        south = Math.min(south, y[v]!);
        north = Math.max(north, y[v]!);
      }
    }
    const found = [...this.long];
    // An edge that begins outside reaches in by a square at most.
    const firstColumn = this.column(west - 2 - this.side);
    const lastColumn = this.column(east + 2 + this.side);
    const firstRow = this.row(south - 2 - this.side);
    const lastRow = this.row(north + 2 + this.side);
    for (let row = firstRow; row <= lastRow; row++) {
      for (let column = firstColumn; column <= lastColumn; column++) {
        let edge = this.last[row * ACROSS + column]!;
        for (; edge !== NONE; edge = this.before[edge]!) found.push(edge);
      }
    }
    return found;
  }

  /** Notes the squares of the edges that are new. */
  private note(): void {
    const { edges, vertices } = this.reader;
    const { x, y } = vertices;
    if (this.side === 0) this.frame();
    if (this.before.length < edges.count) this.before = enlarged(this.before, edges.low.length);
    for (; this.noted < edges.count; this.noted++) {
      const edge = this.noted;
      const [a, b] = [edges.low[edge]!, edges.high[edge]!];
      if (Math.max(Math.abs(x[a]! - x[b]!), Math.abs(y[a]! - y[b]!)) > this.side) {
        this.long.push(edge);
        continue;
      }
      const square = this.row(y[a]!) * ACROSS + this.column(x[a]!);
      this.before[edge] = this.last[square]!;
      this.last[square] = edge;
    }
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
