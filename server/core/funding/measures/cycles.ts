import type { MonthDay } from "../model.ts";

/** What a stream says of its year. */
export interface StatedYear {
  readonly stream: string;
  readonly yearStart: MonthDay | undefined;
  /** What is said where no day is: "slightly different". Empty where nothing is. */
  readonly yearNote: string;
}

export interface Cycles {
  /** Different first days, by date, each with the streams that share it. */
  readonly stated: readonly { readonly start: MonthDay; readonly streams: readonly string[] }[];
  /** Said to differ from the others, with no day given: a cycle each by what is said. */
  readonly unspecified: readonly { readonly note: string; readonly streams: readonly string[] }[];
  /** Streams of which nothing is said: they may share a cycle with others or have their own. */
  readonly notStated: readonly string[];
  /** Stated and unspecified together: at least so many. */
  readonly least: number;
}

/** M-T2. How many cycles run side by side. None is taken for April where it is not stated. */
export function cyclesOf(years: readonly StatedYear[]): Cycles {
  const stated = new Map<number, { start: MonthDay; streams: string[] }>();
  const unspecified = new Map<string, string[]>();
  const notStated: string[] = [];
  for (const { stream, yearStart, yearNote } of years) {
    if (yearStart !== undefined) {
      const key = yearStart.month * 100 + yearStart.day;
      const cycle = stated.get(key) ?? { start: yearStart, streams: [] };
      stated.set(key, { ...cycle, streams: [...cycle.streams, stream] });
    } else if (yearNote !== "") {
      unspecified.set(yearNote, [...(unspecified.get(yearNote) ?? []), stream]);
    } else notStated.push(stream);
  }
  return {
    stated: [...stated].sort(([a], [b]) => a - b).map(([, cycle]) => cycle),
    unspecified: [...unspecified].map(([note, streams]) => ({ note, streams })),
    notStated,
    least: stated.size + unspecified.size,
  };
}
