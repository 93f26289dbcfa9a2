/** Days of the year, financial years and dates as people write them. */
import { addDays, type IsoDate, isoDate } from "../units.ts";
import type { MonthDay } from "./model.ts";
import { dateOn } from "./spread.ts";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** `2001-04-01`, `01/04/2001` or `1.4.2001` (the day first, as in Britain), `1 April 2001`. */
export function readDay(text: string): IsoDate | undefined {
  const iso = /^(\d{4}-\d{2}-\d{2})(?:T00:00:00)?$/.exec(text);
  if (iso) return isoDate(iso[1]!);
  const british = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text);
  if (british) return isoDate(`${british[3]}-${two(british[2]!)}-${two(british[1]!)}`);
  const [, day, name, year] = /^(\d{1,2}) ([A-Za-z]+) (\d{4})$/.exec(text) ?? [];
  const month = monthOf(name);
  if (!day || !month) return undefined;
  return isoDate(`${year}-${two(String(month))}-${two(day)}`);
}

/** `04-01`, `1 April`, `6 Apr`. 29 February is a day of the year. */
export function readMonthDay(text: string): MonthDay | undefined {
  const [, m, d] = /^(\d{2})-(\d{2})$/.exec(text) ?? [];
  const [, dayText, name] = /^(\d{1,2}) ([A-Za-z]+)$/.exec(text) ?? [];
  const month = m === undefined ? monthOf(name) : Number(m);
  const day = Number(m === undefined ? dayText : d);
  if (
    month === undefined ||
    isoDate(`2000-${two(String(month))}-${two(String(day))}`) === undefined
  )
    return undefined;
  return { month, day };
}

export interface ReadYear {
  readonly start: IsoDate;
  readonly end: IsoDate;
}

/**
 * `2003-04` and `2003/04` begin on the stream's own first day, 1 April where it states none that
 * divides calendar years; `2003` is the stream's year that begins in 2003, the calendar year where it
 * states none.
 */
export function readYear(text: string, yearStart: MonthDay | undefined): ReadYear | undefined {
  const [, from, to] = /^(\d{4})(?:[-/](\d{2}|\d{4}))?$/.exec(text) ?? [];
  if (from === undefined) return undefined;
  const first = Number(from);
  if (to !== undefined && !String(first + 1).endsWith(to)) return undefined;
  const divided = yearStart !== undefined && (yearStart.month > 1 || yearStart.day > 1);
  const fallback: MonthDay = to === undefined ? { month: 1, day: 1 } : { month: 4, day: 1 };
  const day = to === undefined ? (yearStart ?? fallback) : divided ? yearStart : fallback;
  return { start: dateOn(day, first), end: dateOn(day, first + 1) };
}

/** The day after the last day that a cell names. */
export const dayAfter = (last: IsoDate): IsoDate => addDays(last, 1);

const two = (text: string) => text.padStart(2, "0");

function monthOf(name: string | undefined): number | undefined {
  const at = MONTHS.indexOf((name ?? "").slice(0, 3).toLowerCase());
  const whole = name !== undefined && at >= 0;
  return whole ? at + 1 : undefined;
}
