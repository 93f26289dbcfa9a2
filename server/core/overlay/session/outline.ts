import type { EdgeReader } from "../input-edges.ts";
import { isLeftOf } from "../nesting.ts";
import type { Box } from "./edge-squares.ts";

/** About so many edges in a band. */
const EDGES_A_BAND = 16;

type Graph = Pick<EdgeReader, "vertices" | "edges">;

/** The box around some edges. */
export function boxOf(
  { vertices: { x, y }, edges: { low, high } }: Graph,
  edges: readonly number[],
): Box {
  let west = Infinity;
  let south = Infinity;
  let east = -Infinity;
  let north = -Infinity;
  for (const edge of edges) {
    const a = low[edge]!;
    const b = high[edge]!;
    west = Math.min(west, x[a]!, x[b]!);
    east = Math.max(east, x[a]!, x[b]!);
    south = Math.min(south, y[a]!, y[b]!);
    north = Math.max(north, y[a]!, y[b]!);
  }
  return { west, south, east, north };
}

/**
 * Edges that enclose ground by the even-odd rule, in bands by height, so that a point is held
 * against those alone that reach its height.
 *
 * Cost: an entry for each band that an edge reaches.
 */
export class Outline {
  private readonly graph: Graph;
  private readonly box: Box;
  private readonly height: number;
  private readonly bands: number[][];

  constructor(graph: Graph, boundary: readonly number[]) {
    const { y } = graph.vertices;
    const { low, high } = graph.edges;
    this.graph = graph;
    this.box = boxOf(graph, boundary);
    const count = Math.ceil(boundary.length / EDGES_A_BAND);
    this.height = Math.max(1, (this.box.north - this.box.south + 1) / count);
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
    const { west, south, east, north } = this.box;
    if (px < west || px > east || py < south || py > north) return false;
    const { vertices, edges } = this.graph;
    let inside = false;
    for (const edge of this.bands[this.bandAt(py)]!) {
      if (isLeftOf(vertices, edges, edge, px, py)) inside = !inside;
    }
    return inside;
  }

  private bandAt(y: number): number {
    return Math.min(this.bands.length - 1, Math.floor((y - this.box.south) / this.height));
  }
}
