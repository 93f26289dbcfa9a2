/** A lifetime total as yearly figures: an assumption, and marked so. */
import { addDays, type IsoDate, isoDate, type Pence } from "../units.ts";
import { apportion } from "./apportion.ts";
import type { MonthDay } from "./model.ts";

export interface YearSpan {
  readonly start: IsoDate;
  readonly end: IsoDate;
  readonly amount: Pence;
}

/**
 * Divide a total over the years of a life by their days.
 *
 * @param life `[start, end)`
 * @param yearStart where it is not stated, years run from the first day of the life
 */
export function spreadEvenly(
  total: Pence,
  life: { readonly start: IsoDate; readonly end: IsoDate },
  yearStart: MonthDay | undefined,
): YearSpan[] {
  const years = yearsOf(life, yearStart);
  const parts = apportion(
    total,
    years.map(({ start, end }) => daysBetween(start, end)),
  );
  return years.map((year, i) => ({ ...year, amount: parts?.[i] ?? total }));
}

/** The years, whole or cut short, that make up a life. */
export function yearsOf(
  { start, end }: { readonly start: IsoDate; readonly end: IsoDate },
  yearStart: MonthDay | undefined,
): { readonly start: IsoDate; readonly end: IsoDate }[] {
  const day = yearStart ?? { month: Number(start.slice(5, 7)), day: Number(start.slice(8)) };
  const years: { readonly start: IsoDate; readonly end: IsoDate }[] = [];
  for (let from = start; from < end; ) {
    const next = nextOn(day, from);
    const to = next < end ? next : end;
    years.push({ start: from, end: to });
    from = to;
  }
  return years;
}

/** The first date after `after` that falls on a day of the year. */
export function nextOn(day: MonthDay, after: IsoDate): IsoDate {
  const year = Number(after.slice(0, 4));
  const inYear = dateOn(day, year);
  return inYear > after ? inYear : dateOn(day, year + 1);
}

/** A day of the year in one year; 29 February is the 28th where there is none. */
export function dateOn({ month, day }: MonthDay, year: number): IsoDate {
  const text = (d: number) =>
    `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(d).padStart(2, "0")}`;
  return isoDate(text(day)) ?? isoDate(text(day - 1)) ?? addDays(isoDate(text(1))!, 27);
}

export const daysBetween = (from: IsoDate, to: IsoDate): number =>
  (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000;
