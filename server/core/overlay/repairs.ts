import { plainArea, type SourceProof } from "./certificate.ts";
import type { Repair, Shapes } from "./model.ts";
import type { RingFacts } from "./ring-facts.ts";
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
 * Cost: one visit a ring; polygons with something to report are looked at edge by edge.
 */
export function findRepairs(
  facts: RingFacts,
  proof: SourceProof,
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
  proof.fromRings.forEach((exact, source) => {
    const overlap = overlapOf.get(source) ?? 0n;
    if (overlap > 0n) note(source, PARTS_OVERLAP, Number(overlap) * unit);
    const change = exact + overlap - plain[source]!;
    if (change !== 0n) note(source, SELF_CROSSING, Number(change) * unit);
  });
  return [...found].sort(([a], [b]) => a - b).map(([, repair]) => repair);
}

const CODES = ["parts-overlap", "self-crossing", "ring-repeated", "zero-area", "spike"] as const;
const [PARTS_OVERLAP, SELF_CROSSING, RING_REPEATED, ZERO_AREA, SPIKE] = [0, 1, 2, 3, 4] as const;

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
