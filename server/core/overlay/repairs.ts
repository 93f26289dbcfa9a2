import type { Repair, Shapes } from "./model.ts";
import type { RingFacts } from "./ring-facts.ts";
import { plainArea } from "./source-checks.ts";
import type { PartsOverlap } from "./sources.ts";
import { oddEdges } from "./union-area.ts";

/**
 * What had to be read otherwise than it was drawn, one entry a source and kind, by source.
 *
 * - `spike`: a ring runs out along a line and back; nothing is lost.
 * - `zero-area`: a ring or polygon encloses nothing on the grid.
 * - `ring-repeated`: a polygon holds the same ring again; even-odd, the two cancel.
 * - `self-crossing`: rings of a polygon cross; read even-odd. The change is against the signed areas
 *   of the rings as drawn, the largest less the others.
 * - `parts-overlap`: see sources.ts; passed in.
 *
 * Cost: one visit a ring; polygons with something to report are looked at edge by edge, and where
 * the plain sum of the rings is not the area, each ring is looked for in each other.
 *
 * @param fromRings source -> twice its exact area; see source-checks.ts
 * @param step metres
 */
export function findRepairs(
  facts: RingFacts,
  fromRings: readonly bigint[],
  overlaps: readonly PartsOverlap[],
  step: number,
): Repair[] {
  const { shapes } = facts;
  const unit = (step * step) / 2;
  const found = new Map<number, Repair>();
  const note = (source: number, kind: number, areaChange: number): void => {
    const key = source * CODES.length + kind;
    const sum = (found.get(key)?.areaChange ?? 0) + areaChange;
    found.set(key, { source, code: CODES[kind]!, areaChange: sum });
  };
  const plain: bigint[] = new Array(shapes.count).fill(0n);
  for (let polygon = 0; polygon < shapes.polygonShape.length; polygon++) {
    const source = shapes.polygonShape[polygon]!;
    const from = shapes.polygonRing[polygon]!;
    const to = shapes.polygonRing[polygon + 1]!;
    plain[source]! += plainArea(facts.after, from, to);
    for (let ring = from; ring < to; ring++) {
      if (facts.after[ring] === 0n && isFlat(facts, ring)) note(source, ZERO_AREA, 0);
      else if (facts.spikes[ring] === 1) note(source, SPIKE, 0);
    }
    const repeated = repeatedRings(facts, from, to);
    if (repeated.length > 0) {
      const once = facts.after.slice(from, to).filter((_, i) => !repeated.includes(from + i));
      const change = plainArea(facts.after, from, to) - plainArea(once, 0, once.length);
      note(source, RING_REPEATED, Number(change) * unit);
    }
  }
  const overlapOf = new Map(overlaps.map(({ source, twice }) => [source, twice]));
  fromRings.forEach((exact, source) => {
    const overlap = overlapOf.get(source) ?? 0n;
    if (overlap > 0n) note(source, PARTS_OVERLAP, -Number(overlap) * unit);
    const change = exact + overlap - plain[source]!;
    if (change === 0n || isExplainedByNesting(facts, source, exact + overlap)) return;
    note(source, SELF_CROSSING, Number(change) * unit);
  });
  return [...found].sort(([a], [b]) => a - b).map(([, repair]) => repair);
}

const CODES = ["parts-overlap", "self-crossing", "ring-repeated", "zero-area", "spike"] as const;
const [PARTS_OVERLAP, SELF_CROSSING, RING_REPEATED, ZERO_AREA, SPIKE] = [0, 1, 2, 3, 4] as const;

/**
 * Whether rings that do not cross account for the area: those within an even number of the polygon's
 * other rings add, the rest take away. So two shells in one polygon are no crossing.
 */
function isExplainedByNesting(facts: RingFacts, source: number, area: bigint): boolean {
  const { polygonShape, polygonRing } = facts.shapes;
  let sum = 0n;
  for (let polygon = 0; polygon < polygonShape.length; polygon++) {
    if (polygonShape[polygon] !== source) continue;
    const from = polygonRing[polygon]!;
    const to = polygonRing[polygon + 1]!;
    for (let ring = from; ring < to; ring++) {
      const size = facts.after[ring]! < 0n ? -facts.after[ring]! : facts.after[ring]!;
      let around = 0;
      for (let other = from; other < to; other++) {
        if (other !== ring && startsWithin(facts.shapes, ring, other)) around++;
      }
      sum += around % 2 === 0 ? size : -size;
    }
  }
  return sum === area;
}

/** Whether the middle of a ring's first edge lies within another ring, even-odd. */
function startsWithin({ ringVertex, xy }: Shapes, ring: number, other: number): boolean {
  const at = 2 * ringVertex[ring]!;
  const px = (xy[at]! + xy[at + 2]!) / 2;
  const py = (xy[at + 1]! + xy[at + 3]!) / 2;
  const from = ringVertex[other]!;
  const to = ringVertex[other + 1]!;
  let inside = false;
  for (let i = from, j = to - 1; i < to; j = i++) {
    const ay = xy[2 * i + 1]!;
    const by = xy[2 * j + 1]!;
    if (ay > py === by > py) continue;
    const ax = xy[2 * i]!;
    if (px < ax + ((xy[2 * j]! - ax) * (py - ay)) / (by - ay)) inside = !inside;
  }
  return inside;
}

/** Whether all edges of a ring cancel, so that it bounds nothing. */
function isFlat(facts: RingFacts, ring: number): boolean {
  const alone: Shapes = {
    ...facts.shapes,
    polygonRing: Int32Array.of(ring, ring + 1),
  };
  return oddEdges({ ...facts, shapes: alone }, 0).size === 0;
}

/** Rings of one polygon that run along the same edges as an earlier one. */
function repeatedRings(facts: RingFacts, from: number, to: number): number[] {
  const repeated: number[] = [];
  if (to - from < 2) return repeated;
  const byArea = new Map<bigint, number[]>();
  for (let ring = from; ring < to; ring++) {
    const area = facts.after[ring]! < 0n ? -facts.after[ring]! : facts.after[ring]!;
    const alike = byArea.get(area);
    if (area === 0n) continue;
    if (alike === undefined) byArea.set(area, [ring]);
    else if (alike.some((other) => sameEdges(facts, other, ring))) repeated.push(ring);
    else alike.push(ring);
  }
  return repeated;
}

function sameEdges(facts: RingFacts, a: number, b: number): boolean {
  const alone = (ring: number) =>
    oddEdges(
      { ...facts, shapes: { ...facts.shapes, polygonRing: Int32Array.of(ring, ring + 1) } },
      0,
    );
  const first = alone(a);
  const second = alone(b);
  return first.size === second.size && [...first].every((edge) => second.has(edge));
}
