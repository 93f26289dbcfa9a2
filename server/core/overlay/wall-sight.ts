import type { Lists } from "./model.ts";
import type { Walls } from "./walls.ts";

/**
 * The walls below the middle of each of some walls.
 *
 * Everything is doubled, so that the middle is a grid point; the line of sight stands a hair to its
 * right.
 *
 * Cost: a search for each wall, and a comparison with each middle above or below it.
 *
 * @returns place in `sights` -> the walls below
 */
export function wallsBelow(walls: Walls, sights: readonly number[]): Lists {
  const { lowX, lowY, highX, highY } = walls;
  const middle = (sight: number) => lowX[sights[sight]!]! + highX[sights[sight]!]!;
  const order = Array.from(sights.keys()).sort((a, b) => middle(a) - middle(b));
  const xs = Float64Array.from(order, middle);
  const start = new Int32Array(sights.length + 1);
  const found: number[] = [];
  for (let wall = 0; wall < walls.count; wall++) {
    const left = 2 * Math.min(lowX[wall]!, highX[wall]!);
    const right = 2 * Math.max(lowX[wall]!, highX[wall]!);
    for (let i = firstFrom(xs, left); i < xs.length && xs[i]! < right; i++) {
      const sight = sights[order[i]!]!;
      if (sight === wall || !runsBelow(walls, wall, xs[i]!, lowY[sight]! + highY[sight]!)) continue;
      found.push(order[i]!, wall);
      start[order[i]!]!++;
    }
  }
  for (let sight = 1; sight < start.length; sight++) start[sight]! += start[sight - 1]!;
  const ids = new Int32Array(found.length / 2);
  for (let i = 0; i < found.length; i += 2) ids[--start[found[i]!]!] = found[i + 1]!;
  return { start, ids };
}

/** The first place in an ascending list whose number is `least` or more. */
function firstFrom(list: Float64Array, least: number): number {
  let from = 0;
  let to = list.length;
  while (from < to) {
    const half = (from + to) >> 1;
    if (list[half]! < least) from = half + 1;
    else to = half;
  }
  return from;
}

/** Whether a wall runs below the point (x / 2, y / 2), which does not lie on it. */
function runsBelow(walls: Walls, wall: number, x: number, y: number): boolean {
  const { lowX, lowY, highX, highY } = walls;
  const swap = lowX[wall]! > highX[wall]!;
  const ux = swap ? highX[wall]! : lowX[wall]!;
  const uy = swap ? highY[wall]! : lowY[wall]!;
  const vx = swap ? lowX[wall]! : highX[wall]!;
  const vy = swap ? lowY[wall]! : highY[wall]!;
  if (2 * Math.max(uy, vy) < y) return true;
  if (2 * Math.min(uy, vy) > y) return false;
  const left = (vx - ux) * (y - 2 * uy);
  const right = (vy - uy) * (x - 2 * ux);
  if (Math.abs(left) + Math.abs(right) < 2 ** 53) return left > right;
  return BigInt(vx - ux) * BigInt(y - 2 * uy) > BigInt(vy - uy) * BigInt(x - 2 * ux);
}

/** Which regions cover a point. */
export class Cover {
  private readonly inside: Int32Array;
  private now = 0;

  constructor(regions: number) {
    this.inside = new Int32Array(regions);
  }

  /** Whether a region covers the point. */
  has(region: number): boolean {
    return this.inside[region] === this.now;
  }

  /** Begins anew below the middle of a wall. @returns how many regions cover it there */
  lookUp(walls: Walls, below: Lists, sight: number): number {
    this.now++;
    let covered = 0;
    for (let i = below.start[sight]!; i < below.start[sight + 1]!; i++) {
      covered += this.cross(walls, below.ids[i]!);
    }
    return covered;
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
