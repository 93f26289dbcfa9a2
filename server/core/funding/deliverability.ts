/**
 * Whether a body can live with the way it is paid: "funded on paper, undeliverable in practice", with
 * the rules that bind. What a source does not state is tried both ways, and the answer is a range.
 */
import type { Sector } from "../partnership/model.ts";
import { type Pence, pence, type Share, share } from "../units.ts";
import { type CashFlow, type CashPlan, cashFlow, type PaidAdvance } from "./cash-flow.ts";
import type { Advance, PaymentRules } from "./model.ts";

/** The plan apart from the rules of payment, and who has to live with them. */
export interface Undertaking {
  readonly plan: Omit<CashPlan, "basis" | "lagMonths" | "advance">;
  readonly payment: PaymentRules;
  readonly sector: Sector | undefined;
  /** What the body can lay out before it is paid; `undefined` is not stated. */
  readonly riskMoney: Pence | undefined;
}

/** What the source would have to say for the answer to be one figure. */
export const NOT_STATED = [
  "basis",
  "lag",
  "advance",
  "recovery",
  "advance-to",
  "risk-money",
] as const;
export type NotStated = (typeof NOT_STATED)[number];

export const BINDING_RULES = ["arrears", "advance-barred", "recovered-pro-rata"] as const;
/** arrears: paid after it is spent. advance-barred: an advance exists, not for this kind of body. */
export type BindingRuleId = (typeof BINDING_RULES)[number];

export interface BindingRule {
  readonly id: BindingRuleId;
  /** What would still have to be laid out if this rule alone were lifted. */
  readonly peakWithout: Pence;
}

/** undeliverable: funded on paper, and more has to be laid out than the body can. */
export const VERDICTS = ["deliverable", "undeliverable", "underfunded", "not known"] as const;
export type Verdict = (typeof VERDICTS)[number];

export interface Deliverability {
  /** What the funder pays over what is spent. */
  readonly funded: Share | undefined;
  /** The least and the most that has to be laid out, over all that is left open. */
  readonly least: CashFlow;
  readonly most: CashFlow;
  readonly verdict: Verdict;
  /** Rules in force without which less would have to be laid out; only where it is too much. */
  readonly binding: readonly BindingRule[];
  readonly notStated: readonly NotStated[];
  /** All that is spent, where no volume of payments is guaranteed: it may never come back. */
  readonly unguaranteed: Pence | undefined;
}

/** The verdict on an undertaking. */
export function deliverability(undertaking: Undertaking): Deliverability {
  const { plan, payment, riskMoney } = undertaking;
  const flows = variants(undertaking).map((variant) => cashFlow(variant));
  const byPeak = [...flows].sort((a, b) => a.peak.amount - b.peak.amount);
  const least = byPeak[0]!;
  const most = byPeak.at(-1)!;
  const verdict = verdictOn(least, most, riskMoney);
  return {
    funded: most.spent > 0 ? share(most.received / most.spent) : undefined,
    least,
    most,
    verdict,
    binding: verdict === "undeliverable" ? bindingRules(undertaking, least) : [],
    notStated: notStated(undertaking),
    unguaranteed:
      payment.volumeGuaranteed === false
        ? pence(plan.spend.reduce((sum, { amount }) => sum + amount, 0))
        : undefined,
  };
}

function verdictOn(least: CashFlow, most: CashFlow, riskMoney: Pence | undefined): Verdict {
  if (most.received < most.spent) return "underfunded";
  // Nothing to lay out needs no risk money, stated or not.
  if (most.peak.amount <= (riskMoney ?? 0)) return "deliverable";
  if (riskMoney !== undefined && least.peak.amount > riskMoney) return "undeliverable";
  return "not known";
}

/** The plans that what is stated allows. */
function variants({ plan, payment, sector }: Undertaking): CashPlan[] {
  const { basis, lagMonths } = payment;
  const bases = basis === undefined ? (["advance", "arrears"] as const) : [basis];
  // Money that comes only after everything is spent is the longest wait there can be.
  const lags = lagMonths === undefined ? [0, monthsOf(plan)] : [lagMonths];
  return bases.flatMap((each) =>
    (each === "advance" ? [0] : lags).flatMap((lag) =>
      possibleAdvances(payment.advance, sector).map((advance) => ({
        ...plan,
        basis: each,
        lagMonths: lag,
        advance,
      })),
    ),
  );
}

const monthsOf = ({ spend, start }: Undertaking["plan"]) => {
  const last =
    spend
      .map(({ on }) => on)
      .sort()
      .at(-1) ?? start;
  return (Number(last.slice(0, 4)) - Number(start.slice(0, 4)) + 1) * 12;
};

/** Every advance that this body might get: `undefined` is none. */
function possibleAdvances(
  advance: Advance | undefined,
  sector: Sector | undefined,
): (PaidAdvance | undefined)[] {
  if (advance === undefined) return [undefined, { share: share(1), recovery: "last" }];
  if (advance.share === 0) return [undefined];
  const allowed = mayReceive(advance, sector);
  const paid = recoveriesOf(advance).map((recovery) => ({ share: advance.share, recovery }));
  return [...(allowed === true ? [] : [undefined]), ...(allowed === false ? [] : paid)];
}

const recoveriesOf = ({ recovery }: Advance): PaidAdvance["recovery"][] =>
  recovery === "pro_rata" || recovery === "last" ? [recovery] : ["pro_rata", "last"];

/** `undefined` where the source does not say who may have an advance, or what the body is. */
function mayReceive({ to }: Advance, sector: Sector | undefined): boolean | undefined {
  return to === undefined || sector === undefined ? undefined : to.includes(sector);
}

function bindingRules(undertaking: Undertaking, least: CashFlow): BindingRule[] {
  const { payment, sector } = undertaking;
  const { advance } = payment;
  const without = (id: BindingRuleId, changed: Partial<PaymentRules>): BindingRule => {
    const flows = variants({ ...undertaking, payment: { ...payment, ...changed } }).map(cashFlow);
    return { id, peakWithout: pence(Math.min(...flows.map(({ peak }) => peak.amount))) };
  };
  const rules: BindingRule[] = [];
  if (payment.basis === "arrears" || payment.basis === "unit_cost")
    rules.push(without("arrears", { basis: "advance" }));
  if (advance && advance.share > 0 && mayReceive(advance, sector) === false)
    rules.push(without("advance-barred", { advance: { ...advance, to: [sector!] } }));
  if (advance?.recovery === "pro_rata" && mayReceive(advance, sector) === true)
    rules.push(without("recovered-pro-rata", { advance: { ...advance, recovery: "last" } }));
  return rules.filter(({ peakWithout }) => peakWithout < least.peak.amount);
}

function notStated({ payment, sector, riskMoney }: Undertaking): NotStated[] {
  const { advance } = payment;
  const open: [NotStated, boolean][] = [
    ["basis", payment.basis === undefined],
    ["lag", payment.lagMonths === undefined && payment.basis !== "advance"],
    ["advance", advance === undefined],
    ["recovery", advance !== undefined && advance.share > 0 && recoveriesOf(advance).length > 1],
    [
      "advance-to",
      advance !== undefined && advance.share > 0 && mayReceive(advance, sector) === undefined,
    ],
    ["risk-money", riskMoney === undefined],
  ];
  return open.filter(([, isOpen]) => isOpen).map(([name]) => name);
}
