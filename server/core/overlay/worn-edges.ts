import type { Edges } from "./edges.ts";
import { inBox, isNear } from "./near-miss.ts";
import { meetsPixel } from "./orientation.ts";
import { frameOver, type Segments, sortIntoSquares } from "./segment-grid.ts";
import { SplitList } from "./split-list.ts";
import type { Vertices } from "./vertices.ts";

/**
 * Searches edges that were bent too often for the near misses of their last search; see suspects.ts.
 *
 * Only pixels of vertices are looked at, since a pass leaves no crossings. Few edges are worn, so they
 * are sorted into squares and the vertices are looked up there.
 *
 * Cost: nothing where no edge is worn; else one look at each vertex, and at each of the worn edges in
 * its square.
 *
 * @param worn edges, each once
 * @returns the pixels that each of them is to pass through, and its near misses
 */
export function searchWorn(vertices: Vertices, edges: Edges, worn: readonly number[]): SplitList {
  const splits = new SplitList();
  if (worn.length === 0) return splits;
  const { x, y, low, high, ids } = sideBySide(vertices, edges, worn);
  const grid = sortIntoSquares({ x, y, low, high, ids }, frameOver(x, y, x.length, ids.length));
  const { left, bottom, side, columns, rows, start } = grid;
  for (let vertex = 0; vertex < vertices.count; vertex++) {
    const px = vertices.x[vertex]!;
    const py = vertices.y[vertex]!;
    const column = Math.floor((px - left) / side);
    const row = Math.floor((py - bottom) / side);
    if (column < 0 || column >= columns || row < 0 || row >= rows) continue;
    const square = row * columns + column;
    for (let i = start[square]!; i < start[square + 1]!; i++) {
      const place = grid.ids[i]!;
      const dx = x[2 * place + 1]! - x[2 * place]!;
      const dy = y[2 * place + 1]! - y[2 * place]!;
      const ex = px - x[2 * place]!;
      const ey = py - y[2 * place]!;
      if (!inBox(dx, dy, ex, ey) || !isNear(dx, dy, ex, ey)) continue;
      const edge = worn[place]!;
      if (edges.low[edge] === vertex || edges.high[edge] === vertex) continue;
      splits.add(meetsPixel(dx, dy, ex, ey) ? edge : -1 - edge, vertex);
    }
  }
  return splits;
}

/** The edges as segments of their own: number `i` runs from vertex `2i` to `2i + 1`. */
function sideBySide(vertices: Vertices, edges: Edges, worn: readonly number[]): Segments {
  const ends = worn.flatMap((edge) => [edges.low[edge]!, edges.high[edge]!]);
  return {
    x: Int32Array.from(ends, (vertex) => vertices.x[vertex]!),
    y: Int32Array.from(ends, (vertex) => vertices.y[vertex]!),
    low: Int32Array.from(worn, (_, i) => 2 * i),
    high: Int32Array.from(worn, (_, i) => 2 * i + 1),
    ids: Int32Array.from(worn.keys()),
  };
}
