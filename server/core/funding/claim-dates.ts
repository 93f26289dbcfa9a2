/** When claims fall due, where a stream states how often and when its year begins. */
import { addMonths, type IsoDate } from "../units.ts";
import type { ClaimFrequency, ClaimRules, MonthDay } from "./model.ts";
import { dateIn, dayBefore, monthDayOf, yearBegan } from "./month-day.ts";

/** Months of one period of a frequency that divides the year evenly. */
export const PERIOD_MONTHS: Partial<Record<ClaimFrequency, number>> = {
  monthly: 1,
  quarterly: 3,
  half_yearly: 6,
  annual: 12,
};

/** Half-open span of dates. */
export interface Span {
  readonly start: IsoDate;
  readonly end: IsoDate;
}

/**
 * Days on which claims fall due within a span: the stated due dates or milestones, else the last day
 * of each period of the stream's year.
 *
 * @returns ascending; `undefined` where the source does not say enough, which is not "none"
 */
export function claimDates(
  claims: Pick<ClaimRules, "frequency" | "due" | "milestones">,
  yearStart: MonthDay | undefined,
  span: Span,
): IsoDate[] | undefined {
  const within = (date: IsoDate) => span.start <= date && date < span.end;
  if (claims.frequency === "none") return [];
  if (claims.due !== undefined) return yearly(claims.due, span).filter(within);
  if (claims.frequency === "milestone")
    return claims.milestones.length > 0 ? [...claims.milestones].sort().filter(within) : undefined;
  const months = claims.frequency && PERIOD_MONTHS[claims.frequency];
  if (months === undefined || yearStart === undefined) return undefined;
  return periodEnds(yearBegan(yearStart, span.start), months, span.end).filter(within);
}

/**
 * How many claims a year a frequency means, also where it does not say on which days.
 *
 * @returns `undefined` where it depends on what is not stated
 */
export function claimsAYear({
  frequency,
  due,
}: Pick<ClaimRules, "frequency" | "due">): number | undefined {
  if (frequency === "none") return 0;
  if (due !== undefined) return due.length;
  if (frequency === "termly") return 3;
  const months = frequency && PERIOD_MONTHS[frequency];
  return months === undefined ? undefined : 12 / months;
}

/** Last days of the periods of so many months that begin on `first`, up to the first on or after `until`. */
export function periodEnds(first: IsoDate, months: number, until: IsoDate): IsoDate[] {
  const ends: IsoDate[] = [];
  // Each from the first day, so that 31 August is not worn down to the 28th by a February.
  for (let n = 1; ends.length === 0 || ends.at(-1)! < until; n++)
    ends.push(dayBefore(addMonths(first, n * months)));
  return ends;
}

function yearly(days: readonly MonthDay[], { start, end }: Span): IsoDate[] {
  const years: number[] = [];
  for (let year = Number(start.slice(0, 4)); year <= Number(end.slice(0, 4)); year++)
    years.push(year);
  return years.flatMap((year) => days.map((day) => dateIn(year, day))).sort();
}

/** The last days of the four quarters of a year that begins on a day, in one calendar year. */
export function quarterEnds(yearStart: MonthDay): MonthDay[] {
  return periodEnds(dateIn(COMMON_YEAR, yearStart), 3, addMonths(dateIn(COMMON_YEAR, yearStart), 9))
    .slice(0, 4)
    .map(monthDayOf)
    .sort((a, b) => a.month - b.month || a.day - b.day);
}

const COMMON_YEAR = 2001;
