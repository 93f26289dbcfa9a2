/** Money divided without losing or making a penny. */
import { type Pence, pence } from "../units.ts";

/**
 * Divide a sum in proportion to weights: whole pence, the largest remainders rounded up, of equal
 * ones the first. The parts always add to the sum; a sum below 0 divides as its opposite does.
 *
 * @param weights 0 or more each
 * @returns one part a weight, or `undefined` where no weight is above 0: there is nothing to go by
 * @throws RangeError for a weight below 0 or not finite
 */
export function apportion(sum: Pence, weights: readonly number[]): Pence[] | undefined {
  for (const weight of weights) {
    if (!(weight >= 0 && weight < Number.POSITIVE_INFINITY))
      throw new RangeError(`${weight} is no weight to divide money by`);
  }
  const whole = weights.reduce((a, b) => a + b, 0);
  if (!(whole > 0)) return undefined;
  const size = Math.abs(sum);
  const exact = weights.map((weight) => size * (weight / whole));
  const parts = exact.map(Math.floor);
  let left = size - parts.reduce((a, b) => a + b, 0);
  const order = exact
    .map((value, i) => ({ i, remainder: value - Math.floor(value) }))
    .filter(({ i }) => weights[i]! > 0)
    .sort((a, b) => b.remainder - a.remainder || a.i - b.i);
  // Rounding may leave a hair more or less than one penny a part; going round settles it.
  for (let n = 0; left !== 0; n = (n + 1) % order.length) {
    const step = left > 0 ? 1 : -1;
    const { i } = order[n]!;
    if (parts[i]! + step < 0) continue;
    parts[i]! += step;
    left -= step;
  }
  return parts.map((part) => pence(sum < 0 && part !== 0 ? -part : part));
}

export const sumOf = (amounts: readonly Pence[]): Pence =>
  pence(amounts.reduce((total, amount) => total + amount, 0));
