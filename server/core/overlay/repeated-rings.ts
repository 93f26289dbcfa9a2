import type { RingFacts } from "./ring-facts.ts";
import { oddEdges } from "./walls.ts";

/** The rings of one polygon where some run along the same edges. */
export interface CountedRings {
  /** Of rings along the same edges, one. */
  readonly once: readonly number[];
  /** Of rings along the same edges, one if their number is odd: by even-odd, two cancel. */
  readonly left: readonly number[];
}

/**
 * Counts the rings of a polygon that are drawn again, in whatever direction and from wherever.
 *
 * Cost: one visit a ring; those that enclose as much as another are looked at edge by edge.
 */
export function countRings(facts: RingFacts, polygon: number): CountedRings {
  const from = facts.shapes.polygonRing[polygon]!;
  const to = facts.shapes.polygonRing[polygon + 1]!;
  const once: number[] = [];
  const cancelled = new Set<number>();
  const byArea = new Map<bigint, number[]>();
  for (let ring = from; ring < to; ring++) {
    const area = absolute(facts.after[ring]!);
    const sameArea = byArea.get(area) ?? [];
    byArea.set(area, sameArea);
    const first = sameArea.find((other) => runAlike(facts, other, ring));
    if (first === undefined) {
      once.push(ring);
      sameArea.push(ring);
    } else if (!cancelled.delete(first)) cancelled.add(first);
  }
  return { once, left: cancelled.size === 0 ? once : once.filter((ring) => !cancelled.has(ring)) };
}

/** Whether all edges of a ring cancel, so that it bounds nothing. */
export function isFlat(facts: RingFacts, ring: number): boolean {
  return oddEdges(facts, ring, ring + 1).length === 0;
}

/** Whether two rings that bound something run along the same edges. */
function runAlike(facts: RingFacts, a: number, b: number): boolean {
  const first = oddEdges(facts, a, a + 1);
  const second = oddEdges(facts, b, b + 1);
  if (first.length === 0 || first.length !== second.length) return false;
  return first.every((edge, i) => edge === second[i]);
}

/** Without its sign. */
export function absolute(area: bigint): bigint {
  return area < 0n ? -area : area;
}
