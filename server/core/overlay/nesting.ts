import type { Chains } from "./chains.ts";
import type { Components } from "./components.ts";
import type { Faces } from "./faces.ts";
import type { HalfEdges } from "./half-edges.ts";
import { enlarged } from "./int-list.ts";
import { crossSign } from "./orientation.ts";
import { frameOver, type SegmentGrid, type Segments, sortIntoSquares } from "./segment-grid.ts";

const SQUARES_PER_COMPONENT = 8;
/** The error of a crossing's x in doubles is far below this; nearer ones are compared exactly. */
const CLOSE = 2 ** -10;

/**
 * Which face each component lies in: a ray is cast to the left from a leftmost vertex of the
 * component, and the half-edge that runs down on the first edge it meets has that face on its left.
 *
 * The ray runs a hair above the grid line, so it meets no vertex. Edges never cross, so their order
 * along the ray is exact in integers.
 *
 * Invariant: the cycle given belongs to another component that lies further left, so following it
 * ends.
 * Cost: edges that cross the height of a ray are sorted into a few squares a component; a ray looks
 * at the squares it crosses.
 * Source: M. de Berg et al., "Computational Geometry", section 2.3.
 *
 * @returns component -> a cycle of the face around it; -1 where nothing encloses it
 */
export function findParents(faces: Faces, components: Components): Int32Array {
  const parent = new Int32Array(components.count).fill(-1);
  if (components.count < 2) return parent;
  const { graph, start } = faces;
  const places = components.outside.map((cycle) => leftmostOf(graph, start[cycle]!));
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

const MOST_BANDS = 1 << 16;
/** So few rays need no more bands to be told apart. */
const BANDS_PER_RAY = 16;

/** The heights of all rays. */
class Heights {
  private readonly sorted: Int32Array;
  private readonly bottom: number;
  private readonly top: number;
  /** Heights above the bottom, shifted by this, are the number of a band. */
  private readonly shift: number;
  /** Band of heights -> the first of `sorted` in it or above. */
  private readonly first: Int32Array;

  constructor(heights: Int32Array) {
    const sorted = heights.toSorted();
    const bottom = sorted[0]!;
    const top = sorted[sorted.length - 1]!;
    const bands = Math.min(MOST_BANDS, BANDS_PER_RAY * heights.length);
    let shift = 0;
    while ((top - bottom) / 2 ** shift >= bands) shift++;
    const first = new Int32Array(((top - bottom) >>> shift) + 1);
    let next = 0;
    for (let band = 0; band < first.length; band++) {
      while (sorted[next]! < bottom + band * 2 ** shift) next++;
      first[band] = next;
    }
    this.sorted = sorted;
    this.bottom = bottom;
    this.top = top;
    this.shift = shift;
    this.first = first;
  }

  /** Whether a ray runs at the height of the lower of two points or above it, below the other. */
  anyBetween(p: number, q: number): boolean {
    const low = p < q ? p : q;
    const high = p < q ? q : p;
    if (low > this.top || high <= this.bottom) return false;
    const sorted = this.sorted;
    let i = low <= this.bottom ? 0 : this.first[(low - this.bottom) >>> this.shift]!;
    while (sorted[i]! < low) i++;
    return sorted[i]! < high;
  }
}

/** The edges that a ray may meet, numbered for themselves. */
interface CrossedEdges extends Segments {
  /** Edge -> the chain half that runs along its half-edge `2e`. */
  readonly chainHalf: Int32Array;
}

/** Cost: a look at each edge. */
function crossedEdges({ count, start, xy }: Chains, heights: Heights): CrossedEdges {
  let places = new Int32Array(1024);
  let chainHalf = new Int32Array(1024);
  let used = 0;
  for (let chain = 0; chain < count; chain++) {
    const end = start[chain + 1]! - 1;
    let p = xy[2 * start[chain]! + 1]!;
    for (let i = start[chain]!; i < end; i++) {
      const q = xy[2 * i + 3]!;
      if (heights.anyBetween(p, q)) {
        if (used === places.length) {
          places = enlarged(places, 2 * used);
          chainHalf = enlarged(chainHalf, 2 * used);
        }
        places[used] = i;
        chainHalf[used++] = 2 * chain;
      }
      p = q;
    }
  }
  // The two ends of edge `e` are the vertices `2e` and `2e + 1`.
  const x = new Int32Array(2 * used);
  const y = new Int32Array(2 * used);
  const low = new Int32Array(used);
  const high = new Int32Array(used);
  const ids = new Int32Array(used);
  for (let edge = 0; edge < used; edge++) {
    const at = 2 * places[edge]!;
    x[2 * edge] = xy[at]!;
    y[2 * edge] = xy[at + 1]!;
    x[2 * edge + 1] = xy[at + 2]!;
    y[2 * edge + 1] = xy[at + 3]!;
    low[edge] = 2 * edge;
    high[edge] = 2 * edge + 1;
    ids[edge] = edge;
  }
  return { x, y, low, high, ids, chainHalf };
}

function sortCrossed(crossed: CrossedEdges, squares: number): SegmentGrid {
  const { x, y } = crossed;
  return sortIntoSquares(crossed, frameOver(x, y, x.length, squares));
}

/** A leftmost vertex of a cycle, by its place in the chains' `xy`. */
function leftmostOf({ chains: { lowest, xy }, next }: HalfEdges, first: number): number {
  let best = lowest[first >> 1]!;
  for (let half = next[first]!; half !== first; half = next[half]!) {
    const place = lowest[half >> 1]!;
    if (xy[2 * place]! < xy[2 * best]!) best = place;
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
