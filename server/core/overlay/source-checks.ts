import { countRings } from "./repeated-rings.ts";
import { ringDepths } from "./ring-depths.ts";
import type { RingFacts } from "./ring-facts.ts";
import { unionArea } from "./union-area.ts";

/** What the certificate knows of each source from its own noded rings. */
export interface SourceChecks {
  /** Twice the source's area in square steps, exact. */
  readonly fromRings: readonly bigint[];
  /** Square metres by which the grid and noding changed the source. */
  readonly snapChange: Float64Array;
  /** Sources whose snap change exceeds what their perimeter allows. */
  readonly violations: number;
}

/**
 * Measures the sources by their rings: even-odd within a polygon, polygons united.
 *
 * Cost: a few visits a ring, and {@link unionArea} of each source whose plain sum does not agree.
 *
 * @param fromCells twice the area of each source as its cells have it: where the plain sum of the
 *   rings agrees, nothing has to be counted edge by edge
 * @param step metres
 */
export function checkSources(
  facts: RingFacts,
  fromCells: readonly bigint[],
  step: number,
): SourceChecks {
  const { fromRings, unclear } = areasFromRings(facts, fromCells);
  const { net, violations } = snapChange(facts, unclear, step);
  return { fromRings, snapChange: net, violations };
}

/** The areas, and the sources whose plain sum is not theirs, with their polygons. */
interface RingAreas {
  readonly fromRings: bigint[];
  readonly unclear: ReadonlyMap<number, number[]>;
}

function areasFromRings(facts: RingFacts, fromCells: readonly bigint[]): RingAreas {
  const { shapes } = facts;
  const fromRings: bigint[] = new Array(shapes.count).fill(0n);
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
  for (let source = 0; source < shapes.count; source++) {
    if (fromRings[source] !== fromCells[source]) unclear.set(source, []);
  }
  for (let polygon = 0; polygon < polygonCount && unclear.size > 0; polygon++) {
    unclear.get(shapes.polygonShape[polygon]!)?.push(polygon);
  }
  for (const [source, polygons] of unclear) fromRings[source] = unionArea(facts, polygons);
  return { fromRings, unclear };
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

/** Moving a vertex to the grid shortens the two edges at it by less than a step each. */
const SHORTENED_PER_VERTEX = 2;

/**
 * What snapping and noding did to each source's area, against its perimeter times the step. The
 * bound is held against the changes of its rings without regard to sign, so that none hides another.
 */
function snapChange(
  facts: RingFacts,
  unclear: ReadonlyMap<number, unknown>,
  step: number,
): { net: Float64Array; violations: number } {
  const { shapes, perimeter } = facts;
  const sourceCount = shapes.count;
  const net = new Float64Array(sourceCount);
  const gross = new Float64Array(sourceCount);
  const allowed = new Float64Array(sourceCount);
  for (let polygon = 0; polygon < shapes.polygonShape.length; polygon++) {
    const source = shapes.polygonShape[polygon]!;
    const from = shapes.polygonRing[polygon]!;
    const to = shapes.polygonRing[polygon + 1]!;
    const sign =
      (unclear.has(source) ? signsByDepth(facts, polygon) : undefined) ??
      signsBySize(facts, from, to);
    for (let ring = from; ring < to; ring++) {
      const change = ringChange(facts, ring, step);
      net[source]! += sign(ring) * change;
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

/** Ring -> 1 where the source gains what the ring gains, -1 where it loses it, 0 where neither. */
type Signs = (ring: number) => number;

/** Of a polygon whose largest ring holds all others: that one adds, the others take away. */
function signsBySize({ after }: RingFacts, from: number, to: number): Signs {
  let largest = from;
  for (let ring = from; ring < to; ring++) {
    if (Math.abs(Number(after[ring]!)) > Math.abs(Number(after[largest]!))) largest = ring;
  }
  return (ring) => (ring === largest ? 1 : -1);
}

/** Of any polygon whose rings do not cross: those within an even number of others add. */
function signsByDepth(facts: RingFacts, polygon: number): Signs | undefined {
  const { left } = countRings(facts, polygon);
  const depths = ringDepths(facts, left);
  if (depths === undefined) return undefined;
  const signs = new Map(left.map((ring, i) => [ring, depths[i]! % 2 === 0 ? 1 : -1]));
  return (ring) => signs.get(ring) ?? 0;
}

/** By how many square metres the ground within a ring grew, from as it came to as it was noded. */
function ringChange({ shapes, before, after }: RingFacts, ring: number, step: number): number {
  const unit = (step * step) / 2;
  const given = shapes.ringArea?.[ring] ?? Number.NaN;
  const change = Number.isNaN(given)
    ? Number(after[ring]! - before[ring]!) * unit
    : Number(after[ring]!) * unit - given;
  // A ring that encloses nothing any more shrank, whichever way it was drawn.
  const isBackwards = after[ring]! === 0n ? change > 0 : after[ring]! < 0n;
  return isBackwards ? -change : change;
}
