import { pairAreas } from "./folds.ts";
import type { Certificate, Grid, Lists, Partition, Shapes } from "./model.ts";
import type { RingFacts } from "./ring-facts.ts";
import { checkSources, type SourceChecks } from "./source-checks.ts";
import { addRing, TurnSum } from "./turn-sum.ts";

/** The version of the engine: raised when any figure it gives can change. */
export const ENGINE = "patchwork-overlay/2";

/** A partition before it is certified. */
export type Draft = Omit<Partition, "certificate" | "repairs" | "snapChange">;

/** Twice the exact area in square steps of each cell and each hole, from their own rings. */
export interface Turns {
  readonly cells: readonly bigint[];
  readonly holes: readonly bigint[];
}

/** A certificate with what it rests on, source by source. */
export interface Certified {
  readonly certificate: Certificate;
  /** Source -> twice its exact area, from the cells' own rings. */
  readonly fromCells: readonly bigint[];
  readonly checks: SourceChecks;
}

/** Rounding allowed between a stated area and the exact one, as a share of it. */
const ROUNDING = 1e-12;

/** Snap rounding moves an edge by at most half a pixel's diagonal a pass; in steps. */
export const DRIFT_PER_PASS = Math.SQRT1_2;

/**
 * Certifies a partition from the input's noded rings. Nothing here uses owners, chains, faces or
 * sets.
 *
 * Conservation: for each source, the exact area of the rings of its cells equals the exact area of
 * its own noded rings; each stated area equals the area of the rings it stands for.
 * Snap change: the grid and noding changed no source's area by more than its perimeter times the
 * step, the perimeter being two steps a vertex longer than on the grid.
 * Bounds: no pair larger than its smaller source, no footprint larger than the sum of the sources,
 * no area 0 or below, no vertex farther from its line than half a pixel's diagonal a pass, no ground
 * told twice for a source ({@link toldTwice}).
 *
 * Cost: one visit a vertex of the input and of the cells, one addition a source of a cell, and the
 * pairs.
 */
export function certify(draft: Draft, facts: RingFacts): Certified {
  const turns = { cells: shapeTurns(draft.cells), holes: shapeTurns(draft.holes) };
  const fromCells = areasFromCells(draft, turns.cells);
  const checks = checkSources(facts, fromCells, draft.grid.step);
  const { drift, noded } = facts;
  const certificate = conclude(draft, turns, fromCells, checks, drift, noded.passes);
  return { certificate, fromCells, checks };
}

/**
 * The verdict, from areas taken on both sides.
 *
 * @param fromCells source -> twice its exact area, from the cells; see {@link areasFromCells}
 * @param drift in steps
 */
export function conclude(
  draft: Draft,
  turns: Turns,
  fromCells: readonly bigint[],
  { fromRings, snapChange, violations: snapViolations }: SourceChecks,
  drift: number,
  passes: number,
): Certificate {
  const { step } = draft.grid;
  const unit = (step * step) / 2;
  let total = 0;
  let difference = 0;
  for (let source = 0; source < draft.sourceCount; source++) {
    const inCells = fromCells[source]!;
    const inRings = fromRings[source]!;
    total += Number(inRings) * unit;
    difference += Math.abs(Number(inCells - inRings)) * unit;
    difference += excess(draft.sourceArea[source]!, Number(inRings) * unit);
  }
  difference += statedAreas(turns.cells, draft.cellArea, unit);
  difference += statedAreas(turns.holes, draft.holeArea, unit);
  const violations =
    snapViolations + boundsViolations(draft) + (exceedsDrift(drift, passes) ? 1 : 0);
  return verdict(draft.grid, { difference, violations, total, snapChange, drift, passes });
}

/** What a certificate says. */
interface Findings {
  /** Square metres by which the two sides of a check differ, summed. */
  readonly difference: number;
  readonly violations: number;
  /** Square metres of all sources, from their rings. */
  readonly total: number;
  readonly snapChange: Float64Array;
  /** In steps. */
  readonly drift: number;
  readonly passes: number;
}

/** Writes findings down as a certificate. */
export function verdict(grid: Grid, findings: Findings): Certificate {
  const { difference, violations, total, snapChange, drift, passes } = findings;
  const unit = (grid.step * grid.step) / 2;
  return {
    passed: difference === 0 && violations === 0,
    conservationRelative: difference / Math.max(total, unit),
    snapChangeRelative: relativeChange(Math.abs(snapChange.reduce((a, b) => a + b, 0)), total),
    snapDrift: drift * grid.step,
    passes,
    boundsViolations: violations,
    engine: ENGINE,
    grid,
  };
}

/** A change as a share of what is left: 1 where it took all. */
function relativeChange(change: number, total: number): number {
  if (change === 0) return 0;
  return total === 0 ? 1 : change / total;
}

/** Whether a vertex lies farther from its line than so many passes may take it. */
export function exceedsDrift(drift: number, passes: number): boolean {
  return drift > DRIFT_PER_PASS * passes;
}

/** Source -> twice the exact area of the cells it covers, from the cells' rings. */
export function areasFromCells(
  { cellSources, sourceCount }: Draft,
  cellTurns: readonly bigint[],
): bigint[] {
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

/** By how much a stated area differs from the exact one, beyond rounding. */
export function excess(stated: number, exact: number): number {
  const difference = Math.abs(stated - exact);
  // A stated area that is no number differs from everything.
  return difference <= Math.abs(exact) * ROUNDING
    ? 0
    : Number.isNaN(difference)
      ? Infinity
      : difference;
}

/** Whether an area is larger than another that bounds it, beyond rounding. */
export function exceeds(area: number, bound: number): boolean {
  return area > bound * (1 + ROUNDING);
}

/** The areas summed in their order. */
export function sumOf(areas: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < areas.length; i++) sum += areas[i]!;
  return sum;
}

function boundsViolations(draft: Draft): number {
  const { sourceArea, cellArea, holeArea } = draft;
  const pairs = pairAreas(draft);
  let violations = 0;
  for (let i = 0; i < pairs.area.length; i++) {
    const smaller = Math.min(sourceArea[pairs.a[i]!]!, sourceArea[pairs.b[i]!]!);
    if (exceeds(pairs.area[i]!, smaller)) violations++;
  }
  let covered = 0;
  for (const area of cellArea) {
    covered += area;
    if (!(area > 0)) violations++;
  }
  for (const area of holeArea) if (!(area > 0)) violations++;
  if (exceeds(covered, sumOf(sourceArea))) violations++;
  return violations + toldTwice(draft.cellSources);
}

/**
 * How many cells list a source twice, none at all, or the sources of another cell: cells ascend by
 * their lists, number by number, and lists ascend. Where parts of a source overlap, ground that is
 * told twice would agree with the plain sum of the source's rings.
 */
export function toldTwice({ start, ids }: Lists): number {
  let count = 0;
  for (let cell = 0; cell + 1 < start.length; cell++) {
    const from = start[cell]!;
    const to = start[cell + 1]!;
    let ascends = from < to;
    for (let i = from + 1; i < to; i++) if (ids[i]! <= ids[i - 1]!) ascends = false;
    if (!ascends || (cell > 0 && !comesAfter(ids, start[cell - 1]!, from, to))) count++;
  }
  return count;
}

/** Whether the list `middle` up to `to` comes after the list `from` up to `middle`. */
function comesAfter(ids: Int32Array, from: number, middle: number, to: number): boolean {
  let before = from;
  let after = middle;
  while (before < middle && after < to && ids[before] === ids[after]) {
    before++;
    after++;
  }
  return after < to && (before === middle || ids[after]! > ids[before]!);
}
