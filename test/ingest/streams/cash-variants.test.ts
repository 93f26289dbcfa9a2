/**
 * Random variants of the specialist advisers, written as the public CSV and read back: the cash flow is
 * that of a simulation which walks day by day with a purse and a pile of claims.
 */
import fc from "fast-check";
import { expect, test } from "vitest";
import { type CashPlan, cashFlow, monthlySpend } from "../../../server/core/funding/cash-flow.ts";
import type { Stream } from "../../../server/core/funding/model.ts";
import { periodEnds } from "../../../server/core/funding/period-ends.ts";
import {
  addDays,
  addMonths,
  type IsoDate,
  isoDate,
  pence,
  share,
} from "../../../server/core/units.ts";
import { scratchFolder } from "../../support/scratch.ts";
import { readRows, written } from "../../support/stream-rows.ts";

const VARIANTS = 250;
const PATIENCE = 120_000;
const scratch = scratchFolder("cash-variants");

const MONTHS = { monthly: 1, quarterly: 3, half_yearly: 6, annual: 12 } as const;
const advisers = fc.record({
  salary: fc.integer({ min: 1, max: 1_000_000 }),
  months: fc.integer({ min: 1, max: 36 }),
  year: fc.integer({ min: 1996, max: 2004 }),
  month: fc.integer({ min: 1, max: 12 }),
  frequency: fc.constantFrom(
    "monthly" as const,
    "quarterly" as const,
    "half_yearly" as const,
    "annual" as const,
  ),
  lag: fc.integer({ min: 0, max: 6 }),
  percent: fc.integer({ min: 0, max: 100 }),
  recovery: fc.constantFrom("pro_rata" as const, "last" as const),
  sector: fc.constantFrom("health", "voluntary"),
  basis: fc.constantFrom("arrears", "unit_cost"),
  style: fc.nat(7),
});

test(
  "variants of the specialist advisers flow as a day-by-day simulation says",
  async () => {
    await fc.assert(
      fc.asyncProperty(advisers, async (sketch) => {
        const start = isoDate(`${sketch.year}-${String(sketch.month).padStart(2, "0")}-01`)!;
        const end = addMonths(start, sketch.months);
        const [only] = await readRows(
          scratch,
          [
            {
              stream: "advisers",
              funder: "Employment Service",
              project: "Advisers",
              start_date: start,
              end_date: addDays(end, -1),
              total: written(sketch.salary * sketch.months, sketch.style),
              recipient: "A body",
              recipient_sector: sketch.sector,
              risk_money: "0",
              claim_frequency: sketch.frequency,
              payment_basis: sketch.basis,
              payment_lag_months: String(sketch.lag),
              advance_share: `${sketch.percent}%`,
              advance_recovery: sketch.percent === 0 ? "" : sketch.recovery,
              advance_to: "voluntary",
            },
          ],
          ",",
        );
        const plan = planOf(only!, sketch.salary, sketch.months);
        const flow = cashFlow(plan);
        const walked = walk(only!, sketch.salary, sketch.months);
        expect(flow.peak.amount).toBe(walked.peak);
        expect(flow.received).toBe(walked.received);
        expect(flow.spent).toBe(walked.spent);
        expect(flow.peak.on).toBe(walked.on);
      }),
      { seed: 6, numRuns: VARIANTS },
    );
  },
  PATIENCE,
);

const stepOf = ({ rules }: Stream) => MONTHS[rules.claims.frequency as keyof typeof MONTHS];

/** What the body is paid ahead, by the stream's own rule of who may be. */
function advanceOf({ rules, recipient }: Stream) {
  const { advance } = rules.payment;
  const allowed = advance?.to?.includes(recipient!.sector!) ?? false;
  return advance && advance.share > 0 && allowed ? advance : undefined;
}

function planOf(stream: Stream, salary: number, months: number): CashPlan {
  const advance = advanceOf(stream);
  const start = stream.start!;
  return {
    start,
    spend: monthlySpend(start, months, pence(salary)),
    award: stream.total!,
    rate: share(1),
    basis: stream.rules.payment.basis!,
    claimEnds: periodEnds(start, stepOf(stream), addDays(stream.end!, -1)),
    lagMonths: stream.rules.payment.lagMonths!,
    advance: advance && { share: advance.share, recovery: advance.recovery as "pro_rata" | "last" },
  };
}

/**
 * A purse, day by day: salaries go out on the last day of a month; at the end of each period a claim
 * is written for what went out since the last; the office pays it some months later, less what it has
 * to recover. Nothing of the plan's own arithmetic is used.
 */
function walk(stream: Stream, salary: number, months: number) {
  const { start, end, total } = stream;
  const lag = stream.rules.payment.lagMonths!;
  const advance = advanceOf(stream);
  const ahead = advance ? total! - Math.round(total! * (1 - advance.share)) : 0;
  const step = stepOf(stream);
  const last = addMonths(end!, step + lag + 1);
  const posted: { on: IsoDate; sum: number }[] = [];
  let [purse, lowest, spent, claimed, paid, received] = [0, 0, 0, 0, 0, 0];
  let on: IsoDate | undefined;
  let months_ = 0;
  for (let day = start!, n = 0; day < last; day = addDays(day, 1), n++) {
    // Out before in, on one day.
    const monthEnds = addDays(day, 1) === addMonths(start!, months_ + 1);
    if (monthEnds && months_ < months) {
      purse -= salary;
      spent += salary;
    }
    if (purse < lowest) [lowest, on] = [purse, day];
    if (n === 0) {
      purse += ahead;
      received += ahead;
    }
    if (monthEnds) {
      months_++;
      const closes = months_ % step === 0 && claimed < total!;
      if (closes) {
        claimed = Math.min(spent, total!);
        const final = day >= addDays(end!, -1);
        const due = final ? claimed - ahead : lessRecovered(claimed, total!, advance);
        const pays = addDays(addMonths(addDays(day, 1), lag), -1);
        posted.push({ on: pays, sum: due - paid });
        paid = due;
      }
    }
    for (const { on: pays, sum } of posted) {
      if (pays !== day) continue;
      purse += sum;
      received += sum;
    }
  }
  return { peak: Math.abs(lowest), spent, received, on };
}

/** Claims paid so far once so much was claimed: each cut by the advance's share, or none until only the advance is left. */
function lessRecovered(
  claimed: number,
  award: number,
  advance: ReturnType<typeof advanceOf>,
): number {
  if (!advance) return claimed;
  const rest = Math.round(award * (1 - advance.share));
  return advance.recovery === "last"
    ? Math.min(claimed, rest)
    : Math.round(claimed * (1 - advance.share));
}
