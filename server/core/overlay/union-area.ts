import type { RingFacts } from "./ring-facts.ts";
import { TurnSum } from "./turn-sum.ts";

/** Edges that bound polygons of one source, by their ends, the left one first; upright ones not. */
interface Walls {
  readonly count: number;
  readonly ax: Float64Array;
  readonly ay: Float64Array;
  readonly bx: Float64Array;
  readonly by: Float64Array;
  /** Wall -> its first entry in `polygons`; one more than walls. */
  readonly start: Int32Array;
  /** The polygons a wall bounds by the even-odd rule, numbered within the source. */
  readonly polygons: Int32Array;
}

/**
 * Twice the area of one source in square steps, exact, from its noded rings alone: each polygon
 * read even-odd, all of them united. Independent of faces: for every edge it looks straight down
 * and counts.
 *
 * Only needed where rings cross themselves or parts overlap; elsewhere the sum of the rings will do.
 *
 * Cost: every edge looks at the edges above the same stretch of the x axis; the square of the number
 * of edges at worst.
 */
export function unionArea(facts: RingFacts, polygons: readonly number[]): bigint {
  const walls = wallsOf(facts, polygons);
  if (walls.count === 0) return 0n;
  const columns = columnsOf(walls);
  const { ax, ay, bx, by } = walls;
  const covers = new Cover(polygons.length);
  const sum = new TurnSum();
  for (let wall = 0; wall < walls.count; wall++) {
    const below = coverBelow(walls, columns, wall, covers);
    const above = below + covers.cross(walls, wall);
    if (below > 0 === above > 0) continue;
    // The ground below the wall down to the axis, as a step up seen from the axis.
    const width = bx[wall]! - ax[wall]!;
    sum.add(below > 0 ? width : -width, 0, 0, ay[wall]! + by[wall]!);
  }
  return sum.total();
}

/** Marks the polygons that cover the ground just below the middle of a wall. @returns how many */
function coverBelow(walls: Walls, columns: Columns, wall: number, covers: Cover): number {
  const { ax, bx, ay, by } = walls;
  // Doubled, so that the middle is a grid point; the line of sight stands a hair to its right.
  const x = ax[wall]! + bx[wall]!;
  const y = ay[wall]! + by[wall]!;
  const column = Math.floor((x / 2 - columns.left) / columns.width);
  covers.clear();
  let covered = 0;
  for (let i = columns.start[column]!; i < columns.start[column + 1]!; i++) {
    const other = columns.walls[i]!;
    if (other === wall || 2 * ax[other]! > x || 2 * bx[other]! <= x) continue;
    if (runsBelow(walls, other, x, y)) covered += covers.cross(walls, other);
  }
  return covered;
}

/** Which polygons cover a point. */
class Cover {
  private readonly inside: Int32Array;
  private now = 0;

  constructor(polygons: number) {
    this.inside = new Int32Array(polygons);
  }

  /** Begins anew, with nothing covered. */
  clear(): void {
    this.now++;
  }

  /** Crosses a wall. @returns how many more polygons then cover the point */
  cross({ start, polygons }: Walls, wall: number): number {
    let more = 0;
    for (let i = start[wall]!; i < start[wall + 1]!; i++) {
      const polygon = polygons[i]!;
      const isInside = this.inside[polygon] === this.now;
      this.inside[polygon] = isInside ? 0 : this.now;
      more += isInside ? -1 : 1;
    }
    return more;
  }
}

/** Whether a wall runs below the point (x / 2, y / 2), which does not lie on it. */
function runsBelow({ ax, ay, bx, by }: Walls, wall: number, x: number, y: number): boolean {
  const ux = ax[wall]!;
  const uy = ay[wall]!;
  const vx = bx[wall]!;
  const vy = by[wall]!;
  if (2 * Math.max(uy, vy) < y) return true;
  if (2 * Math.min(uy, vy) > y) return false;
  const left = (vx - ux) * (y - 2 * uy);
  const right = (vy - uy) * (x - 2 * ux);
  if (Math.abs(left) + Math.abs(right) < 2 ** 53) return left > right;
  return BigInt(vx - ux) * BigInt(y - 2 * uy) > BigInt(vy - uy) * BigInt(x - 2 * ux);
}

/** The edges that polygons' rings run along an odd number of times. */
function wallsOf({ shapes, inputEdges, noded }: RingFacts, polygons: readonly number[]): Walls {
  const { x, y } = noded.vertices;
  const { low, high } = noded.edges;
  const owners = new Map<number, number[]>();
  polygons.forEach((polygon, number) => {
    for (const edge of oddEdges({ shapes, inputEdges, noded }, polygon)) {
      if (x[low[edge]!] === x[high[edge]!]) continue;
      const list = owners.get(edge);
      if (list) list.push(number);
      else owners.set(edge, [number]);
    }
  });
  const count = owners.size;
  const ax = new Float64Array(count);
  const ay = new Float64Array(count);
  const bx = new Float64Array(count);
  const by = new Float64Array(count);
  const start = new Int32Array(count + 1);
  const list: number[] = [];
  let wall = 0;
  for (const [edge, numbers] of owners) {
    const swap = x[low[edge]!]! > x[high[edge]!]!;
    const a = swap ? high[edge]! : low[edge]!;
    const b = swap ? low[edge]! : high[edge]!;
    ax[wall] = x[a]!;
    ay[wall] = y[a]!;
    bx[wall] = x[b]!;
    by[wall] = y[b]!;
    for (const number of numbers) list.push(number);
    start[++wall] = list.length;
  }
  return { count, ax, ay, bx, by, start, polygons: Int32Array.from(list) };
}

/** The noded edges that bound a polygon by the even-odd rule. */
export function oddEdges(
  { shapes, inputEdges, noded }: Pick<RingFacts, "shapes" | "inputEdges" | "noded">,
  polygon: number,
): Set<number> {
  const odd = new Set<number>();
  const from = shapes.ringVertex[shapes.polygonRing[polygon]!]!;
  const to = shapes.ringVertex[shapes.polygonRing[polygon + 1]!]!;
  for (let i = from; i < to; i++) {
    const half = inputEdges.ringHalf[i]!;
    if (half < 0) continue;
    for (let p = noded.pieceStart[half >> 1]!; p < noded.pieceStart[(half >> 1) + 1]!; p++) {
      const edge = noded.pieces[p]! >> 1;
      if (!odd.delete(edge)) odd.add(edge);
    }
  }
  return odd;
}

/** Walls by stretches of the x axis, about one stretch a wall. */
interface Columns {
  readonly left: number;
  readonly width: number;
  /** Column -> its first entry in `walls`; one more than columns. */
  readonly start: Int32Array;
  readonly walls: Int32Array;
}

function columnsOf({ count, ax, bx }: Walls): Columns {
  const left = ax.reduce((least, x) => Math.min(least, x), Infinity);
  const right = bx.reduce((most, x) => Math.max(most, x), -Infinity);
  const width = Math.max(1, (right - left) / count);
  const start = new Int32Array(Math.floor((right - left) / width) + 2);
  const column = (x: number) => Math.floor((x - left) / width);
  for (let wall = 0; wall < count; wall++) {
    for (let c = column(ax[wall]!); c <= column(bx[wall]!); c++) start[c]!++;
  }
  for (let c = 1; c < start.length; c++) start[c]! += start[c - 1]!;
  const walls = new Int32Array(start[start.length - 1]!);
  for (let wall = 0; wall < count; wall++) {
    for (let c = column(ax[wall]!); c <= column(bx[wall]!); c++) walls[--start[c]!] = wall;
  }
  return { left, width, start, walls };
}
