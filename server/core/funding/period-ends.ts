import { addMonths, type IsoDate } from "../units.ts";
import { dayBefore } from "./month-day.ts";

/**
 * Last days of the periods of so many months that begin on `first`, up to the first on or after
 * `until`: the ends of what is claimed for, from the first day of a project or of a stream's year.
 */
export function periodEnds(first: IsoDate, months: number, until: IsoDate): IsoDate[] {
  const ends: IsoDate[] = [];
  // Each from the first day, so that 31 August is not worn down to the 28th by a February.
  for (let n = 1; ends.length === 0 || ends.at(-1)! < until; n++)
    ends.push(dayBefore(addMonths(first, n * months)));
  return ends;
}
