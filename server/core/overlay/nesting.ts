import type { Chains } from "./chains.ts";
import type { Components } from "./components.ts";
import type { Faces } from "./faces.ts";
import type { HalfEdges } from "./half-edges.ts";
import { crossSign } from "./orientation.ts";
import { frameOver, type SegmentGrid, type Segments, sortIntoSquares } from "./segment-grid.ts";

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
  const { graph, start } = faces;
  const places = components.outside.map((cycle) => lowestOf(graph, start[cycle]!));
  const { xy } = graph.chains;
  const heights = new Heights(places.map((place) => xy[2 * place + 1]!));
  const crossed = crossedEdges(graph.chains, heights);
  const grid = sortCrossed(crossed, components.count * SQUARES_PER_COMPONENT);
  for (let component = 0; component < components.count; component++) {
    const place = places[component]!;
    const half = firstToTheLeft(crossed, grid, xy[2 * place]!, xy[2 * place + 1]!);
    if (half >= 0) parent[component] = faces.cycleOf[crossed.chainHalf[half >> 1]! ^ (half & 1)]!;
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

/** The edges that a ray may meet, numbered for themselves. */
interface CrossedEdges extends Segments {
  /** Edge -> the chain half that runs along its half-edge `2e`. */
  readonly chainHalf: Int32Array;
}

/** Cost: a look at each chain, and at the edges of those that rise across the height of a ray. */
function crossedEdges({ count, start, xy }: Chains, heights: Heights): CrossedEdges {
  const places: number[] = [];
  const chainHalf: number[] = [];
  for (let chain = 0; chain < count; chain++) {
    for (let i = start[chain]!; i + 1 < start[chain + 1]!; i++) {
      const p = xy[2 * i + 1]!;
      const q = xy[2 * i + 3]!;
      if (p < q ? !heights.anyWithin(p, q) : !heights.anyWithin(q, p)) continue;
      places.push(i);
      chainHalf.push(2 * chain);
    }
  }
  // The two ends of edge `e` are the vertices `2e` and `2e + 1`.
  const vertexOf = (i: number) => places[i >> 1]! + (i & 1);
  const ends = { length: 2 * places.length };
  return {
    x: Int32Array.from(ends, (_, i) => xy[2 * vertexOf(i)]!),
    y: Int32Array.from(ends, (_, i) => xy[2 * vertexOf(i) + 1]!),
    low: Int32Array.from(places, (_, edge) => 2 * edge),
    high: Int32Array.from(places, (_, edge) => 2 * edge + 1),
    ids: Int32Array.from(places.keys()),
    chainHalf: Int32Array.from(chainHalf),
  };
}

function sortCrossed(crossed: CrossedEdges, squares: number): SegmentGrid {
  const { x, y } = crossed;
  return sortIntoSquares(crossed, frameOver(x, y, x.length, squares));
}

/** The lowest vertex (by x, then y) of a cycle, by its place in the chains' `xy`. */
function lowestOf({ chains: { lowest, xy }, next }: HalfEdges, first: number): number {
  let best = lowest[first >> 1]!;
  for (let half = next[first]!; half !== first; half = next[half]!) {
    const place = lowest[half >> 1]!;
    const order = xy[2 * place]! - xy[2 * best]! || xy[2 * place + 1]! - xy[2 * best + 1]!;
    if (order < 0) best = place;
  }
  return best;
}

/** The half-edge that runs down on the nearest crossed edge left of a point; -1 if there is none. */
function firstToTheLeft(crossed: CrossedEdges, grid: SegmentGrid, x: number, y: number): number {
  const ray = new Ray(crossed, crossed, x, y);
  // The squares cover the crossed edges alone.
  const row = Math.floor((y - grid.bottom) / grid.side);
  if (row < 0 || row >= grid.rows) return -1;
  const first = Math.min(grid.columns - 1, Math.floor((x - grid.left) / grid.side));
  for (let column = first; column >= 0; column--) {
    const square = row * grid.columns + column;
    for (let i = grid.start[square]!; i < grid.start[square + 1]!; i++) ray.meet(grid.ids[i]!);
    if (ray.bestX > grid.left + column * grid.side + 1) break;
  }
  return ray.best;
}

/** Where vertices lie, and which two an edge joins. */
type Points = Pick<Segments, "x" | "y">;
type Ends = Pick<Segments, "low" | "high">;

/** A ray from a vertex to the left, a hair above the grid line: keeps the nearest edge it meets. */
export class Ray {
  readonly x: number;
  readonly y: number;
  /** The half-edge that runs down on the nearest edge; -1 if there is none. */
  best = -1;
  /** Where the ray meets it, in doubles. */
  bestX = -Infinity;
  private readonly points: Points;
  private readonly ends: Ends;

  constructor(points: Points, ends: Ends, x: number, y: number) {
    this.points = points;
    this.ends = ends;
    this.x = x;
    this.y = y;
  }

  /** Looks at an edge, which may be met or not. */
  meet(edge: number): void {
    const points = this.points;
    const ends = this.ends;
    if (!isLeftOf(points, ends, edge, this.x, this.y)) return;
    const { x, y } = points;
    const down = downwards(points, ends, edge);
    if (down === this.best) return;
    const top = originOf(ends, down);
    const foot = originOf(ends, down ^ 1);
    const dx = x[top]! - x[foot]!;
    const dy = y[top]! - y[foot]!;
    const atX = x[foot]! + (dx / dy) * (this.y - y[foot]!);
    if (atX < this.bestX - CLOSE) return;
    const isNear = this.best >= 0 && atX <= this.bestX + CLOSE;
    if (isNear && !isRightOf(points, ends, down, this.best, this.y)) return;
    this.best = down;
    this.bestX = atX;
  }
}

/** Whether a ray to the left, a hair above the height of a point that is not on the edge, meets it. */
export function isLeftOf(
  points: Points,
  ends: Ends,
  edge: number,
  px: number,
  py: number,
): boolean {
  const { x, y } = points;
  const down = downwards(points, ends, edge);
  const top = originOf(ends, down);
  const foot = originOf(ends, down ^ 1);
  if (y[foot]! > py || y[top]! <= py) return false;
  return crossSign(x[top]! - x[foot]!, y[top]! - y[foot]!, px - x[foot]!, py - y[foot]!) < 0;
}

/** The vertex that a half-edge starts from. */
function originOf({ low, high }: Ends, half: number): number {
  return half & 1 ? high[half >> 1]! : low[half >> 1]!;
}

/** The half-edge of an edge that runs down; either where it is level. */
function downwards({ y }: Points, { low, high }: Ends, edge: number): number {
  return y[low[edge]!]! > y[high[edge]!]! ? 2 * edge : 2 * edge + 1;
}

/** Whether half-edge `a` lies to the right of `b`, just above height `py`; both run down. */
function isRightOf({ x, y }: Points, ends: Ends, a: number, b: number, py: number): boolean {
  const line = (half: number) => {
    const foot = originOf(ends, half ^ 1);
    const top = originOf(ends, half);
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
