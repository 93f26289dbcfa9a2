import type { EdgeReader } from "../input-edges.ts";
import { enlarged } from "../int-list.ts";
import { searchSquares } from "../search-squares.ts";
import { frameOver, sortIntoSquares } from "../segment-grid.ts";
import type { Marks } from "./marks.ts";

/**
 * Searches some edges for splits among edges near them.
 *
 * These are numbered anew, so that all the search looks at lies side by side.
 *
 * Cost: that of {@link searchSquares} on those near.
 */
export class AgainSearch {
  private readonly reader: EdgeReader;
  /** Vertex -> 1 + its number in the search; 0 between two searches. */
  private numberOf = new Int32Array(0);

  constructor(reader: EdgeReader) {
    this.reader = reader;
  }

  /**
   * @param near every segment that may meet one of those searched, these among them
   * @param searched marks the edges that are searched
   * @param add told which edge is to pass through which vertex, now and then more than once
   */
  search(
    near: readonly number[],
    searched: Marks,
    add: (edge: number, vertex: number) => void,
  ): void {
    const { vertices } = this.reader;
    const { low, high, vertexOf } = this.renumber(near);
    const x = taken(vertices.x, vertexOf);
    const y = taken(vertices.y, vertexOf);
    const ids = new Int32Array(near.length);
    const marks = new Uint8Array(near.length);
    for (let i = 0; i < near.length; i++) {
      ids[i] = i;
      if (searched.has(near[i]!)) marks[i] = 1;
    }
    const segments = { x, y, low, high, ids };
    const grid = sortIntoSquares(segments, frameOver(x, y, x.length, ids.length));
    const found = searchSquares(segments, grid, marks, 0, grid.columns * grid.rows);
    const crossings = new Int32Array(found.pointCount);
    for (let p = 0; p < crossings.length; p++) {
      crossings[p] = vertices.id(found.pointX[p]!, found.pointY[p]!);
    }
    for (let i = 0; i < found.count; i++) {
      // Below zero is a near miss, which only a noding from scratch has a use for.
      if (found.edge[i]! < 0) continue;
      const vertex = found.vertex[i]!;
      add(near[found.edge[i]!]!, vertex < 0 ? crossings[-1 - vertex]! : vertexOf[vertex]!);
    }
  }

  /** Numbers edges by their places, and their ends as they come. */
  private renumber(near: readonly number[]) {
    const { edges, vertices } = this.reader;
    if (this.numberOf.length < vertices.count) {
      this.numberOf = enlarged(this.numberOf, vertices.x.length);
    }
    const { numberOf } = this;
    const low = new Int32Array(near.length);
    const high = new Int32Array(near.length);
    const vertexOf: number[] = [];
    for (let i = 0; i < near.length; i++) {
      const a = edges.low[near[i]!]!;
      const b = edges.high[near[i]!]!;
      if (numberOf[a] === 0) numberOf[a] = vertexOf.push(a);
      if (numberOf[b] === 0) numberOf[b] = vertexOf.push(b);
      low[i] = numberOf[a]! - 1;
      high[i] = numberOf[b]! - 1;
    }
    for (const vertex of vertexOf) numberOf[vertex] = 0;
    return { low, high, vertexOf };
  }
}

/** The numbers at some places of a list. A plain walk: `Int32Array.from` takes some ten times as long. */
function taken(list: Int32Array, places: readonly number[]): Int32Array {
  const numbers = new Int32Array(places.length);
  for (let i = 0; i < places.length; i++) numbers[i] = list[places[i]!]!;
  return numbers;
}
