/** A stack in four figures: live, how they are there, accountable bodies, known money. */
import type { StackEntry } from "../../../server/core/hotspots/stack.ts";
import type { Study } from "../../../server/core/model.ts";
import { pounds } from "../../../server/core/units.ts";
import { count, money } from "../../format.ts";
import { texts } from "../../texts/hotspots.ts";

export function StackFigures({ study, stack }: { study: Study; stack: readonly StackEntry[] }) {
  const of = (presence: string) => stack.filter((entry) => entry.presence === presence).length;
  const live = stack
    .filter(({ presence }) => presence !== "undated")
    .map(({ initiative }) => study.initiatives[initiative]!);
  const named = live.map(({ accountableBody }) => accountableBody.trim()).filter(Boolean);
  const budgets = live.flatMap(({ budget }) => (budget === undefined ? [] : [budget]));
  const known = budgets.length
    ? pounds(budgets.reduce<number>((sum, budget) => sum + budget, 0))
    : undefined;
  const touches = of("touches");
  const undated = of("undated");
  const bodiesMissing = live.length - named.length;
  return (
    <dl class="figures">
      <div>
        <dt>{texts.liveHere}</dt>
        <dd>{count(live.length)}</dd>
        {undated > 0 && <dd class="figure-note">{texts.undatedHere(undated)}</dd>}
      </div>
      <div>
        <dt>{texts.coversWithin}</dt>
        <dd>
          {of("covers")} + {of("within")}
        </dd>
        {touches > 0 && <dd class="figure-note">{texts.partly(touches)}</dd>}
      </div>
      <div>
        <dt>{bodiesMissing > 0 ? texts.bodiesUnknown(bodiesMissing) : texts.bodies}</dt>
        <dd>{count(new Set(named).size)}</dd>
      </div>
      <div title={texts.knownTitle}>
        <dt>{known ? texts.known(budgets.length, live.length) : texts.noneKnown}</dt>
        <dd>{known ? money(known) : "£ –"}</dd>
      </div>
    </dl>
  );
}
