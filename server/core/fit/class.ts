import { ALMOST, NEAR, WHOLE } from "./thresholds.ts";

/** M-C6, the strictest first. */
export const CLASSES = [
  "identical",
  "near",
  "almost",
  "inside",
  "holds",
  "partial",
  "touching",
  "disjoint",
] as const;
export type FitClass = (typeof CLASSES)[number];
/** The classes of a pair that shares ground. */
export type PairClass = Exclude<FitClass, "touching" | "disjoint">;

/** What a class is told by; what is costly is asked for only where it decides. */
export interface ClassFacts {
  readonly jaccard: number;
  readonly bodyInReference: number;
  readonly referenceInBody: number;
  /** Whether no point of either boundary is farther than the tolerance from the other. */
  readonly liesWithinTolerance: () => boolean;
  /** Whether every fragment of a kind is a sliver or an artefact. */
  readonly isExcused: (kind: "gap" | "overspill") => boolean;
}

/**
 * M-C6: the class of a body and a reference area that share ground.
 *
 * - *identical*: both directed Hausdorff distances within the tolerance
 * - *near*: J from 0.95, and every fragment a sliver or an artefact
 * - *almost*: J from 0.90
 * - *inside*: the body lies in the reference: all that is outside is excused, or at least 99.5 % is in
 * - *holds*: the reference lies in the body, likewise
 * - *partial*: none of these
 */
export function classOf(facts: ClassFacts): PairClass {
  const { jaccard, isExcused } = facts;
  if (facts.liesWithinTolerance()) return "identical";
  if (jaccard >= NEAR && isExcused("gap") && isExcused("overspill")) return "near";
  if (jaccard >= ALMOST) return "almost";
  if (facts.bodyInReference >= WHOLE || isExcused("overspill")) return "inside";
  if (facts.referenceInBody >= WHOLE || isExcused("gap")) return "holds";
  return "partial";
}
