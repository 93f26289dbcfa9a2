import { type Changes, countChange } from "./changes.ts";
import type { Shapes } from "./model.ts";

/** One source as it was read: its polygons are numbered apart from all others, for good. */
export interface HeldSource {
  readonly shape: Shapes;
  /** As in `InputEdges`, by the edges of the session. */
  readonly ringHalf: Int32Array;
  /** The lasting number of its first polygon; the others follow. */
  readonly firstPolygon: number;
}

/** Adds how often an edge is run along. */
export function countHalves(halves: Int32Array, by: number, changes: Changes): void {
  for (const half of halves) if (half >= 0) countChange(changes, half >> 1, by);
}

/** Adds each polygon to the lists of the edges that its rings run along an odd number of times. */
export function collectOwners(
  { shape, ringHalf, firstPolygon }: HeldSource,
  owners: Map<number, number[]>,
): void {
  const { polygonRing, ringVertex } = shape;
  for (let p = 0; p + 1 < polygonRing.length; p++) {
    const odd = new Set<number>();
    for (let i = ringVertex[polygonRing[p]!]!; i < ringVertex[polygonRing[p + 1]!]!; i++) {
      const half = ringHalf[i]!;
      if (half >= 0 && !odd.delete(half >> 1)) odd.add(half >> 1);
    }
    for (const edge of odd) {
      const list = owners.get(edge);
      if (list) list.push(firstPolygon + p);
      else owners.set(edge, [firstPolygon + p]);
    }
  }
}

/**
 * All sources laid out flat behind the marker, which has no ring. Polygons come by their lasting
 * numbers if the sources were read in this order and nothing else was.
 */
export function joinSources(sources: readonly HeldSource[]): Shapes & { ringHalf: Int32Array } {
  const polygonShape: number[] = [0];
  const polygonRing: number[] = [0];
  const ringVertex: number[] = [];
  let vertices = 0;
  for (const { ringHalf } of sources) vertices += ringHalf.length;
  const ringHalf = new Int32Array(vertices);
  vertices = 0;
  sources.forEach(({ shape, ringHalf: halves }, source) => {
    for (let polygon = 0; polygon < shape.polygonShape.length; polygon++) {
      polygonShape.push(source);
      polygonRing.push(ringVertex.length + shape.polygonRing[polygon]!);
    }
    for (const start of shape.ringVertex.subarray(0, -1)) ringVertex.push(vertices + start);
    ringHalf.set(halves, vertices);
    vertices += halves.length;
  });
  polygonRing.push(ringVertex.length);
  ringVertex.push(vertices);
  return {
    count: sources.length,
    polygonShape: Int32Array.from(polygonShape),
    polygonRing: Int32Array.from(polygonRing),
    ringVertex: Int32Array.from(ringVertex),
    xy: new Int32Array(0),
    ringHalf,
  };
}
