import type { Change } from "../core/weights/carry.ts";
import type { WeightSet } from "../store/weight.ts";

/** A set of weights read from a file, before it is stored. */
export interface LoadedWeights {
  readonly set: WeightSet;
  /** Area code, value. */
  readonly weights: readonly (readonly [string, number])[];
  /** Codes of areas that a change of areas touched, and what it was; of carried scores only. */
  readonly carried?: readonly (readonly [string, Exclude<Change, "unchanged">])[];
}
