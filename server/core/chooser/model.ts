/**
 * Which boundary a local strategic partnership could have (PAT 17, 5.39 to 5.41): what each possible
 * boundary does to chosen initiatives. Advice only: who works together is theirs to settle.
 */
import type { Share } from "../units.ts";

/** An initiative as it lies over districts. */
export interface PatchOfInitiative {
  readonly id: string;
  /** District -> its people there; `undefined` where not known. Only districts it lies in. */
  readonly people: ReadonlyMap<number, number | undefined>;
}

/** An area of another tier that is made of whole districts, such as a county. */
export interface UpperTierArea {
  readonly name: string;
  /** Title of the layer that declares it. */
  readonly layer: string;
  /** Districts, ascending. */
  readonly districts: readonly number[];
}

/** What a choice is made from. Districts are indices, such as those of the study's places. */
export interface ChoiceOf {
  readonly initiatives: readonly PatchOfInitiative[];
  /** Pairs of districts that share an edge. */
  readonly adjacent: readonly (readonly [number, number])[];
  readonly upperTier: readonly UpperTierArea[];
}

/** One possible arrangement: the districts named together make partnerships; each other has its own. */
export interface Candidate {
  readonly kind: "districts" | "tier" | "union";
  /** Of a tier: the layer's title. */
  readonly tier: string | undefined;
  /** Districts that work together, a list a partnership. */
  readonly partnerships: readonly (readonly number[])[];
}

/** What an arrangement does to one initiative. */
export interface InitiativeInside {
  readonly id: string;
  /** Largest share of its people in one partnership; `undefined` where not known. */
  readonly inside: Share | undefined;
  readonly whole: boolean;
}

export interface RankedCandidate extends Candidate {
  readonly rank: number;
  readonly initiatives: readonly InitiativeInside[];
  /** Initiatives that lie in one partnership. */
  readonly unsplit: number;
  /** Share of the known people of all initiatives who live in one partnership with their initiative. */
  readonly peopleInside: Share | undefined;
  /** Initiatives whose people are not known everywhere: not in `peopleInside`. */
  readonly peopleUnknown: number;
  /** Names of areas of other layers that a partnership fills: partners whose patch matches. */
  readonly matches: readonly string[];
}
