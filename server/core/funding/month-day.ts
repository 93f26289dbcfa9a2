/**
 * Days of the year, such as the day on which a stream's year begins. 6 April is not 1 April: every
 * figure here is to the day, and months are calendar months, so that 1 January to 1 April is three.
 */
import { addDays, addMonths, type IsoDate } from "../units.ts";
import type { MonthDay } from "./model.ts";

/** The date of a day of the year in a year; 29 February falls on the 28th of other years. */
export function dateIn(year: number, { month, day }: MonthDay): IsoDate {
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const date = new Date(Date.UTC(year, month - 1, Math.min(day, last)));
  return date.toISOString().slice(0, 10) as IsoDate;
}

/** The day of the year that a date is. */
export const monthDayOf = (date: IsoDate): MonthDay => ({
  month: Number(date.slice(5, 7)),
  day: Number(date.slice(8, 10)),
});

/** The last day on or before `at` on which a year beginning on `day` began. */
export function yearBegan(day: MonthDay, at: IsoDate): IsoDate {
  const year = Number(at.slice(0, 4));
  const began = dateIn(year, day);
  return began <= at ? began : dateIn(year - 1, day);
}

/** The day on which the next year begins: the day after the last of the one that began on `began`. */
export function nextYear(day: MonthDay, began: IsoDate): IsoDate {
  return dateIn(Number(began.slice(0, 4)) + 1, day);
}

/** Days from one date to another; negative where the second is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000;
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
