import { z } from "zod";
import { type PlacingChoice, placingChoice } from "../../analysis/place-money.ts";
import { type PlaceMoneyReply, placeMoneyReply } from "../../contract/money.ts";
import { parse } from "../../contract/parse.ts";
import { questionParams } from "../../contract/question.ts";
import { placeNamed } from "../../contract/study-names.ts";
import { AppError } from "../../core/errors.ts";
import { yearLabelOf } from "../../core/funding/financial-year.ts";
import {
  entriesFor,
  type MoneyQuestion,
  moneyQuestion,
} from "../../core/funding/money-question.ts";
import type { PlacedEntry } from "../../core/funding/placed-money.ts";
import { PLACING_RULES, placeStream } from "../../core/funding/placing.ts";
import { streamPasses } from "../../core/funding/select-streams.ts";
import { moneyParts, totalsBy } from "../../core/funding/totals.ts";
import { withoutFigure } from "../../core/funding/unknown-money.ts";
import { isoDate, pence, toPounds } from "../../core/units.ts";
import type { Context } from "../context.ts";
import { entryReply, streamNames, totalReply } from "../money-entries.ts";
import { moneyQuery, ruleReply, yearOf } from "../money-query.ts";
import { questionOf } from "../query.ts";
import { sendFigures } from "../reply.ts";
import type { Route } from "../route.ts";
import type { Held } from "../study-source.ts";

const params = z.object({ code: z.string().describe("Code of a place, such as 00BN.") });

/** What is recorded of one place's money in one year, and how far the answer hangs on the rule. */
export const placeMoney: Route = {
  path: "/api/v1/places/{code}/money",
  summary: "Money of a place: by stream, funder, department and year, under every rule.",
  params,
  query: moneyQuery,
  replies: { "application/json": placeMoneyReply },
  handle(context, request, response) {
    const held = context.held();
    const { code } = parse(params, request.params);
    const place = placeNamed(held.loaded.study, code);
    const { question, rest } = questionOf(moneyQuery, request.query, held);
    const year = yearOf(question, rest.year);
    const choice = placingChoice(held.db, rest.rule, rest.weights);
    const asked = moneyQuestion(question, rest.rule, {});
    const reply = placeMoneyOf(context, held, {
      place,
      year,
      choice,
      asked,
      weights: rest.weights,
    });
    const { name, region } = held.loaded.study.places[place]!;
    sendFigures(response, held, {
      dataVersion: held.dataVersion,
      question: { ...Object.fromEntries(questionParams(question)), year: yearLabelOf(year) },
      place: { code, name, region },
      rule: ruleReply(held, choice),
      year: yearLabelOf(year),
      ...reply,
    } satisfies PlaceMoneyReply);
  },
};

interface Asked {
  readonly place: number;
  readonly year: number;
  readonly choice: PlacingChoice;
  readonly asked: MoneyQuestion;
  readonly weights: string | undefined;
}

type Figures = Omit<PlaceMoneyReply, "dataVersion" | "question" | "place" | "rule" | "year">;

function placeMoneyOf(context: Context, held: Held, question: Asked): Figures {
  const { place, year, choice, asked } = question;
  const funding = context.readings(held).funding();
  const left = new Set(entriesFor(funding.programmeOf, asked, funding.ledger.entries));
  const names = streamNames(held);
  const here = (placed: readonly PlacedEntry[]) =>
    placed.filter(
      ({ entry, parts }) => left.has(entry) && parts.some((part) => part.place === place),
    );
  const lifelong = here(context.readings(held).placed(choice));
  const parts = moneyParts(lifelong).filter((part) => part.place === place);
  const now = parts.filter(({ entry }) => entry.year === year);
  const whole = totalsBy(now, () => "")[0];
  const people = context.readings(held).people()[place];
  const amountIn = (rows: readonly PlacedEntry[]) =>
    pence(
      rows
        .filter(({ entry }) => entry.year === year)
        .reduce((sum, one) => sum + partIn(one, place), 0),
    );
  return {
    amount: whole ? toPounds(whole.amount) : null,
    assumed: whole ? toPounds(whole.assumed) : 0,
    people: people ?? null,
    perHead: whole && people ? toPounds(whole.amount) / people : null,
    sensitivity: PLACING_RULES.map((rule) => {
      const other = otherChoice(held, rule, question.weights);
      if (typeof other === "string") return { rule, amount: null, reason: other };
      const rows = here(context.readings(held).placed(other));
      const any = rows.some(({ entry }) => entry.year === year);
      return any
        ? { rule, amount: toPounds(amountIn(rows)), reason: null }
        : { rule, amount: null, reason: "no money of this year lies here under this rule" };
    }),
    entries: lifelong
      .filter(({ entry }) => entry.year === year)
      .map((one) => entryReply(one, pence(partIn(one, place)), names))
      .sort((a, b) => b.amount - a.amount || (a.stream < b.stream ? -1 : 1)),
    unknown: withoutFigure(funding.streams, funding.ledger.entries, year)
      .filter((stream) => streamPasses(funding.programmeOf, asked, stream))
      .filter((stream) => liesIn(context, held, stream, year, place))
      .map((stream) => ({
        stream: stream.id,
        initiative: stream.initiative ?? null,
        name: names.nameOf(stream),
        programme: stream.programme ?? null,
      })),
    byFunder: totalsBy(now, ({ entry }) => entry.stream.funder).map(totalReply),
    byDepartment: totalsBy(now, ({ entry }) => entry.stream.department || "not recorded").map(
      totalReply,
    ),
    years: totalsBy(parts, ({ entry }) => yearLabelOf(entry.year))
      .map(totalReply)
      .sort((a, b) => (a.key < b.key ? -1 : 1)),
  };
}

const partIn = ({ parts }: PlacedEntry, place: number) =>
  parts.reduce((sum, part) => sum + (part.place === place ? part.amount : 0), 0);

/** Another rule's choice, or in a sentence why it has nothing to go by. */
function otherChoice(held: Held, rule: PlacingChoice["rule"], weights: string | undefined) {
  try {
    return placingChoice(held.db, rule, rule === "eligible" ? weights : undefined);
  } catch (cause) {
    if (cause instanceof AppError) return cause.message;
    throw cause;
  }
}

function liesIn(
  context: Context,
  held: Held,
  stream: Parameters<typeof placeStream>[1],
  year: number,
  place: number,
): boolean {
  const span = { start: isoDate(`${year}-04-01`)!, end: isoDate(`${year + 1}-04-01`)! };
  const { placing } = context.readings(held).funding();
  return placeStream({ ...placing, people: [] }, stream, span, "equal").portions.some(
    (portion) => portion.place === place,
  );
}
