import { describe, expect, test } from "vitest";
import { monthlySpend } from "../../../server/core/funding/cash-flow.ts";
import { deliverability, type Undertaking } from "../../../server/core/funding/deliverability.ts";
import type { PaymentRules } from "../../../server/core/funding/model.ts";
import { periodEnds } from "../../../server/core/funding/period-ends.ts";
import { type IsoDate, pounds, share, toPence } from "../../../server/core/units.ts";

const gbp = (value: number) => toPence(pounds(value));
const START = "2001-04-01" as IsoDate;

/** W2: a Health Authority paid by unit, one month after the quarter; advances to voluntary bodies. */
function advisers(payment: Partial<PaymentRules> = {}, changes: Partial<Undertaking> = {}) {
  const spend = monthlySpend(START, 12, gbp(2000));
  return deliverability({
    plan: {
      start: START,
      spend,
      award: gbp(24_000),
      rate: share(1),
      claimEnds: periodEnds(START, 3, spend.at(-1)!.on),
    },
    payment: {
      basis: "unit_cost",
      lagMonths: 1,
      volumeGuaranteed: false,
      advance: { share: share(0.5), recovery: "last", to: ["voluntary"] },
      ...payment,
    },
    sector: "health",
    riskMoney: gbp(0),
    ...changes,
  });
}
const peaks = ({ least, most }: ReturnType<typeof deliverability>) => [
  least.peak.amount,
  most.peak.amount,
];

describe("W2: funded on paper, undeliverable in practice", () => {
  test("in full, and yet the Health Authority has no risk money: arrears and the bar on advances bind", () => {
    const of = advisers();
    expect(of.funded).toBe(1);
    expect(of.verdict).toBe("undeliverable");
    expect(peaks(of)).toEqual([gbp(8000), gbp(8000)]);
    expect(of.binding).toEqual([
      { id: "arrears", peakWithout: 0 },
      { id: "advance-barred", peakWithout: 0 },
    ]);
    expect(of.unguaranteed).toBe(gbp(24_000));
    expect(of.notStated).toEqual([]);
  });

  test("a voluntary body with half in advance: £0 recovered last, £3,000 pro rata", () => {
    expect(advisers({}, { sector: "voluntary" })).toMatchObject({ verdict: "deliverable" });
    const proRata = {
      advance: { share: share(0.5), recovery: "pro_rata", to: ["voluntary"] },
    } as const;
    const of = advisers(proRata, { sector: "voluntary" });
    expect(peaks(of)).toEqual([gbp(3000), gbp(3000)]);
    expect(of.binding.map(({ id, peakWithout }) => [id, peakWithout])).toEqual([
      ["arrears", 0],
      ["recovered-pro-rata", 0],
    ]);
  });

  test("enough risk money delivers, a penny less does not", () => {
    expect(advisers({}, { riskMoney: gbp(8000) }).verdict).toBe("deliverable");
    expect(advisers({}, { riskMoney: gbp(7999.99) }).verdict).toBe("undeliverable");
  });
});

describe("what is not stated", () => {
  test("how an advance is recovered makes a range, and no verdict where it decides", () => {
    const advance = { share: share(0.5), recovery: "unspecified", to: ["voluntary"] } as const;
    const of = advisers({ advance }, { sector: "voluntary" });
    expect(peaks(of)).toEqual([0, gbp(3000)]);
    expect(of).toMatchObject({ verdict: "not known", notStated: ["recovery"], binding: [] });
    expect(advisers({ advance }, { sector: "voluntary", riskMoney: gbp(3000) }).verdict).toBe(
      "deliverable",
    );
  });

  test("who may have an advance, and what the body is, is tried both ways", () => {
    const advance = { share: share(0.5), recovery: "last", to: undefined } as const;
    expect(advisers({ advance })).toMatchObject({
      verdict: "not known",
      notStated: ["advance-to"],
    });
    expect(peaks(advisers({}, { sector: undefined }))).toEqual([0, gbp(8000)]);
  });

  test("an advance that is not stated may be all of it, or nothing", () => {
    expect(peaks(advisers({ advance: undefined }))).toEqual([0, gbp(8000)]);
    expect(advisers({ advance: undefined }).notStated).toEqual(["advance"]);
  });

  test("a wait that is not stated may be as long as the project: all of it is then out", () => {
    const advance = { share: share(0), recovery: undefined, to: undefined };
    const of = advisers({ advance, lagMonths: undefined });
    expect(peaks(of)).toEqual([gbp(6000), gbp(24_000)]);
    expect(of).toMatchObject({ verdict: "undeliverable", notStated: ["lag"] });
  });

  test("a basis that is not stated may be payment ahead; risk money that is not stated decides nothing", () => {
    const none = { share: share(0), recovery: undefined, to: undefined };
    expect(peaks(advisers({ advance: none, basis: undefined }))).toEqual([0, gbp(8000)]);
    expect(advisers({ advance: none }, { riskMoney: undefined })).toMatchObject({
      verdict: "not known",
      notStated: ["risk-money"],
    });
  });
});

test("money that does not cover the cost is said to be short, whatever the rules", () => {
  const spend = monthlySpend(START, 12, gbp(2000));
  const plan = {
    start: START,
    spend,
    award: gbp(12_000),
    rate: share(1),
    claimEnds: periodEnds(START, 3, spend.at(-1)!.on),
  };
  expect(advisers({}, { plan })).toMatchObject({ verdict: "underfunded", funded: 0.5 });
});
