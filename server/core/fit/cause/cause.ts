/** M-C7: why a body and a reference area differ. */
export const CAUSES = ["shift", "generalisation", "coast", "vintage", "real"] as const;
export type Cause = (typeof CAUSES)[number];

/** What the causes of a set of bodies and a reference layer are told by, besides their lines. */
export interface Declared {
  /** Metres. */
  readonly tolerance: number;
  /** Accuracies that the two layers declare, metres; `undefined` where one does not. */
  readonly bodyAccuracy: number | undefined;
  readonly referenceAccuracy: number | undefined;
  /** Whether the coordinates are EPSG:27700, where a missing datum shift is known by its vector. */
  readonly onNationalGrid: boolean;
  /** Whether sources of another vintage of the reference stand in the partition. */
  readonly hasOtherVintage: boolean;
  /** Whether sources that say where land is stand in it: else a coast cannot be told. */
  readonly hasLand: boolean;
}

/** How a body and a reference area stand to each other, which says what has to be explained. */
export type Relation = "same" | "inside" | "holds" | "apart";

/** Shares of ground from which two boundaries are looked at as versions of one, or as nested. */
const MOSTLY = 0.5;

/**
 * What two areas are to each other: *same* where most of their combined ground is shared, else
 * *inside* or *holds* where most of one lies in the other, else *apart*, which needs no explanation.
 */
export function relationOf(
  jaccard: number,
  bodyInReference: number,
  referenceInBody: number,
): Relation {
  if (jaccard >= MOSTLY) return "same";
  if (Math.max(bodyInReference, referenceInBody) < MOSTLY) return "apart";
  return bodyInReference >= referenceInBody ? "inside" : "holds";
}
