import { lengthWithin } from "../agreement.ts";
import { type Lines, linesOf, moved } from "../lines.ts";
import { commonOffset } from "./common-offset.ts";
import { fitVector } from "./fit-vector.ts";

/** One set of lines lies off another by one vector. */
export interface ConstantShift {
  /** Metres by which the lines lie east and north of those they should lie on. */
  readonly east: number;
  readonly north: number;
  /** Length of the vector, metres. */
  readonly length: number;
  /** Share of the lines within tolerance of the others, as they are and once moved back. */
  readonly agreementBefore: number;
  readonly agreementAfter: number;
}

export interface ShiftOptions {
  /** Metres within which lines agree, and up to which a vector is no shift. */
  readonly tolerance: number;
  /** Metres up to which a vector is looked for: a missing datum shift is less than 200 in Britain. */
  readonly reach?: number;
}

/** Metres: more than any datum of Europe is off, less than the size of a district. */
const REACH = 500;
/** A shift explains lines when moving back brings at least so much of them into agreement, ... */
export const LEAST_AGREEMENT_AFTER = 0.75;
/** ... and leaves at most this share of what disagreed. */
export const MOST_LEFT = 0.5;

/**
 * Whether lines lie off others by one vector: a datum left out, an origin mistaken, a file moved.
 *
 * Vectors to try are the commonest difference between vertices, which finds a file moved as a
 * whole, and what fitting pieces to the lines nearest to them comes to, which finds lines drawn
 * apart; both from a vector of zero and from the difference of the middles. The one that brings most
 * of the lines into agreement is held against the two thresholds above.
 *
 * @returns `undefined` where no vector longer than the tolerance explains the difference
 * @throws nothing
 */
export function constantShift(
  from: Lines,
  onto: Lines,
  { tolerance, reach = REACH }: ShiftOptions,
): ConstantShift | undefined {
  return shiftWithin(from, onto, reach)(tolerance);
}

/** Metres by which a datum shift varies across a district: so much is left when one vector is undone. */
const VARIES = 10;
/** A shift that leaves so much must be this many times as long. */
const TIMES_AS_LONG = 3;

/**
 * A constant shift within the tolerance, or a longer one that leaves what a datum shift left out does.
 *
 * @param tolerance metres
 */
export function nearlyConstantShift(
  from: Lines,
  onto: Lines,
  tolerance: number,
): ConstantShift | undefined {
  const within = shiftWithin(from, onto, REACH);
  const exact = within(tolerance);
  if (exact !== undefined || tolerance >= VARIES) return exact;
  const loose = within(VARIES);
  return loose !== undefined && loose.length >= TIMES_AS_LONG * VARIES ? loose : undefined;
}

/** Looks for a shift by a tolerance. The vectors to try are the same for each: they are found once. */
function shiftWithin(from: Lines, onto: Lines, reach: number) {
  const sample = sampleOf(from);
  let vectors: readonly Vector[] | undefined;
  return (tolerance: number): ConstantShift | undefined => {
    if (from.count === 0 || onto.count === 0) return undefined;
    const before = lengthWithin(sample, onto, tolerance) / sample.length;
    // Moving back could not bring enough into agreement any more.
    if (before > LEAST_AGREEMENT_AFTER) return undefined;
    vectors ??= vectorsToTry(from, sample, onto, reach);
    let best: ConstantShift | undefined;
    for (const [east, north] of vectors) {
      const length = Math.hypot(east, north);
      if (!(length > tolerance && length <= reach)) continue;
      const after = lengthWithin(moved(sample, -east, -north), onto, tolerance) / sample.length;
      if (best !== undefined && after <= best.agreementAfter) continue;
      best = { east, north, length, agreementBefore: before, agreementAfter: after };
    }
    return best !== undefined && explains(best) ? best : undefined;
  };
}

type Vector = readonly [number, number];

function vectorsToTry(from: Lines, sample: Lines, onto: Lines, reach: number): Vector[] {
  const starts = [[0, 0] as const, middleOffset(from, onto), commonOffset(sample, onto, reach)];
  return starts.flatMap((start): Vector[] =>
    start === undefined || Math.hypot(...start) > reach
      ? []
      : [fitVector(sample, onto, start, reach)],
  );
}

function explains({ agreementBefore, agreementAfter }: ConstantShift): boolean {
  const left = (1 - agreementAfter) / (1 - agreementBefore);
  return agreementAfter >= LEAST_AGREEMENT_AFTER && left <= MOST_LEFT;
}

/** Pieces enough to tell a vector by. */
const SAMPLE = 4000;

/** Every n-th piece. */
function sampleOf(lines: Lines): Lines {
  const every = Math.ceil(lines.count / SAMPLE);
  if (every <= 1) return lines;
  const taken = Math.ceil(lines.count / every);
  const ends = new Float64Array(4 * taken);
  for (let i = 0; i < taken; i++) {
    ends.set(lines.ends.subarray(4 * i * every, 4 * i * every + 4), 4 * i);
  }
  return linesOf(ends);
}

/** Difference of the lines' middles, weighted by length. */
function middleOffset(from: Lines, onto: Lines): readonly [number, number] {
  const [ax, ay] = middleOf(from);
  const [bx, by] = middleOf(onto);
  return [ax - bx, ay - by];
}

function middleOf({ ends, count, length }: Lines): [number, number] {
  let x = 0;
  let y = 0;
  for (let i = 0; i < count; i++) {
    const x0 = ends[4 * i]!;
    const y0 = ends[4 * i + 1]!;
    const x1 = ends[4 * i + 2]!;
    const y1 = ends[4 * i + 3]!;
    const weight = Math.hypot(x1 - x0, y1 - y0) / length / 2;
    x += weight * (x0 + x1);
    y += weight * (y0 + y1);
  }
  return [x, y];
}
