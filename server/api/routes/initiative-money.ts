import { z } from "zod";
import { placingChoice } from "../../analysis/place-money.ts";
import { initiativeMoneyReply } from "../../contract/money.ts";
import { parse } from "../../contract/parse.ts";
import { toStreamReply } from "../../contract/streams.ts";
import { initiativeNamed } from "../../contract/study-names.ts";
import { moneyByPlace } from "../../core/funding/placed-money.ts";
import { toPounds } from "../../core/units.ts";
import { entryReply, streamNames } from "../money-entries.ts";
import { moneyQuery, ruleReply } from "../money-query.ts";
import { version } from "../query.ts";
import { sendFigures } from "../reply.ts";
import type { Route } from "../route.ts";

const params = z.object({ id: z.string().describe("Id in the registry, such as HAZ-01.") });
const query = z.strictObject({
  rule: moneyQuery.shape.rule,
  weights: moneyQuery.shape.weights,
  v: version,
});

/** All that pays for one initiative, and where under a rule it lies. */
export const initiativeMoney: Route = {
  path: "/api/v1/initiatives/{id}/money",
  summary: "One initiative's streams with their rules, its money by year and by place.",
  params,
  query,
  replies: { "application/json": initiativeMoneyReply },
  handle(context, request, response) {
    const held = context.held();
    const { id } = parse(params, request.params);
    const { rule, weights } = parse(query, request.query);
    const { study } = held.loaded;
    const initiative = study.initiatives[initiativeNamed(study, id)]!;
    const choice = placingChoice(held.db, rule, weights);
    const funding = context.readings(held).funding();
    const placed = context
      .readings(held)
      .placed(choice)
      .filter(({ entry }) => entry.stream.initiative === id);
    const names = streamNames(held);
    sendFigures(response, held, {
      dataVersion: held.dataVersion,
      id,
      name: initiative.name,
      rule: ruleReply(held, choice),
      streams: funding.streams.filter((stream) => stream.initiative === id).map(toStreamReply),
      entries: placed
        .map((one) => entryReply(one, one.entry.amount, names))
        .sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0)),
      places: [...moneyByPlace(placed)].map(([place, amount]) => {
        const { code, name } = study.places[place]!;
        return { code, name, amount: toPounds(amount) };
      }),
    } satisfies z.infer<typeof initiativeMoneyReply>);
  },
};
