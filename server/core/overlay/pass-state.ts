import { type Changes, countChange } from "./changes.ts";
import type { EdgeSquares } from "./edge-squares.ts";
import type { Edges } from "./edges.ts";
import type { EdgeReader } from "./input-edges.ts";
import { meetsPixel } from "./orientation.ts";
import { searchSquares } from "./search-squares.ts";
import { frameOver, type Segments, sortIntoSquares } from "./segment-grid.ts";
import { enlarged, type Vertices } from "./vertices.ts";

/**
 * What one pass of snap rounding found, kept so that a change of its segments costs only what the
 * change touches.
 *
 * The splits of a pass depend on its set of segments alone. A split of edge `e` at vertex `v` can
 * only lapse when a segment that ended in or passed through `v` leaves; it can only arise by a
 * segment that is new. So: when segments leave, the edges split where they were are searched again,
 * and so are the segments that are new; all else stands.
 *
 * Invariant: `via` equals what searching all present segments would find.
 * Cost of a change: a search of the edges in the one box around all that is searched again, and a
 * sort of the vertices at which any edge is split.
 */
export class PassState {
  /** Edge -> how often it is present. */
  private present = new Int32Array(1024);
  private presentCount = 0;
  /** Edge -> the vertices it is to pass through, in order from its low end. */
  private readonly via = new Map<number, readonly number[]>();
  /** Vertex -> the edges that pass through it. */
  private readonly through = new Map<number, Set<number>>();
  private readonly reader: Pick<EdgeReader, "vertices" | "edges">;
  private readonly squares: EdgeSquares;
  private readonly vertices: Vertices;
  private readonly edges: Edges;

  constructor(reader: Pick<EdgeReader, "vertices" | "edges">, squares: EdgeSquares) {
    this.reader = reader;
    this.squares = squares;
    this.vertices = reader.vertices;
    this.edges = reader.edges;
  }

  /** Whether the pass found nothing, so that it is the last. */
  get isLast(): boolean {
    return this.via.size === 0;
  }

  /** How many segments the pass has. */
  get size(): number {
    return this.presentCount;
  }

  /** The edges that are split. */
  splitEdges(): Iterable<number> {
    return this.via.keys();
  }

  /** The half-edges an edge becomes in this pass, from its low end; itself when it is not split. */
  piecesOf(edge: number): readonly number[] {
    return this.chain(edge, this.via.get(edge));
  }

  /**
   * The pass after this one as it stood before a change, when this one was still the last: the same
   * segments, and nothing to split.
   *
   * @param change what the change did to the pieces of this pass
   */
  successorBefore(change: Changes): PassState {
    const next = new PassState(this.reader, this.squares);
    const present = new Int32Array(this.edges.low.length);
    for (let edge = 0; edge < this.present.length; edge++) {
      if (this.present[edge] === 0) continue;
      if (!this.via.has(edge)) present[edge]!++;
      else for (const half of this.piecesOf(edge)) present[half >> 1]!++;
    }
    for (const [edge, by] of change) present[edge]! -= by;
    for (const times of present) if (times > 0) next.presentCount++;
    next.present = present;
    return next;
  }

  /**
   * Applies a change of segments.
   *
   * @returns the change of pieces, how many were searched, and the edges that came, went or are split
   *   otherwise than before
   */
  apply(changes: Changes): { pieces: Changes; searched: number; changed: Iterable<number> } {
    const before = new Map<number, readonly number[] | undefined>();
    const fresh = this.arrivalsAndDepartures(changes, before);
    const gone = [...before.keys()];
    const arrivals = new Set(fresh);
    for (const edge of arrivals) before.set(edge, undefined);
    this.reopen(gone, fresh, before);
    this.search(fresh, before);
    const pieces: Changes = new Map();
    for (const [edge, was] of before) {
      if (!arrivals.has(edge)) {
        for (const half of this.chain(edge, was)) countChange(pieces, half >> 1, -1);
      }
      if (!this.isPresent(edge)) continue;
      for (const half of this.piecesOf(edge)) countChange(pieces, half >> 1, 1);
    }
    return { pieces, searched: fresh.size, changed: before.keys() };
  }

  /** The edges of this pass that have an edge of the next as one of their pieces. */
  wholesOf(piece: number): number[] {
    const wholes = this.isPresent(piece) && !this.via.has(piece) ? [piece] : [];
    const near = new Set(this.through.get(this.edges.low[piece]!));
    for (const edge of this.through.get(this.edges.high[piece]!) ?? []) near.add(edge);
    for (const edge of near) {
      if (this.piecesOf(edge).some((half) => half >> 1 === piece)) wholes.push(edge);
    }
    return wholes;
  }

  private isPresent(edge: number): boolean {
    return (this.present[edge] ?? 0) > 0;
  }

  /** Counts edges in and out. @returns the new; `before` gets the splits of those that are gone */
  private arrivalsAndDepartures(
    changes: Changes,
    before: Map<number, readonly number[] | undefined>,
  ): Set<number> {
    if (this.present.length < this.edges.count) {
      this.present = enlarged(this.present, this.edges.low.length);
    }
    const fresh = new Set<number>();
    for (const [edge, by] of changes) {
      const was = this.present[edge]!;
      this.present[edge] = was + by;
      if (was === 0 && by > 0) {
        fresh.add(edge);
        this.presentCount++;
      } else if (was > 0 && was + by === 0) {
        before.set(edge, this.via.get(edge));
        this.presentCount--;
      }
    }
    return fresh;
  }

  /** Forgets the splits that the edges that are gone may have caused; their edges become fresh. */
  private reopen(
    gone: readonly number[],
    fresh: Set<number>,
    before: Map<number, readonly number[] | undefined>,
  ): void {
    const suspects = new Set<number>();
    for (const edge of gone) {
      suspects.add(this.edges.low[edge]!).add(this.edges.high[edge]!);
      for (const vertex of this.via.get(edge) ?? []) suspects.add(vertex);
      this.forget(edge);
    }
    for (const vertex of suspects) {
      for (const edge of [...(this.through.get(vertex) ?? [])]) {
        before.set(edge, this.via.get(edge));
        fresh.add(edge);
        this.forget(edge);
      }
    }
  }

  private forget(edge: number): void {
    for (const vertex of this.via.get(edge) ?? []) this.through.get(vertex)?.delete(edge);
    this.via.delete(edge);
  }

  /** Searches the fresh edges against all that come near them. */
  private search(fresh: Set<number>, before: Map<number, readonly number[] | undefined>): void {
    if (fresh.size === 0) return;
    const segments = this.near(fresh);
    const marks = new Uint8Array(this.edges.count);
    for (const edge of fresh) marks[edge] = 1;
    const ends = new Int32Array(segments.ids.length * 2);
    segments.ids.forEach((edge, i) => {
      ends[2 * i] = segments.low[edge]!;
      ends[2 * i + 1] = segments.high[edge]!;
    });
    const xs = ends.map((v) => segments.x[v]!);
    const ys = ends.map((v) => segments.y[v]!);
    const grid = sortIntoSquares(segments, frameOver(xs, ys, xs.length, segments.ids.length));
    const found = searchSquares(segments, grid, marks, 0, grid.columns * grid.rows);
    const numbers = new Int32Array(found.pointCount);
    for (let p = 0; p < numbers.length; p++) {
      numbers[p] = this.vertices.id(found.pointX[p]!, found.pointY[p]!);
    }
    const added = new Map<number, Set<number>>();
    const add = (edge: number, vertex: number): void => {
      const set = added.get(edge) ?? new Set(this.via.get(edge));
      added.set(edge, set.add(vertex));
    };
    for (let i = 0; i < found.count; i++) {
      if (found.edge[i]! < 0) continue;
      const vertex = found.vertex[i]!;
      add(found.edge[i]!, vertex < 0 ? numbers[-1 - vertex]! : vertex);
    }
    this.forKnownHotPixels(fresh, add);
    for (const [edge, set] of added) {
      const old = this.via.get(edge);
      if (set.size === old?.length) continue;
      if (!before.has(edge)) before.set(edge, old);
      this.via.set(edge, this.along(edge, set));
      for (const vertex of set) {
        const through = this.through.get(vertex);
        if (through) through.add(edge);
        else this.through.set(vertex, new Set([edge]));
      }
    }
  }

  /**
   * Crossings of two edges that stay are not found again, but their pixels are still hot: calls
   * `add` for every fresh edge that meets one.
   */
  private forKnownHotPixels(fresh: Set<number>, add: (edge: number, vertex: number) => void): void {
    const { x, y } = this.vertices;
    const { low, high } = this.edges;
    const hot: number[] = [];
    for (const [vertex, edges] of this.through) if (edges.size > 0) hot.push(vertex);
    hot.sort((p, q) => x[p]! - x[q]!);
    for (const edge of fresh) {
      const [u, v] = [low[edge]!, high[edge]!];
      const [dx, dy] = [x[v]! - x[u]!, y[v]! - y[u]!];
      const right = Math.max(x[u]!, x[v]!);
      for (let i = firstFrom(hot, x, Math.min(x[u]!, x[v]!)); i < hot.length; i++) {
        const vertex = hot[i]!;
        if (x[vertex]! > right) break;
        const [ex, ey] = [x[vertex]! - x[u]!, y[vertex]! - y[u]!];
        if (vertex === u || vertex === v || (dy < 0 ? ey > 0 || ey < dy : ey < 0 || ey > dy))
          continue;
        if (meetsPixel(dx, dy, ex, ey)) add(edge, vertex);
      }
    }
  }

  /** The present edges whose box meets the one box around the fresh ones, two steps to spare. */
  private near(fresh: Set<number>): Segments {
    const { x, y } = this.vertices;
    const { low, high } = this.edges;
    let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const edge of fresh) {
      const [u, v] = [low[edge]!, high[edge]!];
      left = Math.min(left, x[u]!, x[v]!);
      right = Math.max(right, x[u]!, x[v]!);
      bottom = Math.min(bottom, y[u]!, y[v]!);
      top = Math.max(top, y[u]!, y[v]!);
    }
    const close = this.squares.around(fresh);
    const ids = new Int32Array(close.length);
    let used = 0;
    for (const edge of close) {
      if (!this.isPresent(edge)) continue;
      const u = low[edge]!;
      const v = high[edge]!;
      if (Math.max(x[u]!, x[v]!) + 2 < left || Math.min(x[u]!, x[v]!) - 2 > right) continue;
      if (Math.max(y[u]!, y[v]!) + 2 < bottom || Math.min(y[u]!, y[v]!) - 2 > top) continue;
      ids[used++] = edge;
    }
    return { x, y, low, high, ids: ids.subarray(0, used) };
  }

  private along(edge: number, set: Iterable<number>): readonly number[] {
    const { x, y } = this.vertices;
    const u = this.edges.low[edge]!;
    const v = this.edges.high[edge]!;
    const signX = x[v]! >= x[u]! ? 1 : -1;
    const signY = y[v]! >= y[u]! ? 1 : -1;
    return [...set].sort((p, q) => (x[p]! - x[q]!) * signX || (y[p]! - y[q]!) * signY);
  }

  private chain(edge: number, via: readonly number[] | undefined): readonly number[] {
    if (via === undefined) return [2 * edge];
    const halves: number[] = [];
    let here = this.edges.low[edge]!;
    for (const there of via) {
      halves.push(this.edges.half(here, there));
      here = there;
    }
    halves.push(this.edges.half(here, this.edges.high[edge]!));
    return halves;
  }
}

/** The first place in a list ordered by x from which on x is at least `from`. */
function firstFrom(vertices: readonly number[], x: Int32Array, from: number): number {
  let low = 0;
  let high = vertices.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (x[vertices[middle]!]! < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
