import type { Cause } from "./cause.ts";
import type { ConstantShift } from "./constant-shift.ts";
import type { Drawings } from "./drawings.ts";

/** A shift that explains a pair, and the fit once it is undone. */
export interface ShiftEvidence extends ConstantShift {
  /** Whether the vector is what a datum shift left out comes to there. */
  readonly isMissingDatum: boolean;
  readonly jaccardAfter: number | undefined;
  /** Square metres that had to be explained and still do once it is undone. */
  readonly groundAfter: number;
}

/** The numbers that a cause rests on. Nothing is corrected by them. */
export interface Evidence {
  /** Square metres and number of the fragments that have to be explained. */
  readonly ground: number;
  readonly fragments: number;
  /** Square metres by cause; what no cause explains is in none. */
  readonly groundBy: Readonly<Partial<Record<Cause, number>>>;
  /** Square metres at the edge of all that is drawn, where that cannot be told from a coast. */
  readonly groundAtEdge: number;
  /** Share of the fragments' ground that is gap, of those no wider than the bound of two drawings. */
  readonly gapShare: number | undefined;
  /** Metres: the widest fragment. */
  readonly widest: number | undefined;
  readonly shift: ShiftEvidence | undefined;
  /** How the two layers' lines run along each other. */
  readonly drawings: Drawings;
}

/** Why a pair has no cause. */
export const NO_CAUSE = [
  "identical",
  "apart",
  "whole-areas",
  "nothing-outside",
  "slivers",
  "edge",
] as const;
export type NoCause = (typeof NO_CAUSE)[number];

export interface Explanation {
  /** `undefined` where none is found; `why` then says so. */
  readonly cause: Cause | undefined;
  readonly why: NoCause | undefined;
  readonly evidence: Evidence | undefined;
}
