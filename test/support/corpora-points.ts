import type { Drawn } from "./corpora-engine.ts";
import type { PolygonRings } from "./corpora-wkt.ts";

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

/**
 * The same test made quick for many points: each polygon's edges are laid into bands of y first, and
 * a point looks through its own band only.
 */
export function referee(polygons: Drawn): (x: number, y: number) => boolean {
  const banded = polygons.map(bandedPolygon);
  return (x, y) => banded.some((oddAt) => oddAt(x, y));
}

const EDGES_A_BAND = 8;

function bandedPolygon(rings: PolygonRings): (x: number, y: number) => boolean {
  let south = Number.POSITIVE_INFINITY;
  let north = Number.NEGATIVE_INFINITY;
  let edges = 0;
  for (const ring of rings) {
    edges += ring.length / 2;
    for (let i = 1; i < ring.length; i += 2) {
      south = Math.min(south, ring[i]!);
      north = Math.max(north, ring[i]!);
    }
  }
  const bands: number[][] = Array.from({ length: 1 + Math.floor(edges / EDGES_A_BAND) }, () => []);
  const bandOf = (y: number) =>
    Math.min(bands.length - 1, Math.floor(((y - south) / (north - south)) * bands.length));
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      const [ya, yb] = [ring[j + 1]!, ring[i + 1]!];
      if (ya === yb) continue;
      const last = bandOf(Math.max(ya, yb));
      for (let band = bandOf(Math.min(ya, yb)); band <= last; band++) {
        bands[band]!.push(ring[j]!, ya, ring[i]!, yb);
      }
    }
  }
  return (x, y) => {
    if (!(y >= south && y <= north) || south === north) return false;
    const band = bands[bandOf(y)]!;
    let odd = false;
    for (let i = 0; i < band.length; i += 4) {
      const [xa, ya, xb, yb] = [band[i]!, band[i + 1]!, band[i + 2]!, band[i + 3]!];
      if (ya > y !== yb > y && x < xa + ((xb - xa) * (y - ya)) / (yb - ya)) odd = !odd;
    }
    return odd;
  };
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
