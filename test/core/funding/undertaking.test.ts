import { describe, expect, test } from "vitest";
import { cashFlow } from "../../../server/core/funding/cash-flow.ts";
import { deliverability, type Undertaking } from "../../../server/core/funding/deliverability.ts";
import type { Stream } from "../../../server/core/funding/model.ts";
import { NO_RULES } from "../../../server/core/funding/no-rules.ts";
import { undertakingOf } from "../../../server/core/funding/undertaking.ts";
import { share } from "../../../server/core/units.ts";
import { day, gbp, stream, yearOf } from "../../support/streams.ts";

/** W2 as a stream: a year's salaries of £24,000 through a Health Authority without risk money. */
const advisers = (more: Partial<Stream> = {}) =>
  stream("w2", {
    start: day("2001-04-01"),
    end: day("2002-04-01"),
    total: gbp(24_000),
    recipient: { organisation: "Health Authority", sector: "health", riskMoney: gbp(0) },
    rules: {
      ...NO_RULES,
      claims: { ...NO_RULES.claims, frequency: "quarterly" },
      payment: {
        basis: "unit_cost",
        lagMonths: 1,
        volumeGuaranteed: false,
        advance: { share: share(0.5), recovery: "last", to: ["voluntary"] },
      },
    },
    ...more,
  });
const tested = (
  of: Stream,
  ...changed: Parameters<typeof undertakingOf> extends [Stream, ...infer R] ? R : never
) => undertakingOf(of, ...changed) as Undertaking;

describe("W2 as a stream", () => {
  test("peaks at £8,000 and cannot be delivered", () => {
    const of = deliverability(tested(advisers()));
    expect(of.most.peak).toMatchObject({ amount: gbp(8000), month: 4 });
    expect(of.verdict).toBe("undeliverable");
    expect(of.binding.map(({ id }) => id)).toEqual(["arrears", "advance-barred"]);
  });

  test.each([
    ["pro_rata", 3000, 12],
    ["last", 0, undefined],
  ] as const)("with half in advance recovered %s it peaks at £%i", (recovery, amount, month) => {
    const advance = { share: share(0.5), recovery, to: ["health"] } as const;
    const { peak } = deliverability(tested(advisers(), { advance })).most;
    expect(peak).toMatchObject({ amount: gbp(amount) });
    expect(peak.month).toBe(month);
  });

  test("another wait in place of the stated one", () => {
    expect(deliverability(tested(advisers(), { lagMonths: 0 })).most.peak.amount).toBe(gbp(6000));
    expect(deliverability(tested(advisers(), { lagMonths: 3 })).most.peak.amount).toBe(gbp(12_000));
  });
});

describe("a stream's plan", () => {
  test("spends every penny, evenly, also over a part month", () => {
    const { plan } = tested(advisers({ end: day("2001-06-11"), total: gbp(100) }));
    expect(plan.spend.map(({ on, amount }) => [on, amount])).toEqual([
      ["2001-04-30", 3334],
      ["2001-05-31", 3333],
      ["2001-06-10", 3333],
    ]);
    expect(cashFlow({ ...plan, basis: "arrears", lagMonths: 0, advance: undefined }).received).toBe(
      gbp(100),
    );
  });

  test("claims at the ends of the stream's year where it is stated, and a last time at its own end", () => {
    const { plan } = tested(
      advisers({
        start: day("2001-05-15"),
        end: day("2002-02-15"),
        rules: { ...advisers().rules, yearStart: { month: 4, day: 1 } },
      }),
    );
    expect(plan.claimEnds).toEqual(["2001-06-30", "2001-09-30", "2001-12-31", "2002-02-14"]);
  });

  test("takes the yearly figures where no total is printed, one a year", () => {
    const years = [
      yearOf("2001-04-01", "2002-04-01", 600),
      yearOf("2001-04-01", "2002-04-01", 590, { kind: "spend" }),
    ];
    expect(tested(advisers({ total: undefined, years })).plan.award).toBe(gbp(600));
  });

  test("says what is not recorded instead of assuming it", () => {
    const { claims } = NO_RULES;
    expect(undertakingOf(advisers({ total: undefined }))).toEqual({ notRecorded: "amount" });
    expect(undertakingOf(advisers({ end: undefined }))).toEqual({ notRecorded: "dates" });
    expect(undertakingOf(advisers({ rules: { ...advisers().rules, claims } }))).toEqual({
      notRecorded: "claims",
    });
  });
});
