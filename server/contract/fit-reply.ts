/** Figures of `core/fit` on the wire. */
import type { Amounts } from "../core/fit/amounts.ts";
import type { Evidence } from "../core/fit/cause/evidence.ts";
import type { BodyFit, PairFit, SetFit } from "../core/fit/fit-sets.ts";
import { overlapOf } from "../core/fit/overlap.ts";
import type { FitEvidenceReply, FitReply, PairFitReply } from "./fit.ts";
import { CLASS_REASONS, NO_CAUSE_REASONS, VINTAGE_OPEN } from "./fit-words.ts";
import { printedArea } from "./printed-area.ts";

/** Names of the sources of a partition, by number. */
export type NameOf = (source: number) => string;

export interface FitWords {
  readonly nameOf: NameOf;
  readonly hasOtherVintage: boolean;
  readonly amounts?: Amounts | undefined;
}

/** A pair without its ground. */
type PairFigures = Omit<PairFit, "fragments">;

export function toPairReply(fit: PairFigures, words: FitWords): PairFitReply {
  const { overlap, bodyArea, referenceArea, distances, agreement, evidence } = fit;
  return {
    body: words.nameOf(fit.body),
    reference: words.nameOf(fit.reference),
    intersection_m2: printedArea(overlap.intersection),
    body_m2: printedArea(bodyArea),
    reference_m2: printedArea(referenceArea),
    jaccard: overlap.jaccard ?? null,
    dice: overlap.dice ?? null,
    overlap_coefficient: overlap.coefficient ?? null,
    body_in_reference: overlap.aInB ?? null,
    reference_in_body: overlap.bInA ?? null,
    gap_m2: printedArea(referenceArea - overlap.intersection),
    overspill_m2: printedArea(bodyArea - overlap.intersection),
    agreement: { of_reference: agreement.ofReference, of_body: agreement.ofBody },
    hausdorff_m: distances ? Math.max(distances.bodyToReference, distances.referenceToBody) : null,
    hausdorff: distances
      ? {
          body_to_reference_m: distances.bodyToReference,
          reference_to_body_m: distances.referenceToBody,
          body_to_reference_95_m: distances.bodyToReference95 ?? null,
          reference_to_body_95_m: distances.referenceToBody95 ?? null,
        }
      : null,
    class: fit.class,
    cause: fit.cause ?? null,
    cause_reason: causeReason(fit, words.hasOtherVintage),
    evidence: evidence ? toEvidenceReply(evidence) : null,
    ...(words.amounts && { weighted: weightedOf(fit, words.amounts) }),
  };
}

/** Why there is no cause, or what a cause leaves open. */
export function causeReason(
  { cause, why }: Pick<PairFit, "cause" | "why">,
  hasOtherVintage: boolean,
): string | null {
  if (why !== undefined) return NO_CAUSE_REASONS[why];
  return cause === "real" && !hasOtherVintage ? VINTAGE_OPEN : null;
}

export function toEvidenceReply({ shift, drawings, ...evidence }: Evidence): FitEvidenceReply {
  const byCause = Object.entries(evidence.groundBy);
  return {
    ground_m2: printedArea(evidence.ground),
    fragments: evidence.fragments,
    ground_by_cause_m2: Object.fromEntries(byCause.map(([name, m2]) => [name, printedArea(m2)])),
    ground_at_edge_m2: printedArea(evidence.groundAtEdge),
    gap_share: evidence.gapShare ?? null,
    widest_m: evidence.widest ?? null,
    shift: shift
      ? {
          east_m: shift.east,
          north_m: shift.north,
          length_m: shift.length,
          agreement_before: shift.agreementBefore,
          agreement_after: shift.agreementAfter,
          jaccard_after: shift.jaccardAfter ?? null,
          ground_after_m2: printedArea(shift.groundAfter),
          missing_datum: shift.isMissingDatum,
        }
      : null,
    drawings: {
      two: drawings.areTwo,
      unshared: drawings.unshared,
      followed: drawings.followed,
      to_the_left: drawings.toTheLeft,
      median_m: drawings.median,
      bound_m: drawings.bound,
    },
  };
}

function weightedOf({ body, reference }: PairFigures, amounts: Amounts) {
  const ofBody = amounts.ofSource[body]!;
  const ofReference = amounts.ofSource[reference]!;
  const shared = amounts.shared(body, reference);
  const { jaccard, aInB, bInA } = overlapOf(ofBody, ofReference, shared);
  return {
    intersection: shared,
    body: ofBody,
    reference: ofReference,
    gap: ofReference - shared,
    overspill: ofBody - shared,
    jaccard: jaccard ?? null,
    body_in_reference: aInB ?? null,
    reference_in_body: bInA ?? null,
  };
}

export function toBodyReply(
  fit: BodyFit,
  pairs: readonly PairFit[],
  nameOf: NameOf,
): FitReply["bodies"][number] {
  const closest = fit.closest === undefined ? undefined : pairs[fit.closest]!;
  return {
    id: nameOf(fit.body),
    class: fit.class,
    reference: closest ? nameOf(closest.reference) : null,
    reason: CLASS_REASONS[fit.class],
    whole: fit.whole,
    made_of_whole: fit.madeOfWhole,
  };
}

/** Pairs and bodies as `fit --json` prints them. */
export function toFitReply(
  { pairs, bodies, degree }: SetFit,
  words: FitWords,
): Omit<FitReply, "tolerance_m" | "certificate"> {
  return {
    pairs: pairs.map((pair) => toPairReply(pair, words)),
    bodies: bodies.map((body) => toBodyReply(body, pairs, words.nameOf)),
    degree_of_fit: degree ?? null,
  };
}
