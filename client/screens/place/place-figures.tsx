/** The place in figures, each with its rule a press away. */
import { deepestGround } from "../../../server/core/hotspots/depth.ts";
import { endOf } from "../../../server/core/hotspots/question.ts";
import { addMonths, pounds } from "../../../server/core/units.ts";
import { count, money, rate } from "../../format.ts";
import { Figure } from "../../parts/figure.tsx";
import { texts } from "../../texts/place.ts";
import type { PlaceFacts } from "./place-facts.ts";

export function PlaceFigures({ facts }: { facts: PlaceFacts }) {
  const { index, at, live, row, answer, question } = facts;
  const { study } = index;
  const initiatives = live.map(({ initiative }) => study.initiatives[initiative]!);
  const of = (presence: string) => live.filter((entry) => entry.presence === presence).length;
  const budgets = initiatives.flatMap(({ budget }) => budget ?? []);
  const known = budgets.length ? pounds(budgets.reduce((a, b) => a + b, 0)) : undefined;
  const bodies = initiatives.map(({ accountableBody }) => accountableBody.trim()).filter(Boolean);
  const horizon = addMonths(question.at, 12);
  const ending = live.filter(({ initiative }) => {
    const end = endOf(study, initiative);
    return end !== undefined && end <= horizon;
  }).length;
  const { depth, depthMax } = deepestGround(index, answer.ranges, at);
  return (
    <div class="figure-row">
      <Figure value={count(live.length)} unit={texts.liveUnit} rule={texts.liveRule} />
      <Figure
        value={`${count(of("covers"))} + ${count(of("within"))}`}
        unit={texts.coversUnit}
        rule={texts.coversRule}
        grade={texts.coversGrade(of("touches"))}
      />
      <Figure
        value={depthMax > depth ? `${count(depth)} to ${count(depthMax)}` : count(depth)}
        unit={texts.deepestUnit}
        rule={texts.deepestRule}
        grade={texts.deepestGrade}
      />
      <Figure
        value={count(new Set(bodies).size)}
        unit={texts.bodiesUnit}
        rule={texts.bodiesRule}
        grade={texts.ofLive(bodies.length, live.length)}
      />
      <Figure
        value={known === undefined ? texts.moneyNone : money(known)}
        unit={texts.moneyUnit}
        rule={texts.moneyRule}
        grade={texts.ofLive(budgets.length, live.length)}
      />
      <Figure value={count(ending)} unit={texts.endingUnit} rule={texts.endingRule} />
      {row && <Figure value={rate(row.churn)} unit={texts.churnUnit} rule={texts.churnRule} />}
    </div>
  );
}
