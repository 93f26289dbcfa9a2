import type { RingFacts } from "./ring-facts.ts";

/** An edge that bounds polygons of one source, by its ends, the left one first. */
interface Wall {
  readonly ax: number;
  readonly ay: number;
  readonly bx: number;
  readonly by: number;
  /** The polygons of the source it bounds, by the even-odd rule. */
  readonly polygons: readonly number[];
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
  if (walls.length === 0) return 0n;
  const columns = new Columns(walls);
  let twice = 0n;
  for (const wall of walls) {
    const below = coveredBelow(wall, columns.near(wall.ax + wall.bx));
    const above = new Map(below);
    for (const polygon of wall.polygons) above.set(polygon, !(above.get(polygon) ?? false));
    const inBelow = [...below.values()].includes(true);
    const inAbove = [...above.values()].includes(true);
    if (inBelow === inAbove) continue;
    const under = BigInt(wall.bx - wall.ax) * BigInt(wall.ay + wall.by);
    twice += inBelow ? under : -under;
  }
  return twice;
}

/** Polygon -> whether it covers the ground just below the middle of a wall. */
function coveredBelow(wall: Wall, candidates: readonly Wall[]): Map<number, boolean> {
  const covered = new Map<number, boolean>();
  // Doubled, so that the middle is a grid point; the line of sight stands a hair to its right.
  const x = wall.ax + wall.bx;
  const y = wall.ay + wall.by;
  for (const other of candidates) {
    if (other === wall || 2 * other.ax > x || 2 * other.bx <= x) continue;
    if (!runsBelow(other, x, y)) continue;
    for (const polygon of other.polygons) covered.set(polygon, !(covered.get(polygon) ?? false));
  }
  return covered;
}

/** Whether a wall runs below the point (x / 2, y / 2), which does not lie on it. */
function runsBelow({ ax, ay, bx, by }: Wall, x: number, y: number): boolean {
  if (2 * Math.max(ay, by) < y) return true;
  if (2 * Math.min(ay, by) > y) return false;
  return BigInt(bx - ax) * BigInt(y - 2 * ay) > BigInt(by - ay) * BigInt(x - 2 * ax);
}

/** The edges that polygons' rings run along an odd number of times; upright ones hold no area. */
function wallsOf({ shapes, inputEdges, noded }: RingFacts, polygons: readonly number[]): Wall[] {
  const { x, y } = noded.vertices;
  const { low, high } = noded.edges;
  const owners = new Map<number, number[]>();
  for (const polygon of polygons) {
    for (const edge of oddEdges({ shapes, inputEdges, noded }, polygon)) {
      const list = owners.get(edge);
      if (list) list.push(polygon);
      else owners.set(edge, [polygon]);
    }
  }
  const walls: Wall[] = [];
  for (const [edge, list] of owners) {
    const u = low[edge]!;
    const v = high[edge]!;
    if (x[u] === x[v]) continue;
    const [a, b] = x[u]! < x[v]! ? [u, v] : [v, u];
    walls.push({ ax: x[a]!, ay: y[a]!, bx: x[b]!, by: y[b]!, polygons: list });
  }
  return walls;
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
class Columns {
  private readonly left: number;
  private readonly width: number;
  private readonly lists: Wall[][];

  constructor(walls: readonly Wall[]) {
    let right = -Infinity;
    let left = Infinity;
    for (const { ax, bx } of walls) {
      left = Math.min(left, ax);
      right = Math.max(right, bx);
    }
    this.left = left;
    this.width = Math.max(1, (right - left) / walls.length);
    this.lists = Array.from({ length: Math.floor((right - left) / this.width) + 1 }, () => []);
    for (const wall of walls) {
      for (let c = this.column(wall.ax); c <= this.column(wall.bx); c++) this.lists[c]!.push(wall);
    }
  }

  /** The walls above or below half of `twiceX`. */
  near(twiceX: number): readonly Wall[] {
    return this.lists[this.column(twiceX / 2)]!;
  }

  private column(x: number): number {
    return Math.floor((x - this.left) / this.width);
  }
}
