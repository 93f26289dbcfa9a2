/**
 * What a body has to lay out before it is paid: spending and receipts to the day (M-T6). Spending
 * counts before receipts of the same day. All sums are whole pence.
 */
import { addDays, addMonths, type IsoDate, type Pence, pence, type Share } from "../units.ts";
import type { PaymentBasis, Recovery } from "./model.ts";
import { dayBefore, wholeMonths } from "./month-day.ts";

export interface DatedSum {
  readonly on: IsoDate;
  readonly amount: Pence;
}

/** An advance as it is paid to this body, with the rule by which it is recovered. */
export interface PaidAdvance {
  /** Of the award. */
  readonly share: Share;
  readonly recovery: Exclude<Recovery, "unspecified">;
}

export interface CashPlan {
  /** First day: month 1 begins, and an advance is paid. */
  readonly start: IsoDate;
  readonly spend: readonly DatedSum[];
  /** The most that the funder pays in all. */
  readonly award: Pence;
  /** How much of each pound spent the funder pays. */
  readonly rate: Share;
  readonly basis: PaymentBasis;
  /** Last day of each period claimed for, ascending; spending after the last is never paid. */
  readonly claimEnds: readonly IsoDate[];
  /** Months from the end of a period to its money. Not used where periods are paid in advance. */
  readonly lagMonths: number;
  readonly advance: PaidAdvance | undefined;
}

/** One day on which money moves. */
export interface CashDay {
  readonly on: IsoDate;
  /** 1 for the first month of the plan. */
  readonly month: number;
  readonly spent: Pence;
  readonly received: Pence;
  /** Received less spent, ever since the start: at its lowest on the day, and at its end. */
  readonly lowest: Pence;
  readonly closing: Pence;
}

export interface CashPeak {
  /** The most that is owed to the body at any time; 0 where it is never out of pocket. */
  readonly amount: Pence;
  /** When it is first reached; absent for 0. */
  readonly on: IsoDate | undefined;
  readonly month: number | undefined;
}

export interface CashFlow {
  readonly days: readonly CashDay[];
  readonly peak: CashPeak;
  readonly spent: Pence;
  readonly received: Pence;
}

/** M-T6. Every day on which money moves, and the most that the body is out of pocket. */
export function cashFlow(plan: CashPlan): CashFlow {
  const spend = sumByDay(plan.spend);
  const receipts = sumByDay(receiptsOf(plan));
  const days: CashDay[] = [];
  let balance = 0;
  for (const on of [...new Set([...spend.keys(), ...receipts.keys()])].sort()) {
    const spent = spend.get(on) ?? pence(0);
    const received = receipts.get(on) ?? pence(0);
    const before = balance - spent;
    balance = before + received;
    // An advance that is paid back may leave less than the spending did.
    const lowest = pence(Math.min(before, balance));
    const month = wholeMonths(plan.start, on) + 1;
    days.push({ on, month, spent, received, lowest, closing: pence(balance) });
  }
  return {
    days,
    peak: peakOf(days),
    spent: total([...spend.values()]),
    received: total([...receipts.values()]),
  };
}

/**
 * What the funder pays and when. Over the whole plan it comes to what may be claimed, never more than
 * the award: an advance beyond that is paid back with the last claim.
 */
export function receiptsOf(plan: CashPlan): DatedSum[] {
  const { award, claimEnds, advance } = plan;
  const owed = claimEnds.map((end) =>
    Math.min(award, Math.round(plan.rate * spentUpTo(plan.spend, end))),
  );
  const net = netOf(award, advance);
  const paid = owed.map((cumulative) => net(cumulative));
  const ahead = award - net(award);
  if (owed.length > 0) paid[paid.length - 1] = owed.at(-1)! - ahead;
  const claims = claimEnds.map((_, k) => ({
    on: payDay(plan, k),
    amount: pence(paid[k]! - (paid[k - 1] ?? 0)),
  }));
  const first = ahead > 0 && owed.length > 0 ? [{ on: plan.start, amount: pence(ahead) }] : [];
  return [...first, ...claims].filter(({ amount }) => amount !== 0);
}

/** What claims pay in all once so much has become due, with the advance being recovered. */
function netOf(award: Pence, advance: PaidAdvance | undefined): (due: number) => number {
  if (advance === undefined) return (due) => due;
  const rest = Math.round(award * (1 - advance.share));
  return advance.recovery === "last"
    ? (due) => Math.min(due, rest)
    : (due) => Math.round(due * (1 - advance.share));
}

/** Paid ahead: the first day of the period. Else so many months after the day it ends. */
function payDay({ basis, start, claimEnds, lagMonths }: CashPlan, k: number): IsoDate {
  if (basis === "advance") return k === 0 ? start : addDays(claimEnds[k - 1]!, 1);
  return dayBefore(addMonths(addDays(claimEnds[k]!, 1), lagMonths));
}

const spentUpTo = (spend: readonly DatedSum[], end: IsoDate) =>
  total(spend.filter(({ on }) => on <= end).map(({ amount }) => amount));

const total = (sums: readonly Pence[]) => pence(sums.reduce((a, b) => a + b, 0));

function sumByDay(sums: readonly DatedSum[]): Map<IsoDate, Pence> {
  const byDay = new Map<IsoDate, Pence>();
  for (const { on, amount } of sums) byDay.set(on, pence((byDay.get(on) ?? 0) + amount));
  return byDay;
}

function peakOf(days: readonly CashDay[]): CashPeak {
  const worst = days.reduce<CashDay | undefined>(
    (least, day) => (day.lowest < (least?.lowest ?? 0) ? day : least),
    undefined,
  );
  return worst
    ? { amount: pence(-worst.lowest), on: worst.on, month: worst.month }
    : { amount: pence(0), on: undefined, month: undefined };
}

/** The same sum on the last day of each of so many months, as salaries are paid. */
export function monthlySpend(start: IsoDate, months: number, amount: Pence): DatedSum[] {
  return Array.from({ length: months }, (_, k) => ({
    on: dayBefore(addMonths(start, k + 1)),
    amount,
  }));
}
