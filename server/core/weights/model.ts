/**
 * Weights: amounts, such as people, that are known for whole units and asked for on other ground. A
 * unit is a small area, or any area of one layer for which an amount is recorded. `undefined` is not
 * known; it is never 0.
 */
import type { SquareMetres } from "../units.ts";

/** Ground of one unit under exactly one set of outlines: a cell of a partition that units take part in. */
export interface Piece {
  /** Index of the unit; -1 for ground in no unit. */
  readonly unit: number;
  /** Indices of the outlines that cover it, ascending; empty is uncovered. */
  readonly coveredBy: readonly number[];
  readonly area: SquareMetres;
}

/** Unit -> its amount. */
export type Amounts = readonly (number | undefined)[];

/** How much lies on some ground, as far as it is known. */
export interface Tally {
  readonly amount: number;
  /** Units, ascending, that share the ground and whose amount is not known: it is not in the sum. */
  readonly unknown: readonly number[];
}
