/** When everything lives, as day numbers worked out once: what a step of the date compares. */
import type { Study } from "../model.ts";
import type { IsoDate } from "../units.ts";
import { endOf } from "./question.ts";

/** Later than every date: a start that is not recorded, an end that is open. */
export const NEVER = 2 ** 31 - 1;
/** Earlier than every date: the start of a span that is open there. */
const ALWAYS = -(2 ** 31);
const DAY = 86_400_000;

/** Half-open spans of days, one a row. */
export interface Spans {
  readonly from: Int32Array;
  readonly to: Int32Array;
}

export interface Lives {
  /** Initiative -> its life, with assumed ends; an undated one begins {@link NEVER}. */
  readonly initiatives: Spans;
  /** Outline -> when it is valid, given that its initiative is alive. */
  readonly outlines: Spans;
}

/** Days since 1 January 1970: ordered as the dates are. */
export const dayNumber = (date: IsoDate) => Date.parse(`${date}T00:00:00Z`) / DAY;

export const dateOf = (day: number) => new Date(day * DAY).toISOString().slice(0, 10) as IsoDate;

export function livesOf(study: Study): Lives {
  const day = (date: IsoDate | undefined, otherwise: number) =>
    date === undefined ? otherwise : dayNumber(date);
  return {
    initiatives: {
      from: Int32Array.from(study.initiatives, ({ start }) => day(start, NEVER)),
      to: Int32Array.from(study.initiatives, (_, i) => day(endOf(study, i), NEVER)),
    },
    outlines: {
      from: Int32Array.from(study.outlines, ({ from }) => day(from, ALWAYS)),
      to: Int32Array.from(study.outlines, ({ to }) => day(to, NEVER)),
    },
  };
}

/** Whether a span holds a day. */
export const spanHolds = ({ from, to }: Spans, row: number, day: number) =>
  from[row]! <= day && day < to[row]!;
