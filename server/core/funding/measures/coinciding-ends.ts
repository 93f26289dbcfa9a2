import { addMonths } from "../../units.ts";
import type { MonthDay } from "../model.ts";
import { dayBefore, monthDayOf } from "../month-day.ts";
import { dateOn } from "../spread.ts";

export interface CoincidingEnds {
  /** Quarter ends that all stated years have in common, by date. */
  readonly quarterEnds: readonly MonthDay[];
  readonly quartersCoincide: boolean;
  readonly yearsCoincide: boolean;
}

/**
 * M-T4. Whether quarters end together, and whether years do: a financial and a calendar year have all
 * four quarter ends in common although their year ends differ. Both have to be said.
 *
 * @returns `undefined` with fewer than two stated years
 */
export function coincidingEnds(
  starts: readonly (MonthDay | undefined)[],
): CoincidingEnds | undefined {
  const stated = starts.filter((start) => start !== undefined);
  const [first] = stated;
  if (first === undefined || stated.length < 2) return undefined;
  const same = (a: MonthDay, b: MonthDay) => a.month === b.month && a.day === b.day;
  const common = quarterEnds(first).filter((end) =>
    stated.every((start) => quarterEnds(start).some((other) => same(end, other))),
  );
  return {
    quarterEnds: common,
    quartersCoincide: common.length === 4,
    yearsCoincide: stated.every((start) => same(start, first)),
  };
}

/** The last days of the four quarters of a year that begins on a day, by date. */
export function quarterEnds(yearStart: MonthDay): MonthDay[] {
  return [3, 6, 9, 12]
    .map((months) => monthDayOf(dayBefore(addMonths(dateOn(yearStart, COMMON_YEAR), months))))
    .sort((a, b) => a.month - b.month || a.day - b.day);
}

/** Any common year, to compare days of the year by. */
const COMMON_YEAR = 2001;
