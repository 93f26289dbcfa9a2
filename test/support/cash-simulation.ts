/**
 * A plan lived through day by day, to check the ledger of server/core/funding/cash-flow.ts against.
 * It shares no code with it: its own calendar, its own bookkeeping, a till instead of sums.
 */
import type { CashPlan } from "../../server/core/funding/cash-flow.ts";

export interface Simulated {
  readonly peak: number;
  readonly peakOn: string | undefined;
  readonly spent: number;
  readonly received: number;
}

const DAY = 86_400_000;
const LEAP_SAFE = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const text = (time: number) => new Date(time).toISOString().slice(0, 10);
const time = (date: string) => Date.parse(`${date}T12:00:00Z`) - DAY / 2;

/** Walks from the first day until every claim is paid. */
export function simulateCash(plan: CashPlan): Simulated {
  const award = plan.award;
  const rest = Math.round(award * (1 - (plan.advance?.share ?? 0)));
  const advanced = plan.advance && plan.claimEnds.length > 0 ? award - rest : 0;
  const post = new Map<string, number>();
  const send = (on: string, amount: number) => post.set(on, (post.get(on) ?? 0) + amount);
  let till = 0;
  let spent = 0;
  let received = 0;
  let claimed = 0;
  let peak = 0;
  let peakOn: string | undefined;
  let periodSpend = 0;
  let period = 0;
  let sentByClaims = 0;

  const claimFor = (cumulative: number, last: boolean) => {
    if (last) return cumulative - advanced;
    if (plan.advance?.recovery === "pro_rata")
      return Math.round(cumulative * (1 - plan.advance.share));
    return plan.advance ? Math.min(cumulative, rest) : cumulative;
  };
  const settle = (on: string, spentInPeriod: number) => {
    claimed += spentInPeriod;
    const due = Math.min(award, Math.round(plan.rate * claimed));
    const inAll = claimFor(due, period === plan.claimEnds.length - 1);
    send(on, inAll - sentByClaims);
    sentByClaims = inAll;
    period++;
  };

  const look = (today: string) => {
    if (-till <= peak) return;
    peak = -till;
    peakOn = today;
  };

  if (advanced > 0) send(plan.start, advanced);
  const lastEvent =
    [...plan.spend.map(({ on }) => on), ...plan.claimEnds].sort().at(-1) ?? plan.start;
  const horizon = time(lastEvent) + (plan.lagMonths * 31 + 2) * DAY;
  let opening = true;
  for (
    let now = Math.min(time(plan.start), ...plan.spend.map(({ on }) => time(on)));
    now <= horizon;
    now += DAY
  ) {
    const today = text(now);
    if (plan.basis === "advance" && opening && now >= time(plan.start)) {
      const end = plan.claimEnds[period];
      const after = plan.claimEnds[period - 1] ?? "";
      if (end !== undefined) {
        let expected = 0;
        for (const { on, amount } of plan.spend) if (on > after && on <= end) expected += amount;
        settle(today, expected);
      }
      opening = false;
    }
    for (const { on, amount } of plan.spend)
      if (on === today) {
        till -= amount;
        spent += amount;
        periodSpend += amount;
      }
    look(today);
    if (plan.claimEnds.includes(today as (typeof plan.claimEnds)[number])) {
      if (plan.basis === "advance") opening = true;
      else settle(text(now + waiting(today, plan.lagMonths) * DAY), periodSpend);
      periodSpend = 0;
    }
    const arriving = post.get(today) ?? 0;
    till += arriving;
    received += arriving;
    look(today);
  }
  return { peak, peakOn, spent, received };
}

/** Days from a period's last day to the day its money comes, counted month by month. */
function waiting(end: string, months: number): number {
  const after = new Date(time(end) + DAY);
  const day = after.getUTCDate();
  let year = after.getUTCFullYear();
  let month = after.getUTCMonth();
  for (let k = 0; k < months; k++) {
    month++;
    if (month === 12) {
      month = 0;
      year++;
    }
  }
  const leap = month === 1 && new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1;
  const length = LEAP_SAFE[month]! + (leap ? 1 : 0);
  const due = Date.UTC(year, month, Math.min(day, length)) - DAY;
  return Math.round((due - time(end)) / DAY);
}
