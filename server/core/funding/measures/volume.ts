import { type IsoDate, type Pence, pence } from "../../units.ts";
import { daysBetween } from "../month-day.ts";

/** One yearly figure of a stream, `[start, end)`. */
export interface VolumeAmount {
  /** One word for a department and its successors; empty is not recorded. */
  readonly department: string;
  readonly start: IsoDate;
  readonly end: IsoDate;
  readonly amount: Pence;
  /** True where a lifetime total was spread evenly. */
  readonly assumed: boolean;
}

export interface VolumeRow {
  readonly department: string;
  /** The financial year that begins on 1 April of it. */
  readonly year: number;
  readonly amount: Pence;
  /** How much of it was spread evenly, not printed. */
  readonly assumed: Pence;
  readonly figures: number;
}

/**
 * The sum of activity by department and financial year (PAT 17 §5.73). A figure goes whole into the
 * financial year that holds most of its days (the earlier where two hold as many), so a calendar year
 * counts in the one that begins in it, and sums stay exact.
 *
 * @returns by department, then year
 */
export function volume(amounts: readonly VolumeAmount[]): VolumeRow[] {
  const rows = new Map<string, VolumeRow>();
  for (const { department, start, end, amount, assumed } of amounts) {
    const year = financialYearOf(start, end);
    const key = `${department}\n${year}`;
    const row = rows.get(key);
    rows.set(key, {
      department,
      year,
      amount: pence((row?.amount ?? 0) + amount),
      assumed: pence((row?.assumed ?? 0) + (assumed ? amount : 0)),
      figures: (row?.figures ?? 0) + 1,
    });
  }
  return [...rows.values()].sort((a, b) =>
    a.department === b.department ? a.year - b.year : a.department < b.department ? -1 : 1,
  );
}

/** The financial year that holds most days of a span. */
export function financialYearOf(start: IsoDate, end: IsoDate): number {
  const first = Number(start.slice(0, 4)) - 1;
  const years = Array.from({ length: Number(end.slice(0, 4)) - first + 1 }, (_, k) => first + k);
  const days = (year: number) => {
    const opens = `${year}-04-01` as IsoDate;
    const closes = `${year + 1}-04-01` as IsoDate;
    return daysBetween(start > opens ? start : opens, end < closes ? end : closes);
  };
  return years.reduce((best, year) => (days(year) > days(best) ? year : best));
}
