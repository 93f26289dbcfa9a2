/** Amounts kept apart by how they are reached, and what is asked of all three together. */
import type { Reach } from "./reach.ts";

/** The same count for each way of being reached. */
export type ByReach = Readonly<Record<Reach, number>>;

export const sumOf = ({ covers, within, none }: ByReach): number => covers + within + none;

/** Share of which nothing is recorded (M-W3); undefined where there is nothing at all. */
export function noneShare(amounts: ByReach): number | undefined {
  const whole = sumOf(amounts);
  return whole > 0 ? amounts.none / whole : undefined;
}

/** Most with nothing recorded first, then most in all; 0 leaves two in the order they came in. */
export const worstFirst = (a: ByReach, b: ByReach): number =>
  b.none - a.none || sumOf(b) - sumOf(a);
