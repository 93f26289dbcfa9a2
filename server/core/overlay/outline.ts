import type { EdgeReader } from "./input-edges.ts";
import { isLeftOf } from "./nesting.ts";

/** About so many edges in a band. */
const EDGES_A_BAND = 16;

/**
 * Edges that enclose ground by the even-odd rule, in bands by height, so that a point is held
 * against those alone that reach its height.
 *
 * Cost: an entry for each band that an edge reaches.
 */
export class Outline {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
  private readonly graph: Pick<EdgeReader, "vertices" | "edges">;
  private readonly height: number;
  private readonly bands: number[][];

  constructor(graph: Pick<EdgeReader, "vertices" | "edges">, boundary: readonly number[]) {
    const { x, y } = graph.vertices;
    const { low, high } = graph.edges;
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const edge of boundary) {
      const [a, b] = [low[edge]!, high[edge]!];
      west = Math.min(west, x[a]!, x[b]!);
      east = Math.max(east, x[a]!, x[b]!);
      south = Math.min(south, y[a]!, y[b]!);
      north = Math.max(north, y[a]!, y[b]!);
    }
    this.graph = graph;
    this.west = west;
    this.south = south;
    this.east = east;
    this.north = north;
    const count = Math.ceil(boundary.length / EDGES_A_BAND);
    this.height = Math.max(1, (north - south + 1) / count);
    this.bands = Array.from({ length: count }, () => []);
    for (const edge of boundary) {
      const [p, q] = [y[low[edge]!]!, y[high[edge]!]!];
      const last = this.bandAt(Math.max(p, q));
      for (let band = this.bandAt(Math.min(p, q)); band <= last; band++) {
        this.bands[band]!.push(edge);
      }
    }
  }

  /** Whether a vertex that is not on the outline lies within it. */
  holds(px: number, py: number): boolean {
    if (px < this.west || px > this.east || py < this.south || py > this.north) return false;
    const { vertices, edges } = this.graph;
    let inside = false;
    for (const edge of this.bands[this.bandAt(py)]!) {
      if (isLeftOf(vertices, edges, edge, px, py)) inside = !inside;
    }
    return inside;
  }

  private bandAt(y: number): number {
    return Math.min(this.bands.length - 1, Math.floor((y - this.south) / this.height));
  }
}
