import type { Components } from "./components.ts";
import type { Edges } from "./edges.ts";
import type { Faces } from "./faces.ts";
import { type HalfEdges, origin } from "./half-edges.ts";
import { crossSign } from "./orientation.ts";
import { frameOver, type SegmentGrid, sortIntoSquares } from "./segment-grid.ts";
import type { Vertices } from "./vertices.ts";

const SQUARES_PER_COMPONENT = 8;
/** The error of a crossing's x in doubles is far below this; nearer ones are compared exactly. */
const CLOSE = 2 ** -10;

/**
 * Which face each component lies in: a ray is cast to the left from the component's leftmost
 * vertex, and the first edge it meets has that face on its right.
 *
 * The ray runs a hair above the grid line, so it meets no vertex. Edges never cross, so their order
 * along the ray is exact in integers.
 *
 * Invariant: the cycle given belongs to another component that lies further left, so following it
 * ends.
 * Cost: edges that cross the height of a ray are sorted into a few squares a component; a ray looks
 * at the squares it crosses.
 *
 * @returns component -> a cycle of the face around it; -1 where nothing encloses it
 */
export function findParents(faces: Faces, components: Components): Int32Array {
  const parent = new Int32Array(components.count).fill(-1);
  if (components.count < 2) return parent;
  const { graph } = faces;
  const vertex = components.outside.map((cycle) => leftmost(graph, faces.start[cycle]!));
  const heights = new Heights(vertex.map((v) => graph.vertices.y[v]!));
  const grid = sortCrossed(graph, heights, components.count * SQUARES_PER_COMPONENT);
  for (let component = 0; component < components.count; component++) {
    const half = firstToTheLeft(graph, grid, vertex[component]!);
    if (half >= 0) parent[component] = faces.cycleOf[half]!;
  }
  return parent;
}

const BANDS = 1 << 14;

/** The heights of all rays. */
class Heights {
  private readonly sorted: Int32Array;
  private readonly bottom: number;
  private readonly band: number;
  /** Band of heights -> the first of `sorted` in it or above. */
  private readonly first = new Int32Array(BANDS + 1);

  constructor(heights: Int32Array) {
    this.sorted = heights.toSorted();
    this.bottom = this.sorted[0]!;
    this.band = (this.sorted[this.sorted.length - 1]! - this.bottom + 1) / BANDS;
    let next = 0;
    for (let band = 0; band <= BANDS; band++) {
      const from = this.bottom + band * this.band;
      while (next < this.sorted.length && this.sorted[next]! < from) next++;
      this.first[band] = next;
    }
  }

  /** Whether a ray runs at a height from `low` up to but not at `high`. */
  anyWithin(low: number, high: number): boolean {
    const { sorted } = this;
    const band = Math.floor((low - this.bottom) / this.band);
    if (band >= BANDS) return false;
    let i = band < 0 ? 0 : this.first[band]!;
    while (i < sorted.length && sorted[i]! < low) i++;
    return i < sorted.length && sorted[i]! < high;
  }
}

/** Sorts the live edges that a ray may meet into squares. */
function sortCrossed(
  { vertices, edges, live }: HalfEdges,
  heights: Heights,
  squares: number,
): SegmentGrid {
  const { x, y } = vertices;
  const { low, high } = edges;
  const ids = new Int32Array(edges.count);
  let used = 0;
  for (let edge = 0; edge < edges.count; edge++) {
    if (live[edge] === 0) continue;
    const p = y[low[edge]!]!;
    const q = y[high[edge]!]!;
    if (p < q ? heights.anyWithin(p, q) : heights.anyWithin(q, p)) ids[used++] = edge;
  }
  const frame = frameOver(x, y, vertices.count, squares);
  return sortIntoSquares({ x, y, low, high, ids: ids.subarray(0, used) }, frame);
}

/** The vertex of a cycle with the lowest x, of those the one with the lowest y. */
function leftmost({ vertices, edges, next }: HalfEdges, first: number): number {
  const { x, y } = vertices;
  let best = origin(edges, first);
  let half = first;
  do {
    const v = origin(edges, half);
    if (x[v]! < x[best]! || (x[v] === x[best] && y[v]! < y[best]!)) best = v;
    half = next[half]!;
  } while (half !== first);
  return best;
}

/** The half-edge that runs down on the nearest edge left of a vertex; -1 if there is none. */
function firstToTheLeft(graph: HalfEdges, grid: SegmentGrid, vertex: number): number {
  const ray = new Ray(graph, vertex);
  const row = Math.floor((ray.y - grid.bottom) / grid.side);
  for (let column = Math.floor((ray.x - grid.left) / grid.side); column >= 0; column--) {
    const square = row * grid.columns + column;
    for (let i = grid.start[square]!; i < grid.start[square + 1]!; i++) ray.meet(grid.ids[i]!);
    if (ray.bestX > grid.left + column * grid.side + 1) break;
  }
  return ray.best;
}

/** A ray from a vertex to the left, a hair above the grid line: keeps the nearest edge it meets. */
export class Ray {
  readonly x: number;
  readonly y: number;
  /** The half-edge that runs down on the nearest edge; -1 if there is none. */
  best = -1;
  /** Where the ray meets it, in doubles. */
  bestX = -Infinity;
  private readonly graph: Pick<HalfEdges, "vertices" | "edges">;

  constructor(graph: Pick<HalfEdges, "vertices" | "edges">, vertex: number) {
    this.graph = graph;
    this.x = graph.vertices.x[vertex]!;
    this.y = graph.vertices.y[vertex]!;
  }

  /** Looks at an edge, which may be met or not. */
  meet(edge: number): void {
    const { vertices, edges } = this.graph;
    if (!isLeftOf(vertices, edges, edge, this.x, this.y)) return;
    const { x, y } = vertices;
    const down = downwards(vertices, edges, edge);
    if (down === this.best) return;
    const top = origin(edges, down);
    const foot = origin(edges, down ^ 1);
    const dx = x[top]! - x[foot]!;
    const dy = y[top]! - y[foot]!;
    const atX = x[foot]! + (dx / dy) * (this.y - y[foot]!);
    if (atX < this.bestX - CLOSE) return;
    const isNear = this.best >= 0 && atX <= this.bestX + CLOSE;
    if (isNear && !isRightOf(this.graph, down, this.best, this.y)) return;
    this.best = down;
    this.bestX = atX;
  }
}

/** Whether a ray to the left, a hair above the height of a point that is not on the edge, meets it. */
export function isLeftOf(
  vertices: Vertices,
  edges: Edges,
  edge: number,
  px: number,
  py: number,
): boolean {
  const { x, y } = vertices;
  const down = downwards(vertices, edges, edge);
  const top = origin(edges, down);
  const foot = origin(edges, down ^ 1);
  if (y[foot]! > py || y[top]! <= py) return false;
  return crossSign(x[top]! - x[foot]!, y[top]! - y[foot]!, px - x[foot]!, py - y[foot]!) < 0;
}

/** The half-edge of an edge that runs down; either where it is level. */
function downwards({ y }: Vertices, { low, high }: Edges, edge: number): number {
  return y[low[edge]!]! > y[high[edge]!]! ? 2 * edge : 2 * edge + 1;
}

/** Whether half-edge `a` lies to the right of `b`, just above height `py`; both run down. */
function isRightOf(
  { vertices, edges }: Pick<HalfEdges, "vertices" | "edges">,
  a: number,
  b: number,
  py: number,
): boolean {
  const { x, y } = vertices;
  const line = (half: number) => {
    const foot = origin(edges, half ^ 1);
    const top = origin(edges, half);
    const dx = x[top]! - x[foot]!;
    const dy = y[top]! - y[foot]!;
    const at = BigInt(x[foot]!) * BigInt(dy) + BigInt(dx) * BigInt(py - y[foot]!);
    return { dx, dy, at };
  };
  const p = line(a);
  const q = line(b);
  const difference = p.at * BigInt(q.dy) - q.at * BigInt(p.dy);
  if (difference !== 0n) return difference > 0n;
  return crossSign(p.dx, p.dy, q.dx, q.dy) > 0;
}
