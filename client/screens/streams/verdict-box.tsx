/** The verdict under the stream's own rules, and the rules that bind. */
import type { CashFlowReply } from "../../../server/contract/cash-flow.ts";
import { fullMoney, listing, percent } from "../../format.ts";
import { texts } from "../../texts/cash-flow.ts";

type Test = NonNullable<CashFlowReply["test"]>;

export function VerdictBox({ test }: { test: Test }) {
  const { verdict, funded, riskMoney, least, most, binding, notStated, unguaranteed } = test;
  const bad = verdict === "undeliverable" || verdict === "underfunded";
  const peak = texts.to(fullMoney(least.peak.amount), fullMoney(most.peak.amount));
  return (
    <div
      class={`verdict-box ${bad ? "verdict-bad" : verdict === "deliverable" ? "verdict-good" : ""}`}
    >
      <p class="verdict">
        <span aria-hidden="true">{texts.verdictMark[verdict]}</span> {texts.verdict[verdict]}
      </p>
      <p>
        {texts.standing(percent(funded ?? undefined), peak, most.peak.month)}{" "}
        {riskMoney === null ? texts.riskNotStated : texts.risk(fullMoney(riskMoney))}{" "}
        {binding.length > 0 &&
          texts.binding(
            listing(
              binding.map(({ id, peakWithout }) =>
                texts.bindingRule(texts.bindingWords[id], fullMoney(peakWithout)),
              ),
            ),
          )}{" "}
        {notStated.length > 0 && texts.leftOpen(listing(notStated.map((id) => texts.open[id])))}{" "}
        {unguaranteed !== null && texts.unguaranteed(fullMoney(unguaranteed))}
      </p>
    </div>
  );
}
