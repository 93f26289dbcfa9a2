import { type Share, share } from "../../units.ts";
import type { MonthDay } from "../model.ts";
import { dateOn, daysBetween } from "../spread.ts";

export interface CycleMisalignment {
  /** Calendar months by the shorter way round the year, 0 to 6; days are a part of their month. */
  readonly months: number;
  /** The same in days of a common year, 0 to 182. */
  readonly days: number;
  /** months / 6. */
  readonly share: Share;
}

/** Any common year: 29 February then falls on the 28th. */
const COMMON_YEAR = 2001;
const MONTHS = 12;

/**
 * M-T1. How far two streams' years are out of step, by the shorter way round: a January year and an
 * April year are 3 months apart, not 9; 1 April and 6 April are 5 days apart.
 *
 * @returns `undefined` where either year is not stated: it is never taken for April
 */
export function cycleMisalignment(
  a: MonthDay | undefined,
  b: MonthDay | undefined,
): CycleMisalignment | undefined {
  if (a === undefined || b === undefined) return undefined;
  const apart = Math.abs(position(a) - position(b));
  const months = Math.min(apart, MONTHS - apart);
  const days = Math.abs(daysBetween(dateOn(a, COMMON_YEAR), dateOn(b, COMMON_YEAR)));
  return { months, days: Math.min(days, 365 - days), share: share(months / (MONTHS / 2)) };
}

/** Months since 1 January, days as a part of their month. */
function position(day: MonthDay): number {
  const [, month = 1, date = 1] = dateOn(day, COMMON_YEAR).split("-").map(Number);
  const length = new Date(Date.UTC(COMMON_YEAR, month, 0)).getUTCDate();
  return month - 1 + (date - 1) / length;
}
