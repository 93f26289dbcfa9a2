import { pairAreas } from "./folds.ts";
import type { Certificate, Partition, Shapes } from "./model.ts";
import type { RingFacts } from "./ring-facts.ts";
import { addRing, TurnSum } from "./turn-sum.ts";
import { unionArea } from "./union-area.ts";

/** The version of the engine: raised when any figure it gives can change. */
export const ENGINE = "patchwork-overlay/1";

/** A partition before it is certified. */
export type Draft = Omit<Partition, "certificate" | "repairs" | "snapChange">;

/** What the certificate rests on, source by source, in twice square steps. */
export interface SourceProof {
  /** From the cells' own rings. */
  readonly fromCells: readonly bigint[];
  /** From the source's noded rings. */
  readonly fromRings: readonly bigint[];
}

/** Rounding allowed between a stated area and the exact one, as a share of it. */
const ROUNDING = 1e-12;

/**
 * Snap rounding moves an edge by at most half a pixel's diagonal a pass.
 */
export const DRIFT_PER_PASS = Math.SQRT1_2;

/**
 * Certifies a partition from the input's noded rings. Nothing here uses faces, sets or half-edges.
 *
 * Conservation: for each source, the exact area of the rings of its cells equals the exact area of
 * its own noded rings; each stated area equals the area of the rings it stands for.
 * Snap change: the grid and noding changed no source's area by more than its perimeter times the
 * step.
 * Bounds: no pair larger than its smaller source, no footprint larger than the sum of the sources,
 * no area below 0, no vertex farther from its line than half a pixel's diagonal a pass.
 *
 * Cost: one visit a vertex of the input and of the cells, one addition a source of a cell, and the
 * pairs.
 */
export function certify(
  draft: Draft,
  facts: RingFacts,
): { certificate: Certificate; proof: SourceProof; snapChange: Float64Array } {
  const cellTurns = shapeTurns(draft.cells);
  const proof = proveSources(draft, facts, cellTurns);
  const { step } = draft.grid;
  const unit = (step * step) / 2;
  let total = 0;
  let difference = 0;
  for (let source = 0; source < draft.sourceCount; source++) {
    const fromCells = proof.fromCells[source]!;
    const fromRings = proof.fromRings[source]!;
    total += Number(fromRings) * unit;
    if (fromCells !== fromRings) difference += Math.abs(Number(fromCells - fromRings)) * unit;
    difference += excess(draft.sourceArea[source]!, Number(fromRings) * unit);
  }
  difference += statedAreas(cellTurns, draft.cellArea, unit);
  difference += statedAreas(shapeTurns(draft.holes), draft.holeArea, unit);
  const snap = snapChange(draft, facts);
  const drift = facts.drift;
  const violations =
    snap.violations +
    boundsViolations(draft) +
    (drift > DRIFT_PER_PASS * facts.noded.passes ? 1 : 0);
  return {
    proof,
    snapChange: snap.net,
    certificate: {
      passed: difference === 0 && violations === 0,
      conservationRelative: difference === 0 ? 0 : difference / Math.max(total, unit),
      snapChangeRelative: total === 0 ? 0 : Math.abs(snap.net.reduce((a, b) => a + b, 0)) / total,
      snapDrift: drift * step,
      passes: facts.noded.passes,
      boundsViolations: violations,
      engine: ENGINE,
      grid: draft.grid,
    },
  };
}

/** Both sides of the conservation check, for each source. */
function proveSources(draft: Draft, facts: RingFacts, cellTurns: readonly bigint[]): SourceProof {
  const fromCells = sumCells(draft, cellTurns);
  const { shapes } = facts;
  const fromRings: bigint[] = new Array(draft.sourceCount).fill(0n);
  const polygonCount = shapes.polygonShape.length;
  for (let polygon = 0; polygon < polygonCount; polygon++) {
    const source = shapes.polygonShape[polygon]!;
    fromRings[source]! += plainArea(
      facts.after,
      shapes.polygonRing[polygon]!,
      shapes.polygonRing[polygon + 1]!,
    );
  }
  // Where the sum of the rings does not do, rings cross or parts overlap: count edge by edge.
  const unclear = new Map<number, number[]>();
  for (let source = 0; source < draft.sourceCount; source++) {
    if (fromRings[source] !== fromCells[source]) unclear.set(source, []);
  }
  for (let polygon = 0; polygon < polygonCount && unclear.size > 0; polygon++) {
    unclear.get(shapes.polygonShape[polygon]!)?.push(polygon);
  }
  for (const [source, polygons] of unclear) fromRings[source] = unionArea(facts, polygons);
  return { fromCells, fromRings };
}

/** Area of a polygon whose largest ring holds all others and no two cross. */
export function plainArea(rings: readonly bigint[], from: number, to: number): bigint {
  let largest = 0n;
  let sum = 0n;
  for (let ring = from; ring < to; ring++) {
    const area = rings[ring]! < 0n ? -rings[ring]! : rings[ring]!;
    sum += area;
    if (area > largest) largest = area;
  }
  return 2n * largest - sum;
}

/** Source -> exact area of the cells it covers, from the cells' rings. */
function sumCells({ cellSources, sourceCount }: Draft, cellTurns: readonly bigint[]): bigint[] {
  const low = new Float64Array(sourceCount);
  const high = new Float64Array(sourceCount);
  cellTurns.forEach((area, cell) => {
    const areaLow = Number(BigInt.asUintN(30, area));
    const areaHigh = Number(area >> 30n);
    for (let i = cellSources.start[cell]!; i < cellSources.start[cell + 1]!; i++) {
      low[cellSources.ids[i]!]! += areaLow;
      high[cellSources.ids[i]!]! += areaHigh;
    }
  });
  return Array.from(low, (value, source) => (BigInt(high[source]!) << 30n) + BigInt(value));
}

/** Shape -> twice its exact area; shells run counter-clockwise and inner rings clockwise. */
function shapeTurns(shapes: Shapes): bigint[] {
  const areas: bigint[] = new Array(shapes.count).fill(0n);
  const sum = new TurnSum();
  const { polygonShape, polygonRing, ringVertex, xy } = shapes;
  for (let polygon = 0; polygon < polygonShape.length; polygon++) {
    const shape = polygonShape[polygon]!;
    for (let ring = polygonRing[polygon]!; ring < polygonRing[polygon + 1]!; ring++) {
      addRing(xy, ringVertex[ring]!, ringVertex[ring + 1]!, sum);
    }
    if (polygonShape[polygon + 1] === shape) continue;
    areas[shape]! += sum.total();
    sum.clear();
  }
  return areas;
}

/** By how much the stated areas differ from those of the rings, beyond rounding, summed. */
function statedAreas(turns: readonly bigint[], stated: Float64Array, unit: number): number {
  let sum = 0;
  turns.forEach((area, shape) => {
    sum += excess(stated[shape]!, Number(area) * unit);
  });
  return sum;
}

function excess(stated: number, exact: number): number {
  const difference = Math.abs(stated - exact);
  // A stated area that is no number differs from everything.
  return difference <= Math.abs(exact) * ROUNDING
    ? 0
    : Number.isNaN(difference)
      ? Infinity
      : difference;
}

/** Moving a vertex to the grid shortens the two edges at it by less than a step each. */
const SHORTENED_PER_VERTEX = 2;

/**
 * What snapping and noding did to each source's area, against its perimeter times the step. The
 * bound is held against the changes of its rings without regard to sign, so that none hides another.
 */
function snapChange(
  { sourceCount, grid: { step } }: Draft,
  facts: RingFacts,
): { net: Float64Array; violations: number } {
  const { shapes, perimeter } = facts;
  const net = new Float64Array(sourceCount);
  const gross = new Float64Array(sourceCount);
  const allowed = new Float64Array(sourceCount);
  for (let polygon = 0; polygon < shapes.polygonShape.length; polygon++) {
    const source = shapes.polygonShape[polygon]!;
    const from = shapes.polygonRing[polygon]!;
    const to = shapes.polygonRing[polygon + 1]!;
    const shell = largestRing(facts.after, from, to);
    for (let ring = from; ring < to; ring++) {
      const change = ringChange(facts, ring, step);
      net[source]! += ring === shell ? change : -change;
      gross[source]! += Math.abs(change);
      const vertices = shapes.ringVertex[ring + 1]! - shapes.ringVertex[ring]!;
      allowed[source]! += (perimeter[ring]! + SHORTENED_PER_VERTEX * vertices) * step * step;
    }
  }
  let violations = 0;
  for (let source = 0; source < sourceCount; source++) {
    // Not the other way round: a change that is no number is a violation.
    if (!(gross[source]! <= allowed[source]!)) violations++;
  }
  return { net, violations };
}

function largestRing(areas: readonly bigint[], from: number, to: number): number {
  let largest = from;
  for (let ring = from; ring < to; ring++) {
    if (Math.abs(Number(areas[ring]!)) > Math.abs(Number(areas[largest]!))) largest = ring;
  }
  return largest;
}

/** By how many square metres the ground within a ring grew, from as it came to as it was noded. */
function ringChange({ shapes, before, after }: RingFacts, ring: number, step: number): number {
  const unit = (step * step) / 2;
  const given = shapes.ringArea?.[ring] ?? Number.NaN;
  const change = Number.isNaN(given)
    ? Number(after[ring]! - before[ring]!) * unit
    : Number(after[ring]!) * unit - given;
  return after[ring]! < 0n ? -change : change;
}

function boundsViolations(draft: Draft): number {
  const { sourceArea, cellArea, holeArea } = draft;
  const pairs = pairAreas(draft);
  let violations = 0;
  for (let i = 0; i < pairs.area.length; i++) {
    const smaller = Math.min(sourceArea[pairs.a[i]!]!, sourceArea[pairs.b[i]!]!);
    if (pairs.area[i]! > smaller * (1 + ROUNDING)) violations++;
  }
  let covered = 0;
  for (const area of cellArea) {
    covered += area;
    if (!(area > 0)) violations++;
  }
  for (const area of holeArea) if (!(area > 0)) violations++;
  let sum = 0;
  for (const area of sourceArea) sum += area;
  if (covered > sum * (1 + ROUNDING)) violations++;
  return violations;
}
