/** A stream as something to be lived with: what it pays for, month by month, and under which rules. */
import { addMonths, type IsoDate, type Pence, share } from "../units.ts";
import { apportion, sumOf } from "./apportion.ts";
import type { DatedSum } from "./cash-flow.ts";
import { claimsBetween } from "./claim-dates.ts";
import type { Undertaking } from "./deliverability.ts";
import type { Advance, ClaimFrequency, Stream } from "./model.ts";
import { dayBefore } from "./month-day.ts";
import { periodEnds } from "./period-ends.ts";

/** Why a stream cannot be tested: what is not recorded of it. */
export type NotTestable = "amount" | "dates" | "claims";

/** "What if" in place of a stream's own rules. */
export interface ChangedRules {
  readonly lagMonths?: number | undefined;
  readonly advance?: Advance | undefined;
}

const PERIOD_MONTHS: Partial<Record<ClaimFrequency, number>> = {
  monthly: 1,
  quarterly: 3,
  half_yearly: 6,
  annual: 12,
};

/**
 * The undertaking behind a stream: its money spent evenly, on the last day of each month, claimed for
 * on its claim dates, or from its first day on where the year is not stated.
 */
export function undertakingOf(
  stream: Stream,
  changed: ChangedRules = {},
): Undertaking | { readonly notRecorded: NotTestable } {
  const { start, end, rules, recipient } = stream;
  const award = stream.total ?? (stream.years.length > 0 ? sumOfYears(stream) : undefined);
  if (award === undefined || award <= 0) return { notRecorded: "amount" };
  if (start === undefined || end === undefined) return { notRecorded: "dates" };
  const claimEnds = claimEndsOf(stream, start, end);
  if (claimEnds === undefined) return { notRecorded: "claims" };
  const advance = "advance" in changed ? changed.advance : rules.payment.advance;
  return {
    plan: { start, spend: evenly(award, start, end), award, rate: share(1), claimEnds },
    payment: {
      ...rules.payment,
      lagMonths: changed.lagMonths ?? rules.payment.lagMonths,
      advance,
    },
    // "What if this body had an advance" asks it of a body of any kind.
    sector: recipient?.sector ?? (changed.advance ? "other" : undefined),
    riskMoney: recipient?.riskMoney,
  };
}

/** Of two figures printed for one year, the first: they are the same money. */
function sumOfYears({ years }: Stream): Pence {
  return sumOf(
    years.filter((year, i) => i === 0 || year.start >= years[i - 1]!.end).map((y) => y.amount),
  );
}

function claimEndsOf(stream: Stream, start: IsoDate, end: IsoDate): IsoDate[] | undefined {
  const last = dayBefore(end);
  const dated = claimsBetween(stream, start, end)?.map(({ due }) => due);
  if (dated !== undefined)
    return dated.length > 0 && dated.at(-1)! < last ? [...dated, last] : dated;
  const { frequency } = stream.rules.claims;
  const months = frequency && PERIOD_MONTHS[frequency];
  return months === undefined ? undefined : periodEnds(start, months, last);
}

function evenly(sum: Pence, start: IsoDate, end: IsoDate): DatedSum[] {
  const days: IsoDate[] = [];
  for (let n = 1; addMonths(start, n - 1) < end; n++) {
    const next = addMonths(start, n);
    days.push(dayBefore(next < end ? next : end));
  }
  const parts = apportion(
    sum,
    days.map(() => 1),
  )!;
  return days.map((on, i) => ({ on, amount: parts[i]! }));
}
