import { type Changes, countChange } from "./changes.ts";
import type { Shapes } from "./model.ts";
import { type RingFacts, ringLength } from "./ring-facts.ts";
import { addRing, TurnSum } from "./turn-sum.ts";

/** One source as it was read, with what noding does not change. */
export interface HeldSource extends Pick<RingFacts, "before" | "perimeter"> {
  readonly shape: Shapes;
  /** As in `InputEdges`, by the edges of the session. */
  readonly ringHalf: Int32Array;
  /** Polygon of the shape -> its lasting number, which no other source ever has. */
  readonly numbers: readonly number[];
}

/** Measures the rings of a shape as they came. */
export function measureAsGiven({
  ringVertex,
  xy,
}: Shapes): Pick<RingFacts, "before" | "perimeter"> {
  const perimeter = new Float64Array(ringVertex.length - 1);
  const before: bigint[] = [];
  const sum = new TurnSum();
  for (let ring = 0; ring < perimeter.length; ring++) {
    sum.clear();
    addRing(xy, ringVertex[ring]!, ringVertex[ring + 1]!, sum);
    before.push(sum.total());
    perimeter[ring] = ringLength(xy, ringVertex[ring]!, ringVertex[ring + 1]!);
  }
  return { before, perimeter };
}

/** Adds how often an edge is run along. */
export function countHalves(halves: Int32Array, by: number, changes: Changes): void {
  for (const half of halves) if (half >= 0) countChange(changes, half >> 1, by);
}

/** The edges that a polygon's rings run along: an odd number of times, and more than once. */
export function runsOf(
  { shape: { polygonRing, ringVertex }, ringHalf }: Pick<HeldSource, "shape" | "ringHalf">,
  polygon: number,
): { odd: ReadonlySet<number>; repeated: readonly number[] } {
  const odd = new Set<number>();
  const repeated: number[] = [];
  const to = ringVertex[polygonRing[polygon + 1]!]!;
  for (let i = ringVertex[polygonRing[polygon]!]!; i < to; i++) {
    const half = ringHalf[i]!;
    if (half < 0) continue;
    if (odd.delete(half >> 1)) repeated.push(half >> 1);
    else odd.add(half >> 1);
  }
  return { odd, repeated };
}

/** Puts a polygon on the list of an edge, or takes it off again. */
export function toggleIn(lists: Map<number, number[]>, edge: number, polygon: number): void {
  const list = lists.get(edge);
  if (list === undefined) lists.set(edge, [polygon]);
  else if (!list.includes(polygon)) list.push(polygon);
  else if (list.length === 1) lists.delete(edge);
  else list.splice(list.indexOf(polygon), 1);
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
