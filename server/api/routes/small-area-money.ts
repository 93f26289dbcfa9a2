import { z } from "zod";
import { regionName } from "../../analysis/districts.ts";
import { COUNTING } from "../../contract/money.ts";
import { questionParams } from "../../contract/question.ts";
import { smallAreaMoneyReply } from "../../contract/small-area-money.ts";
import { placeNamed } from "../../contract/study-names.ts";
import { AppError } from "../../core/errors.ts";
import { yearLabelOf } from "../../core/funding/financial-year.ts";
import { moneyPerHead } from "../../core/funding/measures/money-per-head.ts";
import { entriesFor, moneyQuestion } from "../../core/funding/money-question.ts";
import {
  SMALL_AREA_RULES,
  type SmallAreaMoney,
  type SmallAreaRule,
  smallAreaMoney,
} from "../../core/funding/small-area-money.ts";
import type { SmallAreas } from "../../core/need/model.ts";
import { pence, toPounds } from "../../core/units.ts";
import { moneyQuery, yearOf } from "../money-query.ts";
import { questionOf } from "../query.ts";
import { sendFigures } from "../reply.ts";
import type { Route } from "../route.ts";
import type { Held } from "../study-source.ts";

const { weights, rule, ...shape } = moneyQuery.shape;
const query = z.strictObject({
  ...shape,
  rule: z.enum(SMALL_AREA_RULES).default("population").describe("How money is divided."),
  place: z.string().optional().describe("Code of a place: its small areas only."),
  region: z.string().optional().describe("A region: its small areas only."),
  score: z.string().optional().describe("A set of scores of need; without it the first."),
});

const WORDS: Readonly<Record<SmallAreaRule, string>> = {
  area: "by ground under the initiative's outline; without an outline by all ground of its places",
  population:
    "by people under the initiative's outline, taken to live evenly over each small area; without an outline by all people of its places",
  equal: "equally among small areas, by the share of each that is covered",
};

/** Money a head by small area, and of the most deprived over the least (PAT 17 §2.10). */
export const smallAreas: Route = {
  path: "/api/v1/money/small-areas",
  summary: "Money a head by small area, and the ratio of the most to the least deprived.",
  query,
  replies: { "application/json": smallAreaMoneyReply },
  handle(context, request, response) {
    const held = context.held();
    const { question, rest } = questionOf(query, request.query, held);
    const { smallAreas: areas } = context.readings(held).smallAreas(rest.score);
    const funding = context.readings(held).funding();
    const year = yearOf(question, rest.year);
    const asked = moneyQuestion(question, rest.rule, { from: year, to: year });
    const entries = entriesFor(funding.programmeOf, asked, funding.ledger.entries);
    const divided = (one: SmallAreaRule) => smallAreaMoney(funding.placing, areas, entries, one);
    const chosen = unitsIn(held, areas, rest);
    const money = divided(rest.rule);
    const named = Object.entries({ place: rest.place, region: rest.region, score: rest.score });
    sendFigures(response, held, {
      dataVersion: held.dataVersion,
      question: {
        ...Object.fromEntries(questionParams(question)),
        ...Object.fromEntries(
          named.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
        ),
      },
      year: yearLabelOf(year),
      rule: rest.rule,
      words: WORDS[rest.rule],
      counting: COUNTING,
      layer: { ...areas.layer },
      people: source(areas.people),
      need: source(areas.need),
      ...figures(areas, chosen, money),
      unplaced: money.unplaced.map(({ reason, amount }) => ({ reason, amount: toPounds(amount) })),
      sensitivity: SMALL_AREA_RULES.map((one) => ({
        rule: one,
        ratio: perHeadOf(areas, chosen, one === rest.rule ? money : divided(one))?.ratio ?? null,
      })),
    } satisfies z.infer<typeof smallAreaMoneyReply>);
  },
};

const source = ({ id, title, attribution }: SmallAreas["people"]) => ({ id, title, attribution });

/** @throws AppError input/unknown-place, input/invalid */
function unitsIn(
  { loaded: { study } }: Held,
  { areas }: SmallAreas,
  { place, region }: { readonly place?: string | undefined; readonly region?: string | undefined },
): number[] {
  const at = place === undefined ? undefined : placeNamed(study, place);
  const regions = new Set(study.places.map((one) => regionName(one.region)));
  if (region !== undefined && !regions.has(regionName(region)))
    throw new AppError("input/invalid", `There is no region "${region}".`, { region });
  return areas.flatMap((area, unit) => {
    if (at !== undefined && area.place !== at) return [];
    const its = study.places[area.place]?.region;
    return region === undefined || (its !== undefined && regionName(its) === regionName(region))
      ? [unit]
      : [];
  });
}

const perHeadOf = ({ areas }: SmallAreas, chosen: readonly number[], { sums }: SmallAreaMoney) =>
  moneyPerHead(
    chosen.flatMap((unit) => {
      const { code, people, score } = areas[unit]!;
      const amount = sums.get(unit)?.amount ?? pence(0);
      return people === undefined ? [] : [{ code, money: amount, people, need: score }];
    }),
  );

function figures(areas: SmallAreas, chosen: readonly number[], money: SmallAreaMoney) {
  const perHead = perHeadOf(areas, chosen, money);
  const byCode = new Map((perHead?.areas ?? []).map((row) => [row.code, row]));
  const sumOf = (of: "amount" | "somewhere") =>
    toPounds(pence(chosen.reduce((sum, unit) => sum + (money.sums.get(unit)?.[of] ?? 0), 0)));
  return {
    amount: sumOf("amount"),
    somewhere: sumOf("somewhere"),
    perHead: perHead
      ? {
          overall: perHead.overall,
          groupShare: perHead.groupShare,
          most: perHead.most,
          least: perHead.least,
          ratio: perHead.ratio ?? null,
        }
      : null,
    areas: chosen.map((unit) => {
      const { code, name, people, score } = areas.areas[unit]!;
      const sum = money.sums.get(unit);
      return {
        code,
        name,
        people: people ?? null,
        score: score ?? null,
        amount: sum ? toPounds(sum.amount) : null,
        somewhere: sum ? toPounds(sum.somewhere) : 0,
        perHead: sum ? (byCode.get(code)?.perHead ?? null) : null,
        index: sum ? (byCode.get(code)?.index ?? null) : null,
      };
    }),
  };
}
