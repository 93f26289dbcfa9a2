/**
 * Of a stream's yearly figures the one that a date stands in; of two printed for one year the first.
 *
 * A total of no stated year is no figure of a year: it may come each year or once.
 *
 * @param years in order of start, each `[start, end)`; in pence, or in pounds as the wire has them
 * @returns undefined where nothing is recorded for the date
 */
export const yearOn = <Y extends { readonly start: string; readonly end: string }>(
  years: readonly Y[],
  at: string,
): Y | undefined => years.find(({ start, end }) => start <= at && at < end);
