import { type Feature, type Ground, signedArea } from "./workloads-ground.ts";

/**
 * The union of features that share their edges, by cancelling each edge that is used in both
 * directions. Returns simple rings: shells anticlockwise, each with the holes inside it.
 */
export function dissolve(ground: Ground, features: readonly Feature[]): Feature {
  const rings = trace(ground, keptEdges(features)).flatMap(splitAtRepeats);
  const shells: Int32Array[] = [];
  const holes: Int32Array[] = [];
  for (const ring of rings) (signedArea(ground, ring) > 0 ? shells : holes).push(ring);
  const polygons = shells.map((shell) => [shell]);
  for (const hole of holes) smallestAround(ground, polygons, hole)?.push(hole);
  return polygons;
}

/** Vertex -> where the edges that stay lead to. */
function keptEdges(features: readonly Feature[]): Map<number, number[]> {
  const out = new Map<number, number[]>();
  for (const ring of features.flat(2)) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [from, to] = [ring[j]!, ring[i]!];
      const back = out.get(to);
      const cancelled = back?.indexOf(from) ?? -1;
      if (back !== undefined && cancelled >= 0) {
        if (back.length === 1) out.delete(to);
        else back.splice(cancelled, 1);
      } else {
        const ahead = out.get(from);
        if (ahead === undefined) out.set(from, [to]);
        else ahead.push(to);
      }
    }
  }
  return out;
}

function trace(ground: Ground, out: Map<number, number[]>): number[][] {
  const rings: number[][] = [];
  for (const first of [...out.keys()].sort((a, b) => a - b)) {
    while (out.has(first)) {
      const ring: number[] = [];
      let from = first;
      let previous = -1;
      do {
        const ahead = out.get(from);
        if (ahead === undefined) break;
        const pick = previous < 0 ? 0 : sharpestRight(ground, previous, from, ahead);
        const to = ahead.splice(pick, 1)[0]!;
        if (ahead.length === 0) out.delete(from);
        ring.push(from);
        previous = from;
        from = to;
      } while (from !== first);
      if (ring.length > 2) rings.push(ring);
    }
  }
  return rings;
}

/** Where several edges leave a vertex: the first one clockwise from the way we came. */
function sharpestRight(ground: Ground, from: number, at: number, ahead: readonly number[]): number {
  if (ahead.length === 1) return 0;
  const angle = (to: number) =>
    Math.atan2(ground.y[to]! - ground.y[at]!, ground.x[to]! - ground.x[at]!);
  const back = angle(from);
  const turns = ahead.map((to) => (back - angle(to) + 4 * Math.PI) % (2 * Math.PI));
  return turns.indexOf(Math.min(...turns));
}

/** A ring that comes through a vertex twice, as the simple rings that it is made of. */
function splitAtRepeats(ring: readonly number[]): Int32Array[] {
  const simple: Int32Array[] = [];
  const path: number[] = [];
  const place = new Map<number, number>();
  for (const id of ring) {
    const seen = place.get(id);
    if (seen !== undefined) {
      const loop = path.splice(seen);
      for (const gone of loop) place.delete(gone);
      if (loop.length > 2) simple.push(Int32Array.from(loop));
    }
    place.set(id, path.push(id) - 1);
  }
  if (path.length > 2) simple.push(Int32Array.from(path));
  return simple;
}

function smallestAround(ground: Ground, polygons: Int32Array[][], hole: Int32Array) {
  const x = (ground.x[hole[0]!]! + ground.x[hole[1]!]!) / 2;
  const y = (ground.y[hole[0]!]! + ground.y[hole[1]!]!) / 2;
  let best: Int32Array[] | undefined;
  let bestArea = Number.POSITIVE_INFINITY;
  for (const polygon of polygons) {
    const area = signedArea(ground, polygon[0]!);
    if (area < bestArea && inside(ground, polygon[0]!, x, y)) [best, bestArea] = [polygon, area];
  }
  return best;
}

/** Even-odd: does a ray to the east cross the ring an odd number of times? */
function inside(ground: Ground, ring: Int32Array, x: number, y: number): boolean {
  let odd = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xa, ya, xb, yb] = [
      ground.x[ring[j]!]!,
      ground.y[ring[j]!]!,
      ground.x[ring[i]!]!,
      ground.y[ring[i]!]!,
    ];
    if (ya > y !== yb > y && x < xa + ((xb - xa) * (y - ya)) / (yb - ya)) odd = !odd;
  }
  return odd;
}
