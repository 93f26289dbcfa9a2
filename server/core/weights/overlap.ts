/** Overlap of two outlines in people instead of ground (M-W1, after M-O4). */
import { type Share, share } from "../units.ts";
import { tally, under } from "./area-split.ts";
import type { Piece } from "./model.ts";

export interface WeightedOverlap {
  readonly a: number;
  readonly b: number;
  readonly both: number;
  /** Both over either; `undefined` where nobody lives in either, or some amounts are not known. */
  readonly jaccard: Share | undefined;
}

/**
 * Two outlines compared by what lies on their ground.
 *
 * @param split one amount a piece, by area split or by best fit
 */
export function weightedOverlap(
  pieces: readonly Piece[],
  split: readonly (number | undefined)[],
  a: number,
  b: number,
): WeightedOverlap {
  const [onA, onB, onBoth] = [under(a), under(b), under(a, b)].map((holds) =>
    tally(pieces, split, holds),
  );
  const either = onA!.amount + onB!.amount - onBoth!.amount;
  const known = onA!.unknown.length + onB!.unknown.length === 0;
  return {
    a: onA!.amount,
    b: onB!.amount,
    both: onBoth!.amount,
    jaccard: known && either > 0 ? share(onBoth!.amount / either) : undefined,
  };
}
