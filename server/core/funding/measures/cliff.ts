import { type IsoDate, type Pence, type Share, share } from "../../units.ts";
import { daysBetween } from "../spread.ts";

/** One year's money, `[start, end)`. */
export interface CliffYear {
  readonly start: IsoDate;
  readonly end: IsoDate;
  readonly amount: Pence;
  /** True where a lifetime total was spread evenly over its days: no profile was printed. */
  readonly assumed: boolean;
}

export interface Cliff {
  /** The day on which the money falls: the first of the later year. */
  readonly on: IsoDate;
  readonly before: Pence;
  readonly after: Pence;
  /** max(0, 1 - after / before), of the amounts as they stand. */
  readonly raw: Share;
  /** The same of the amounts by day: a part year is not a fall for being short. */
  readonly annualised: Share;
  /** Whether the annualised fall is {@link STEEP} or more. */
  readonly steep: boolean;
  /** Whether either year was spread evenly, not printed. */
  readonly assumed: boolean;
}

/** From this fall on a cliff is flagged. */
export const STEEP = share(0.3);

/**
 * M-T5. How far money falls from each year to the next, raw and annualised. After the last year comes
 * nothing, which is a fall of all of it only where the money is known to end: say so with `endsOn`.
 *
 * @param years years that do not overlap, in order
 * @param ends whether the money is known to end with the last year
 * @returns a row for each pair of adjoining years with money in the first; a gap counts as none
 */
export function cliffs(years: readonly CliffYear[], ends: boolean): Cliff[] {
  const last = years.at(-1);
  const closing: CliffYear[] =
    ends && last ? [{ ...last, start: last.end, end: last.end, amount: 0 as Pence }] : [];
  const all = [...years, ...closing];
  return all.slice(1).flatMap((after, i) => {
    const before = all[i]!;
    if (!(before.amount > 0)) return [];
    const gap = daysBetween(before.end, after.start) > 0;
    const next = gap ? 0 : after.amount;
    const annualised = fall(perDay(before), gap ? 0 : perDay(after));
    return [
      {
        on: before.end,
        before: before.amount,
        after: next as Pence,
        raw: fall(before.amount, next),
        annualised,
        steep: annualised >= STEEP,
        assumed: before.assumed || after.assumed,
      },
    ];
  });
}

const fall = (before: number, after: number): Share => share(Math.max(0, 1 - after / before));

function perDay({ start, end, amount }: CliffYear): number {
  const days = daysBetween(start, end);
  return days > 0 ? amount / days : 0;
}

/**
 * M-T5. The share of live streams that end within twelve months.
 *
 * @param ends the day after each live stream's last; `undefined` is not recorded
 * @returns of those with a recorded end; `undefined` where none has one
 */
export function shareEnding(
  ends: readonly (IsoDate | undefined)[],
  horizon: IsoDate,
): { readonly share: Share; readonly of: number; readonly notRecorded: number } | undefined {
  const known = ends.filter((end) => end !== undefined);
  if (known.length === 0) return undefined;
  return {
    share: share(known.filter((end) => end <= horizon).length / known.length),
    of: known.length,
    notRecorded: ends.length - known.length,
  };
}
