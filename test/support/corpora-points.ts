import type { Drawn } from "./corpora-engine.ts";

/**
 * The independent referee: is the point inside, by the even-odd rule within each polygon and by
 * "any" over the polygons? Plain coordinates, no index, no rounding.
 */
export function contains(polygons: Drawn, x: number, y: number): boolean {
  return polygons.some((rings) => {
    let odd = false;
    for (const ring of rings) if (crossesOddly(ring, x, y)) odd = !odd;
    return odd;
  });
}

function crossesOddly(ring: Float64Array, x: number, y: number): boolean {
  let odd = false;
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    const ya = ring[j + 1]!;
    const yb = ring[i + 1]!;
    if (ya > y === yb > y) continue;
    const xa = ring[j]!;
    if (x < xa + ((ring[i]! - xa) * (y - ya)) / (yb - ya)) odd = !odd;
  }
  return odd;
}

/** Distance to the nearest edge of any of the drawn sources. */
export function distanceToEdges(sources: readonly Drawn[], x: number, y: number): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (const ring of sources.flat(2)) {
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      const [xa, ya] = [ring[j]!, ring[j + 1]!];
      const [dx, dy] = [ring[i]! - xa, ring[i + 1]! - ya];
      const length = dx * dx + dy * dy;
      const along = length === 0 ? 0 : ((x - xa) * dx + (y - ya) * dy) / length;
      const t = Math.min(1, Math.max(0, along));
      nearest = Math.min(nearest, Math.hypot(x - xa - t * dx, y - ya - t * dy));
    }
  }
  return nearest;
}

/** Area of a valid geometry as drawn: each polygon's first ring less its others. */
export function plainArea(polygons: Drawn): number {
  const sum = polygons.map((rings) =>
    rings.reduce((area, ring, i) => area + (i === 0 ? 1 : -1) * Math.abs(ringArea(ring)), 0),
  );
  return sum.reduce((a, b) => a + b, 0);
}

export function perimeter(polygons: Drawn): number {
  let sum = 0;
  for (const ring of polygons.flat()) {
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      sum += Math.hypot(ring[i]! - ring[j]!, ring[i + 1]! - ring[j + 1]!);
    }
  }
  return sum;
}

function ringArea(ring: Float64Array): number {
  let sum = 0;
  const [x, y] = [ring[0] ?? 0, ring[1] ?? 0];
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    sum += (ring[j]! - x) * (ring[i + 1]! - y) - (ring[i]! - x) * (ring[j + 1]! - y);
  }
  return sum / 2;
}
