/** M-W3: how much of an amount lies on ground that no outline covers. */
import { type Share, share } from "../units.ts";
import { tally } from "./area-split.ts";
import type { Piece } from "./model.ts";

export interface Uncovered {
  /** The whole amount and what of it lies at depth 0. */
  readonly whole: number;
  readonly uncovered: number;
  /** `undefined` where there is no amount at all. */
  readonly share: Share | undefined;
  /** Units whose amount is not known: in neither figure. */
  readonly unknown: readonly number[];
}

/**
 * @param split one amount a piece, by area split or by best fit
 * @param isCovered whether a piece counts as covered; under any outline without it
 */
export function uncoveredAmount(
  pieces: readonly Piece[],
  split: readonly (number | undefined)[],
  isCovered: (piece: Piece) => boolean = ({ coveredBy }) => coveredBy.length > 0,
): Uncovered {
  const whole = tally(pieces, split, ({ unit }) => unit >= 0);
  const bare = tally(pieces, split, (piece) => piece.unit >= 0 && !isCovered(piece));
  return {
    whole: whole.amount,
    uncovered: bare.amount,
    share: whole.amount > 0 ? share(bare.amount / whole.amount) : undefined,
    unknown: whole.unknown,
  };
}
