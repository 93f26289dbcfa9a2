import type { Edges } from "./edges.ts";
import { enlarged } from "./int-list.ts";
import { inBox } from "./near-miss.ts";
import { meetsPixel } from "./orientation.ts";
import type { Pieces } from "./pieces.ts";
import { NEAR } from "./segment-grid.ts";
import { SplitList } from "./split-list.ts";
import type { Vertices } from "./vertices.ts";

/** A piece that was bent in so many passes since its edge was searched is *worn*: see {@link Suspects}. */
export const WORN = 2 * NEAR;

/**
 * Near misses of a search: edges that pass near a hot pixel and do not meet it.
 *
 * They are all that the passes after the search need to look at. A pass leaves no crossings, and
 * every piece it makes lies within half a step of the edge it replaces, in x and in y. So a pixel
 * that meets a piece bent `k` times is centred no farther than `(k + 1) / 2` steps from the edge that
 * was searched, and in its box, as edges are only led through pixels centred there. `NEAR` steps do
 * for `k` below {@link WORN}; a piece that was bent as often as that is searched anew, see
 * worn-edges.ts.
 */
export class Suspects {
  /** The pass that the search was for, from 0: it and those after it made pieces of the edges. */
  private readonly since: number;
  count = 0;
  private edge = new Int32Array(256);
  private vertex = new Int32Array(256);

  constructor(since: number) {
    this.since = since;
  }

  /** Notes that `edge` passes near `vertex`. */
  add(edge: number, vertex: number): void {
    if (this.count === this.edge.length) {
      this.edge = enlarged(this.edge, this.count * 2);
      this.vertex = enlarged(this.vertex, this.count * 2);
    }
    this.edge[this.count] = edge;
    this.vertex[this.count++] = vertex;
  }

  /**
   * The pieces that now meet a pixel that their edge missed.
   *
   * Cost: for each suspect a look at the passes since, and at the pieces of the edge in each.
   *
   * @param passes all passes so far
   */
  convicted(vertices: Vertices, edges: Edges, passes: readonly Pieces[]): SplitList {
    const splits = new SplitList();
    const { x, y } = vertices;
    for (let i = 0; i < this.count; i++) {
      const vertex = this.vertex[i]!;
      const piece = this.pieceBy(this.edge[i]!, vertex, vertices, edges, passes);
      if (piece < 0) continue;
      const u = edges.low[piece]!;
      const dx = x[edges.high[piece]!]! - x[u]!;
      const dy = y[edges.high[piece]!]! - y[u]!;
      if (meetsPixel(dx, dy, x[vertex]! - x[u]!, y[vertex]! - y[u]!)) splits.add(piece, vertex);
    }
    return splits;
  }

  /** The piece that an edge has become where its box holds the vertex; -1 if it has none there. */
  private pieceBy(
    first: number,
    vertex: number,
    vertices: Vertices,
    edges: Edges,
    passes: readonly Pieces[],
  ): number {
    let edge = first;
    for (let pass = this.since; pass < passes.length; pass++) {
      const { start, count, halves } = passes[pass]!;
      const parts = count[edge] ?? 0;
      if (parts === 0) continue;
      let next = -1;
      const end = start[edge]! + parts;
      for (let p = start[edge]!; p < end && next < 0; p++) {
        if (boxHolds(vertices, edges, halves[p]! >> 1, vertex)) next = halves[p]! >> 1;
      }
      // At one of its ends the edge goes through the vertex as it should.
      if (next < 0 || edges.low[next] === vertex || edges.high[next] === vertex) return -1;
      edge = next;
    }
    return edge === first ? -1 : edge;
  }
}

function boxHolds({ x, y }: Vertices, { low, high }: Edges, edge: number, vertex: number): boolean {
  const u = low[edge]!;
  const v = high[edge]!;
  return inBox(x[v]! - x[u]!, y[v]! - y[u]!, x[vertex]! - x[u]!, y[vertex]! - y[u]!);
}
