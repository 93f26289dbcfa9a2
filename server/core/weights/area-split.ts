/**
 * M-W1, area split: the amount of a unit is spread evenly over its ground.
 *
 * @source Goodchild and Lam 1980, Areal interpolation: a variant of the traditional spatial problem
 */
import type { Amounts, Piece, Tally } from "./model.ts";

/**
 * Unit -> its ground: the sum of its pieces. Right where the pieces make up every unit; where a
 * partition holds only part of the units' ground, give {@link splitByArea} their whole areas instead.
 */
export function unitAreas(pieces: readonly Piece[], units: number): Float64Array {
  const areas = new Float64Array(units);
  for (const { unit, area } of pieces) if (unit >= 0) areas[unit]! += area;
  return areas;
}

/**
 * What each piece of ground holds of its unit's amount.
 *
 * @param areas unit -> its whole ground, square metres
 * @returns one amount a piece; `undefined` where the unit's is not known; 0 on ground in no unit
 */
export function splitByArea(
  pieces: readonly Piece[],
  amounts: Amounts,
  areas: ArrayLike<number> = unitAreas(pieces, amounts.length),
): (number | undefined)[] {
  return pieces.map(({ unit, area }) => {
    if (unit < 0) return 0;
    const amount = amounts[unit];
    return amount === undefined ? undefined : amount * (area / areas[unit]!);
  });
}

/** Which pieces to add up. */
export type Holds = (piece: Piece) => boolean;

/**
 * The amount on a piece of ground, such as the people in a gap: the sum of the pieces that make it up.
 *
 * @param split as {@link splitByArea} gives it
 */
export function tally(
  pieces: readonly Piece[],
  split: readonly (number | undefined)[],
  holds: Holds,
): Tally {
  const unknown = new Set<number>();
  let amount = 0;
  pieces.forEach((piece, i) => {
    if (!holds(piece)) return;
    const part = split[i];
    if (part === undefined) unknown.add(piece.unit);
    else amount += part;
  });
  return { amount, unknown: [...unknown].sort((a, b) => a - b) };
}

/** The outline's own ground; several at once: the ground that all of them cover. */
export const under =
  (...outlines: readonly number[]): Holds =>
  ({ coveredBy }) =>
    outlines.every((outline) => coveredBy.includes(outline));

/** Outline -> the amount on its ground. Cost: one visit a piece and outline. */
export function amountsByOutline(
  pieces: readonly Piece[],
  split: readonly (number | undefined)[],
  outlines: number,
): Tally[] {
  const amount = new Float64Array(outlines);
  const unknown = Array.from({ length: outlines }, () => new Set<number>());
  pieces.forEach(({ unit, coveredBy }, i) => {
    const part = split[i];
    for (const outline of coveredBy) {
      if (part === undefined) unknown[outline]!.add(unit);
      else amount[outline]! += part;
    }
  });
  return unknown.map((units, outline) => ({
    amount: amount[outline]!,
    unknown: [...units].sort((a, b) => a - b),
  }));
}
