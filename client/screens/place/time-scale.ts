/** Years to a share of a track's width. */
import type { IsoDate } from "../../../server/core/units.ts";

export interface TimeScale {
  /** First and last year drawn, both whole. */
  readonly from: number;
  readonly to: number;
  /** 0 at the start of the first year, 1 at the end of the last; held inside. */
  readonly share: (date: IsoDate) => number;
  readonly years: readonly number[];
}

/** A scale that holds every date given, from a January to a December. */
export function timeScale(dates: readonly IsoDate[]): TimeScale {
  const years = dates.map((date) => Number(date.slice(0, 4)));
  const from = Math.min(...years);
  const to = Math.max(...years, from);
  const span = to - from + 1;
  return {
    from,
    to,
    share: (date) => {
      const [year, month, day] = date.split("-").map(Number);
      const at = (year! - from + (month! - 1) / 12 + (day! - 1) / 372) / span;
      return Math.min(1, Math.max(0, at));
    },
    years: Array.from({ length: span }, (_, i) => from + i),
  };
}
