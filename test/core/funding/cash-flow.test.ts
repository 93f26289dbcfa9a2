import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type CashPlan,
  cashFlow,
  monthlySpend,
  receiptsOf,
} from "../../../server/core/funding/cash-flow.ts";
import { cashMonths } from "../../../server/core/funding/cash-months.ts";
import { periodEnds } from "../../../server/core/funding/period-ends.ts";
import {
  addDays,
  type IsoDate,
  type Pence,
  pence,
  pounds,
  share,
  toPence,
} from "../../../server/core/units.ts";
import { simulateCash } from "../../support/cash-simulation.ts";

const gbp = (value: number) => toPence(pounds(value));
const START = "2001-04-01" as IsoDate;

/** W2: £2,000 a month for a year, claimed each quarter, paid one month after its end. */
function advisers(changes: Partial<CashPlan> = {}): CashPlan {
  const spend = monthlySpend(START, 12, gbp(2000));
  return {
    start: START,
    spend,
    award: gbp(24_000),
    rate: share(1),
    basis: "arrears",
    claimEnds: periodEnds(START, 3, spend.at(-1)!.on),
    lagMonths: 1,
    advance: undefined,
    ...changes,
  };
}
const half = (recovery: "pro_rata" | "last") => ({ share: share(0.5), recovery });

describe("M-T6, W2: specialist advisers", () => {
  test("paid in arrears: £8,000 is out before the first receipt, in month 4", () => {
    const flow = cashFlow(advisers());
    expect(flow.peak).toEqual({ amount: gbp(8000), on: "2001-07-31", month: 4 });
    const receipts = flow.days.filter(({ received }) => received > 0);
    expect(receipts.map(({ month, received }) => [month, received])).toEqual([
      [4, gbp(6000)],
      [7, gbp(6000)],
      [10, gbp(6000)],
      [13, gbp(6000)],
    ]);
    expect([flow.spent, flow.received]).toEqual([gbp(24_000), gbp(24_000)]);
  });

  test("half in advance, recovered pro rata: claims of £3,000, £3,000 out in month 12", () => {
    const plan = advisers({ advance: half("pro_rata") });
    expect(cashFlow(plan).peak).toMatchObject({ amount: gbp(3000), month: 12 });
    expect(receiptsOf(plan).map(({ amount }) => amount)).toEqual(
      [12_000, 3000, 3000, 3000, 3000].map(gbp),
    );
  });

  test("half in advance, recovered last: claims of £6,000 in months 4 and 7, and £0 out", () => {
    const plan = advisers({ advance: half("last") });
    expect(cashFlow(plan).peak).toEqual({ amount: 0, on: undefined, month: undefined });
    expect(receiptsOf(plan)).toEqual([
      { on: START, amount: gbp(12_000) },
      { on: "2001-07-31", amount: gbp(6000) },
      { on: "2001-10-31", amount: gbp(6000) },
    ]);
  });

  test("paid at the end of the quarter itself: £6,000, since spending counts first", () => {
    expect(cashFlow(advisers({ lagMonths: 0 })).peak).toMatchObject({
      amount: gbp(6000),
      on: "2001-06-30",
      month: 3,
    });
  });

  test("paid ahead of each quarter nothing is out", () => {
    const plan = advisers({ basis: "advance" });
    expect(cashFlow(plan).peak.amount).toBe(0);
    expect(receiptsOf(plan)[1]).toEqual({ on: "2001-07-01", amount: gbp(6000) });
  });

  test("month by month: what is out, and where it stands at the end", () => {
    const months = cashMonths(cashFlow(advisers()), START);
    expect(months).toHaveLength(13);
    expect(months[3]).toEqual({
      month: 4,
      start: "2001-07-01",
      end: "2001-08-01",
      spent: gbp(2000),
      received: gbp(6000),
      need: gbp(8000),
      closing: gbp(-2000),
    });
    expect(months.at(-1)).toMatchObject({ spent: 0, need: gbp(6000), closing: 0 });
  });
});

describe("limits of a plan", () => {
  test("a month in which nothing moves still owes what the month before did", () => {
    const spend = monthlySpend(START, 1, gbp(100));
    const plan = advisers({ spend, claimEnds: [spend[0]!.on], lagMonths: 3 });
    expect(cashMonths(cashFlow(plan), START).map(({ need }) => need)).toEqual(
      [100, 100, 100, 100].map(gbp),
    );
  });

  test("no more than the award is paid, and no more than the funder's share", () => {
    expect(cashFlow(advisers({ award: gbp(9000) })).received).toBe(gbp(9000));
    expect(cashFlow(advisers({ rate: share(0.4) })).received).toBe(gbp(9600));
  });

  test("an advance beyond what may be claimed is paid back with the last claim", () => {
    // £30,000 ahead and £18,000 by three claims, of £24,000 that is owed in all.
    const plan = advisers({ award: gbp(60_000), advance: half("last") });
    expect(receiptsOf(plan).at(-1)).toEqual({ on: "2002-04-30", amount: gbp(-24_000) });
    expect(cashFlow(plan).received).toBe(gbp(24_000));
  });

  test("spending after the last claim is never paid; without a claim there is no advance", () => {
    const [end] = advisers().claimEnds;
    expect(cashFlow(advisers({ claimEnds: [end!] })).received).toBe(gbp(6000));
    expect(cashFlow(advisers({ claimEnds: [], advance: half("last") })).received).toBe(0);
  });

  test("a quarter that ends in February of a leap year is paid at the end of March", () => {
    const claimEnds = ["2000-02-29" as IsoDate];
    const spend = [{ on: "2000-02-28" as IsoDate, amount: gbp(1) }];
    const plan = advisers({ start: "1999-12-01" as IsoDate, spend, claimEnds });
    expect(receiptsOf(plan)[0]?.on).toBe("2000-03-31");
  });
});

const day = (days: number) => addDays("1999-01-01" as IsoDate, days);
const randomPlan: fc.Arbitrary<CashPlan> = fc
  .record({
    offset: fc.integer({ min: 0, max: 800 }),
    spend: fc.array(
      fc.record({
        after: fc.integer({ min: 0, max: 900 }),
        amount: fc.integer({ min: 0, max: 500_000 }),
      }),
      { maxLength: 30 },
    ),
    award: fc.integer({ min: 1, max: 5_000_000 }),
    rate: fc.integer({ min: 1, max: 100 }),
    basis: fc.constantFrom("advance", "arrears", "unit_cost"),
    every: fc.constantFrom(1, 3, 6, 12),
    lagMonths: fc.integer({ min: 0, max: 6 }),
    advance: fc.option(
      fc.record({
        share: fc.integer({ min: 0, max: 100 }).map((percent) => share(percent / 100)),
        recovery: fc.constantFrom("pro_rata", "last"),
      }),
      { nil: undefined },
    ),
  })
  .map(({ offset, spend, award, rate, every, ...rules }) => {
    const start = day(offset);
    const dated = spend.map(({ after, amount }) => ({
      on: addDays(start, after),
      amount: amount as Pence,
    }));
    const last =
      dated
        .map(({ on }) => on)
        .sort()
        .at(-1) ?? start;
    return {
      start,
      spend: dated,
      award: pence(award),
      rate: share(rate / 100),
      claimEnds: periodEnds(start, every, last),
      ...rules,
    };
  });

test("500 random plans: the till lived through day by day agrees, and the money comes out", () => {
  fc.assert(
    fc.property(randomPlan, (plan) => {
      const { peak, spent, received } = cashFlow(plan);
      expect(simulateCash(plan)).toEqual({
        peak: peak.amount,
        peakOn: peak.on,
        spent,
        received,
      });
      expect(received).toBe(Math.min(plan.award, Math.round(plan.rate * spent)));
    }),
    { numRuns: 500, seed: 6 },
  );
});
