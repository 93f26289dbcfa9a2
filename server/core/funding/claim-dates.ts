/** The days on which a stream's claims fall due. */
import { addDays, addMonths, type IsoDate } from "../units.ts";
import type { ClaimFrequency, MonthDay, Stream } from "./model.ts";
import { dateOn } from "./spread.ts";

/** stated: the source gives the day. period end, assumed: it gives the frequency alone. */
export const DUE_BASES = ["stated", "period end, assumed"] as const;
export type DueBasis = (typeof DUE_BASES)[number];

export interface Claim {
  readonly stream: string;
  /** The day on which it is due. */
  readonly due: IsoDate;
  readonly basis: DueBasis;
  /** Whether it also closes the stream's year. */
  readonly closesYear: boolean;
}

const A_YEAR: Partial<Record<ClaimFrequency, number>> = {
  none: 0,
  monthly: 12,
  quarterly: 4,
  termly: 3,
  half_yearly: 2,
  annual: 1,
};

/** Claims a year, or `undefined` where nothing says how many: unknown, not none. */
export function claimsAYear({ rules: { claims } }: Stream): number | undefined {
  if (claims.due !== undefined) return claims.due.length;
  if (claims.frequency === undefined) return undefined;
  return A_YEAR[claims.frequency];
}

/**
 * Every claim due in `[from, to)` within the stream's own life. Where only the frequency is stated, a
 * claim is due on the last day of each period of the stream's year, and says that this is assumed.
 *
 * @returns `undefined` where the dates cannot be told: no frequency, or no start of the year
 */
export function claimsBetween(stream: Stream, from: IsoDate, to: IsoDate): Claim[] | undefined {
  const first = stream.start !== undefined && stream.start > from ? stream.start : from;
  const past = stream.end !== undefined && stream.end < to ? stream.end : to;
  const { claims, yearStart } = stream.rules;
  const within = (due: IsoDate) => first <= due && due < past;
  const claim = (due: IsoDate, basis: DueBasis): Claim => ({
    stream: stream.id,
    due,
    basis,
    closesYear:
      yearStart !== undefined && addDays(due, 1) === dateOn(yearStart, yearOf(addDays(due, 1))),
  });
  if (claims.frequency === "none") return [];
  if (claims.frequency === "milestone" || claims.milestones.length > 0)
    return claims.milestones.length === 0
      ? undefined
      : claims.milestones.filter(within).map((due) => claim(due, "stated"));
  if (claims.due !== undefined)
    return statedDates(claims.due, first, past).map((due) => claim(due, "stated"));
  const count = claims.frequency === undefined ? undefined : A_YEAR[claims.frequency];
  if (count === undefined || yearStart === undefined) return undefined;
  return periodEnds(yearStart, count, first, past)
    .filter(within)
    .map((due) => claim(due, "period end, assumed"));
}

const yearOf = (date: IsoDate) => Number(date.slice(0, 4));

function statedDates(days: readonly MonthDay[], first: IsoDate, past: IsoDate): IsoDate[] {
  const dates: IsoDate[] = [];
  for (let year = yearOf(first); year <= yearOf(past); year++)
    for (const day of days) dates.push(dateOn(day, year));
  return [...new Set(dates)].filter((due) => first <= due && due < past).sort();
}

/** Last days of the periods into which a year is cut, month by month from its first day. */
function periodEnds(start: MonthDay, count: number, first: IsoDate, past: IsoDate): IsoDate[] {
  const dates: IsoDate[] = [];
  for (let year = yearOf(first) - 1; year <= yearOf(past); year++) {
    const begins = dateOn(start, year);
    for (let n = 1; n <= count; n++) dates.push(addDays(addMonths(begins, (12 / count) * n), -1));
  }
  return dates.sort();
}
