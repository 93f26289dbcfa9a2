import { exactly, type Range } from "../range.ts";

/**
 * M-F2. Theil's measure of unequal shares: sum of s ln(n s), 0 where equal, towards ln n where one
 * funder holds nearly everything.
 *
 * @param amounts pounds by funder, above 0, one each; one `undefined` leaves the whole range open
 * @returns `undefined` without funders
 * @source Acharya, de Lima and Moore 2006
 */
export function theil(amounts: readonly (number | undefined)[]): Range | undefined {
  const n = amounts.length;
  const known = amounts.filter((amount) => amount !== undefined);
  if (n === 0 || known.some((amount) => !(amount > 0))) return undefined;
  if (n === 1) return exactly(0);
  if (known.length < n) return { low: 0, high: Math.log(n), open: "high" };
  const total = known.reduce((a, b) => a + b, 0);
  return exactly(
    known.reduce((sum, amount) => sum + (amount / total) * Math.log((n * amount) / total), 0),
  );
}
