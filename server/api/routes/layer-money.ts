import { z } from "zod";
import type { LayerFit } from "../../analysis/fit-layer.ts";
import { layerMoneyReply } from "../../contract/layer-money.ts";
import { COUNTING } from "../../contract/money.ts";
import { parse } from "../../contract/parse.ts";
import { questionParams } from "../../contract/question.ts";
import { yearLabelOf } from "../../core/funding/financial-year.ts";
import {
  LAYER_RULES,
  type LayerRule,
  layerMoney,
  type SharedGround,
} from "../../core/funding/layer-money.ts";
import { entriesFor, moneyQuestion } from "../../core/funding/money-question.ts";
import { pence, toPounds } from "../../core/units.ts";
import { moneyQuery, yearOf } from "../money-query.ts";
import { questionOf } from "../query.ts";
import { sendFigures } from "../reply.ts";
import type { Route } from "../route.ts";
import { tierNamed } from "../tier-named.ts";

const params = z.object({ layer: z.string().describe("Id of a reference layer.") });
const { weights, rule, ...shape } = moneyQuery.shape;
const query = z.strictObject({
  ...shape,
  rule: z.enum(LAYER_RULES).default("area").describe("How money is divided among the areas."),
});

const WORDS: Readonly<Record<LayerRule, string>> = {
  area: "by the ground that the initiative's outline shares with each area",
  equal: "equally among the areas that the initiative's outline shares ground with",
};

/** A year's money by the areas of any reference layer that outlines are held against. */
export const moneyByLayer: Route = {
  path: "/api/v1/money/layers/{layer}",
  summary: "A year's money by the areas of a reference layer, under every rule.",
  params,
  query,
  replies: { "application/json": layerMoneyReply },
  handle(context, request, response) {
    const held = context.held();
    const { question, rest } = questionOf(query, request.query, held);
    const fit = tierNamed(context, held, parse(params, request.params).layer);
    const funding = context.readings(held).funding();
    const year = yearOf(question, rest.year);
    const asked = moneyQuestion(question, rest.rule, { from: year, to: year });
    const entries = entriesFor(funding.programmeOf, asked, funding.ledger.entries);
    const shared = groundShared(fit);
    const under = new Map(
      LAYER_RULES.map((one) => [
        one,
        layerMoney(held.index, funding.placing.initiativeAt, shared, entries, one),
      ]),
    );
    const { sums, unplaced } = under.get(rest.rule)!;
    const { layer, tolerance } = fit.tier;
    sendFigures(response, held, {
      dataVersion: held.dataVersion,
      question: Object.fromEntries(questionParams(question)),
      year: yearLabelOf(year),
      layer: { id: layer.id, title: layer.title, grade: layer.grade },
      rule: rest.rule,
      words: WORDS[rest.rule],
      counting: COUNTING,
      tolerance_m: tolerance,
      amount: toPounds(pence(entries.reduce((sum, { amount }) => sum + amount, 0))),
      areas: [...sums]
        .sort(([a], [b]) => a - b)
        .map(([area, amount]) => {
          const { code, name } = fit.sources.areas[area]!.place;
          const sensitivity = LAYER_RULES.map((one) => ({
            rule: one,
            amount: toPounds(under.get(one)!.sums.get(area) ?? pence(0)),
          }));
          return { code, name, amount: toPounds(amount), sensitivity };
        }),
      unplaced: [...unplaced].map(([reason, amount]) => ({ reason, amount: toPounds(amount) })),
    } satisfies z.infer<typeof layerMoneyReply>);
  },
};

function groundShared({ pairs, sources }: LayerFit): Map<number, SharedGround[]> {
  const shared = new Map<number, SharedGround[]>();
  for (const { body, reference, overlap } of pairs) {
    const list = shared.get(body) ?? [];
    shared.set(body, list);
    list.push({ area: reference - sources.outlines.length, m2: overlap.intersection });
  }
  return shared;
}
