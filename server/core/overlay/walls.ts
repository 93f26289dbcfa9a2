import type { RingFacts } from "./ring-facts.ts";

/** What rings and their edges are read from. */
export type NodedRings = Pick<RingFacts, "shapes" | "inputEdges" | "noded">;

/** Noded edges that bound regions, by their ends, the left one first; upright ones not. */
export interface Walls {
  readonly count: number;
  readonly ax: Float64Array;
  readonly ay: Float64Array;
  readonly bx: Float64Array;
  readonly by: Float64Array;
  /** Wall -> its first entry in `regions`; one more than walls. */
  readonly start: Int32Array;
  /** The regions a wall bounds, by their place in the list they were given in. */
  readonly regions: Int32Array;
}

/**
 * Looks straight down from the middle of a wall and marks the regions that cover the ground just
 * below it. The edges are noded, so whatever is true there is true all along the wall.
 *
 * @returns how many regions those are
 */
export function coverBelow(walls: Walls, columns: Columns, wall: number, covers: Cover): number {
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

/** Which regions cover a point. */
export class Cover {
  private readonly inside: Int32Array;
  private now = 0;

  constructor(regions: number) {
    this.inside = new Int32Array(regions);
  }

  /** Begins anew, with nothing covered. */
  clear(): void {
    this.now++;
  }

  /** Whether a region covers the point. */
  has(region: number): boolean {
    return this.inside[region] === this.now;
  }

  /** Crosses a wall. @returns how many more regions then cover the point */
  cross({ start, regions }: Walls, wall: number): number {
    let more = 0;
    for (let i = start[wall]!; i < start[wall + 1]!; i++) {
      const region = regions[i]!;
      const isInside = this.has(region);
      this.inside[region] = isInside ? 0 : this.now;
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

/** The walls of regions, each given by the noded edges that bound it; see {@link oddEdges}. */
export function wallsOf({ noded }: NodedRings, regions: readonly Iterable<number>[]): Walls {
  const { x, y } = noded.vertices;
  const { low, high } = noded.edges;
  const owners = new Map<number, number[]>();
  regions.forEach((edges, number) => {
    for (const edge of edges) {
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
  return { count, ax, ay, bx, by, start, regions: Int32Array.from(list) };
}

/** The noded edges that rings `from` up to `to` run along an odd number of times. */
export function oddEdges(
  { shapes, inputEdges, noded }: NodedRings,
  from: number,
  to: number,
): Set<number> {
  const odd = new Set<number>();
  for (let i = shapes.ringVertex[from]!; i < shapes.ringVertex[to]!; i++) {
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
export interface Columns {
  readonly left: number;
  readonly width: number;
  /** Column -> its first entry in `walls`; one more than columns. */
  readonly start: Int32Array;
  readonly walls: Int32Array;
}

export function columnsOf({ count, ax, bx }: Walls): Columns {
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
