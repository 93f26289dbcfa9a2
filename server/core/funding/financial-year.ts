/** Financial years, from 1 April: each is known by the year it begins in. */
import { addDays, type IsoDate } from "../units.ts";
import { daysBetween } from "./spread.ts";

/** The financial year that holds the middle of a span. */
export function financialYear(start: IsoDate, end: IsoDate): number {
  const middle = Date.parse(`${start}T00:00:00Z`) + (daysBetween(start, end) * 86_400_000) / 2;
  const date = new Date(middle).toISOString();
  const year = Number(date.slice(0, 4));
  return date.slice(5, 10) < "04-01" ? year - 1 : year;
}

/** The financial year of a day. */
export const financialYearOf = (day: IsoDate): number => financialYear(day, addDays(day, 1));

/** 2001 as people write it: 2001-02. */
export const yearLabelOf = (year: number) => `${year}-${String((year + 1) % 100).padStart(2, "0")}`;
