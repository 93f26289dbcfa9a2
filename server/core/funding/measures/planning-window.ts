import type { IsoDate } from "../../units.ts";
import type { MonthDay } from "../model.ts";
import { dayBefore, monthDayOf, monthsBetween, yearBegan } from "../month-day.ts";
import { dateOn, nextOn } from "../spread.ts";

export interface PlanningWindow {
  /** `[start, end)`: the days that all the years share. */
  readonly start: IsoDate;
  readonly end: IsoDate;
  /** Calendar months, 0 to 12; days are a part of their month. */
  readonly months: number;
}

/**
 * M-T2. What the years that begin in one calendar year have in common: from the last to begin to the
 * first to end. A financial and a calendar year share April to December, 9 months; with an academic
 * year September to December, 4.
 *
 * @returns `undefined` where no year start is stated; one that is not stated narrows nothing
 */
export function planningWindow(
  starts: readonly (MonthDay | undefined)[],
  year: number,
): PlanningWindow | undefined {
  return shared(starts, (day) => dateOn(day, year));
}

/** M-T2, of the years in progress on a date: what remains in common may be the shorter piece. */
export function windowInProgress(
  starts: readonly (MonthDay | undefined)[],
  at: IsoDate,
): PlanningWindow | undefined {
  return shared(starts, (day) => yearBegan(day, at));
}

function shared(
  starts: readonly (MonthDay | undefined)[],
  begins: (day: MonthDay) => IsoDate,
): PlanningWindow | undefined {
  const years = starts
    .filter((day) => day !== undefined)
    .map((day) => ({ start: begins(day), end: nextOn(day, begins(day)) }));
  const start = years
    .map((each) => each.start)
    .sort()
    .at(-1);
  const end = years.map((each) => each.end).sort()[0];
  if (start === undefined || end === undefined) return undefined;
  return { start, end, months: monthsBetween(start, end) };
}

export interface YearEnds {
  /** Different last days among the years that are stated, by date. */
  readonly different: readonly MonthDay[];
  /** Streams whose year is not stated: there may be as many more. */
  readonly notStated: number;
}

/** M-T2. How many different year ends there are. The last day of a year is that before it begins. */
export function yearEnds(starts: readonly (MonthDay | undefined)[]): YearEnds {
  const ends = starts
    .filter((day) => day !== undefined)
    // The month and the day alone: the year that begins in January ended in the year before.
    .map((day) => dayBefore(dateOn(day, COMMON_YEAR)).slice("YYYY-".length));
  return {
    different: [...new Set(ends)]
      .sort()
      .map((end) => monthDayOf(`${COMMON_YEAR}-${end}` as IsoDate)),
    notStated: starts.filter((day) => day === undefined).length,
  };
}

/** Any common year, to compare days of the year by. */
const COMMON_YEAR = 2001;
