import { addMonths, type IsoDate, type Pence, pence } from "../units.ts";
import type { CashFlow } from "./cash-flow.ts";

/** One month of a plan, counted from its first day. */
export interface CashMonth {
  readonly month: number;
  readonly start: IsoDate;
  /** The day after its last. */
  readonly end: IsoDate;
  readonly spent: Pence;
  readonly received: Pence;
  /** The most out of pocket on any day of it; 0 where never. */
  readonly need: Pence;
  /** Received less spent, ever since the start, at its end. */
  readonly closing: Pence;
}

/** A plan's days by month, months without a movement included. */
export function cashMonths({ days }: CashFlow, start: IsoDate): CashMonth[] {
  const months: CashMonth[] = [];
  let closing = pence(0);
  for (let month = 1; month <= (days.at(-1)?.month ?? 0); month++) {
    const its = days.filter((day) => day.month === month);
    const need = Math.max(0, -closing, ...its.map(({ lowest }) => -lowest));
    closing = its.at(-1)?.closing ?? closing;
    months.push({
      month,
      start: addMonths(start, month - 1),
      end: addMonths(start, month),
      spent: pence(its.reduce((sum, day) => sum + day.spent, 0)),
      received: pence(its.reduce((sum, day) => sum + day.received, 0)),
      need: pence(need),
      closing,
    });
  }
  return months;
}
