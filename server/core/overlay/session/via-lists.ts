import type { EdgeReader } from "../input-edges.ts";
import { meetsPixel } from "../orientation.ts";

const NONE: ReadonlySet<number> = new Set();

/**
 * The splits of one pass: which edges pass through which vertices.
 *
 * Invariant: an edge is in the set of a vertex just where the vertex is on the list of the edge.
 */
export class ViaLists {
  /** Edge -> the vertices it is to pass through, in order from its low end. */
  private readonly via = new Map<number, readonly number[]>();
  /** Vertex -> the edges that pass through it; none stands for no edge. */
  private readonly edgesAt = new Map<number, Set<number>>();
  private readonly reader: EdgeReader;

  constructor(reader: EdgeReader) {
    this.reader = reader;
  }

  /** How many edges are split. */
  get size(): number {
    return this.via.size;
  }

  edges(): Iterable<number> {
    return this.via.keys();
  }

  of(edge: number): readonly number[] | undefined {
    return this.via.get(edge);
  }

  /** The edges that pass through a vertex. */
  through(vertex: number): ReadonlySet<number> {
    return this.edgesAt.get(vertex) ?? NONE;
  }

  /** Leads an edge, which is not split or through fewer, through some vertices. */
  put(edge: number, vertices: ReadonlySet<number>): void {
    const { x, y } = this.reader.vertices;
    const u = this.reader.edges.low[edge]!;
    const v = this.reader.edges.high[edge]!;
    const signX = x[v]! >= x[u]! ? 1 : -1;
    const signY = y[v]! >= y[u]! ? 1 : -1;
    const along = (p: number, q: number) => (x[p]! - x[q]!) * signX || (y[p]! - y[q]!) * signY;
    this.via.set(edge, vertices.size === 1 ? [...vertices] : [...vertices].sort(along));
    for (const vertex of vertices) {
      const there = this.edgesAt.get(vertex);
      if (there) there.add(edge);
      else this.edgesAt.set(vertex, new Set([edge]));
    }
  }

  forget(edge: number): void {
    for (const vertex of this.via.get(edge) ?? []) {
      const there = this.edgesAt.get(vertex);
      there?.delete(edge);
      if (there?.size === 0) this.edgesAt.delete(vertex);
    }
    this.via.delete(edge);
  }

  /** The half-edges that an edge becomes which passes through some vertices, from its low end. */
  pieces(edge: number, via: readonly number[] | undefined): readonly number[] {
    if (via === undefined) return [2 * edge];
    const { edges } = this.reader;
    const halves: number[] = [];
    let here = edges.low[edge]!;
    for (const there of via) {
      halves.push(edges.half(here, there));
      here = there;
    }
    halves.push(edges.half(here, edges.high[edge]!));
    return halves;
  }

  /**
   * Crossings of two edges that stay are not found again, but their pixels are still hot: calls
   * `add` for every edge that is searched again and meets one.
   *
   * @param near all edges near these; the pieces that end in such a pixel are among them
   */
  meetHotPixels(
    near: readonly number[],
    again: readonly number[],
    add: (edge: number, vertex: number) => void,
  ): void {
    if (this.edgesAt.size === 0) return;
    const { x, y } = this.reader.vertices;
    const { low, high } = this.reader.edges;
    const found = new Set<number>();
    for (const edge of near) {
      if (this.edgesAt.has(low[edge]!)) found.add(low[edge]!);
      if (this.edgesAt.has(high[edge]!)) found.add(high[edge]!);
    }
    if (found.size === 0) return;
    const hot = [...found].sort((p, q) => x[p]! - x[q]!);
    for (const edge of again) {
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
