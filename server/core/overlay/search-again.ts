import type { EdgeReader } from "./input-edges.ts";
import type { Marks } from "./marks.ts";
import { searchSquares } from "./search-squares.ts";
import { frameOver, type Segments, sortIntoSquares } from "./segment-grid.ts";

/**
 * Searches some edges for splits among edges near them.
 *
 * Cost: that of {@link searchSquares} on those near.
 *
 * @param near every segment that may meet one of those searched, these among them
 * @param searched marks the edges that are searched
 * @param add told which edge is to pass through which vertex, now and then more than once
 */
export function searchAgain(
  { vertices, edges }: EdgeReader,
  near: readonly number[],
  searched: Marks,
  add: (edge: number, vertex: number) => void,
): void {
  const { low, high } = edges;
  const { x, y } = vertices;
  searched.makeRoom(edges.low.length);
  const ids = Int32Array.from(near);
  const xs = new Int32Array(2 * ids.length);
  const ys = new Int32Array(2 * ids.length);
  for (let i = 0; i < ids.length; i++) {
    const a = low[ids[i]!]!;
    const b = high[ids[i]!]!;
    xs[2 * i] = x[a]!;
    ys[2 * i] = y[a]!;
    xs[2 * i + 1] = x[b]!;
    ys[2 * i + 1] = y[b]!;
  }
  const segments: Segments = { x, y, low, high, ids };
  const grid = sortIntoSquares(segments, frameOver(xs, ys, xs.length, ids.length));
  const found = searchSquares(segments, grid, searched.bits, 0, grid.columns * grid.rows);
  const numbers = new Int32Array(found.pointCount);
  for (let p = 0; p < numbers.length; p++) {
    numbers[p] = vertices.id(found.pointX[p]!, found.pointY[p]!);
  }
  for (let i = 0; i < found.count; i++) {
    // Below zero is a near miss, which only a noding from scratch has a use for.
    if (found.edge[i]! < 0) continue;
    const vertex = found.vertex[i]!;
    add(found.edge[i]!, vertex < 0 ? numbers[-1 - vertex]! : vertex);
  }
}
