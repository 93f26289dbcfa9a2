import type { Repair } from "./model.ts";
import { absolute, countRings, isFlat } from "./repeated-rings.ts";
import { ringDepths } from "./ring-depths.ts";
import type { RingFacts } from "./ring-facts.ts";
import { plainArea } from "./source-checks.ts";
import type { PartsOverlap } from "./sources.ts";

/**
 * What had to be read otherwise than it was drawn, one entry a source and kind, by source.
 *
 * - `spike`: a ring runs out along a line and back; nothing is lost.
 * - `zero-area`: a ring or polygon encloses nothing on the grid.
 * - `ring-repeated`: a polygon holds the same ring again; even-odd, the two cancel. The change is
 *   against each such ring drawn once.
 * - `self-crossing`: rings of a polygon cross; read even-odd. The change is against the signed areas
 *   of the rings as drawn, the largest less the others.
 * - `parts-overlap`: see sources.ts; passed in.
 *
 * Cost: one visit a ring; polygons with something to report are looked at edge by edge, and where
 * the plain sum of the rings is not the area, all of the polygons' edges; see {@link ringDepths}.
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
    for (let ring = from; ring < to; ring++) {
      if (facts.after[ring] === 0n && isFlat(facts, ring)) note(source, ZERO_AREA, 0);
      else if (facts.spikes[ring] === 1) note(source, SPIKE, 0);
    }
    const { once, left } = countRings(facts, polygon);
    const area = areaOf(facts, left);
    plain[source]! += area;
    if (once.length < to - from) {
      note(source, RING_REPEATED, Number(area - areaOf(facts, once)) * unit);
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

/** Area of rings of which the largest holds all others and no two cross, twice and exact. */
function areaOf({ after }: RingFacts, rings: readonly number[]): bigint {
  const areas = rings.map((ring) => after[ring]!);
  return plainArea(areas, 0, areas.length);
}

/**
 * Whether rings that do not cross account for the area: those within an even number of the polygon's
 * other rings add, the rest take away. So two shells in one polygon are no crossing.
 */
function isExplainedByNesting(facts: RingFacts, source: number, area: bigint): boolean {
  let sum = 0n;
  for (const [polygon, shape] of facts.shapes.polygonShape.entries()) {
    if (shape !== source) continue;
    const { left } = countRings(facts, polygon);
    const depths = ringDepths(facts, left);
    if (depths === undefined) return false;
    left.forEach((ring, i) => {
      const size = absolute(facts.after[ring]!);
      sum += depths[i]! % 2 === 0 ? size : -size;
    });
  }
  return sum === area;
}
