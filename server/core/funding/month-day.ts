/**
 * Days of the year, such as the day on which a stream's year begins. 6 April is not 1 April: every
 * figure here is to the day, and months are calendar months, so that 1 January to 1 April is three.
 */
import { addDays, addMonths, type IsoDate } from "../units.ts";
import type { MonthDay } from "./model.ts";
import { dateOn, daysBetween } from "./spread.ts";

/** The day of the year that a date is. */
export const monthDayOf = (date: IsoDate): MonthDay => ({
  month: Number(date.slice(5, 7)),
  day: Number(date.slice(8, 10)),
});

/** The last day on or before `at` on which a year beginning on `day` began. */
export function yearBegan(day: MonthDay, at: IsoDate): IsoDate {
  const year = Number(at.slice(0, 4));
  const began = dateOn(day, year);
  return began <= at ? began : dateOn(day, year - 1);
}

/**
 * Calendar months from one date to a later one: whole months, and the days left over as a part of
 * the month they fall in. 1 April to 1 January is 9; 6 April to 1 January is 8 and 26 of 31 days.
 */
export function monthsBetween(from: IsoDate, to: IsoDate): number {
  const whole = wholeMonths(from, to);
  const reached = addMonths(from, whole);
  const part = daysBetween(reached, to);
  return part === 0 ? whole : whole + part / daysBetween(reached, addMonths(from, whole + 1));
}

/** Whole calendar months from one date to a later one. */
export function wholeMonths(from: IsoDate, to: IsoDate): number {
  const months = (date: IsoDate) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
  const most = months(to) - months(from);
  return addMonths(from, most) <= to ? most : most - 1;
}

/** The day before. */
export const dayBefore = (date: IsoDate): IsoDate => addDays(date, -1);
