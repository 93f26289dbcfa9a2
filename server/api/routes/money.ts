import { z } from "zod";
import { regionName } from "../../analysis/districts.ts";
import { placingChoice } from "../../analysis/place-money.ts";
import { DIMENSIONS, moneyReply } from "../../contract/money.ts";
import { questionParams } from "../../contract/question.ts";
import { placeNamed } from "../../contract/study-names.ts";
import { AppError } from "../../core/errors.ts";
import { yearLabelOf } from "../../core/funding/financial-year.ts";
import type { Stream } from "../../core/funding/model.ts";
import {
  entriesFor,
  type MoneyQuestion,
  moneyQuestion,
  partsIn,
} from "../../core/funding/money-question.ts";
import { UNPLACED } from "../../core/funding/placing.ts";
import { streamPasses } from "../../core/funding/select-streams.ts";
import { moneyParts, type TotalRow, totalsBy } from "../../core/funding/totals.ts";
import { withoutFigure } from "../../core/funding/unknown-money.ts";
import { isIncomplete } from "../../core/hotspots/summary.ts";
import { pence, toPounds } from "../../core/units.ts";
import { totalReply } from "../money-entries.ts";
import { type Keys, keysOf } from "../money-keys.ts";
import { moneyQuery, ruleReply } from "../money-query.ts";
import { questionOf } from "../query.ts";
import { sendFigures } from "../reply.ts";
import type { Route } from "../route.ts";
import type { Held } from "../study-source.ts";

const list = z.union([z.string(), z.array(z.string())]).transform((value) => [value].flat());
const query = z.strictObject({
  ...moneyQuery.shape,
  by: z.enum(DIMENSIONS).default("department").describe("What the totals are by."),
  from: moneyQuery.shape.year.describe("First financial year; without it all that are held."),
  to: moneyQuery.shape.year.describe("Last financial year."),
  place: list.optional().describe("Codes of places; money that lies in none is then left out."),
  region: list.optional().describe("Regions; as places."),
});

/** @throws AppError input/invalid where the last year comes before the first */
function spanOf({ year, from, to }: Pick<z.output<typeof query>, "year" | "from" | "to">) {
  if (year !== undefined) return { from: year, to: year };
  if (from !== undefined && to !== undefined && to < from) {
    throw new AppError(
      "input/invalid",
      `The last year, ${yearLabelOf(to)}, comes before the first, ${yearLabelOf(from)}.`,
      { from: yearLabelOf(from), to: yearLabelOf(to) },
    );
  }
  return { from, to };
}

/** Totals of money: by each dimension they come to the same. */
export const money: Route = {
  path: "/api/v1/money",
  summary: "Money by funder, department, programme, region, place or year.",
  query,
  replies: { "application/json": moneyReply },
  handle(context, request, response) {
    const held = context.held();
    const { question, rest } = questionOf(query, request.query, held);
    const funding = context.readings(held).funding();
    const choice = placingChoice(held.db, rest.rule, rest.weights);
    const span = spanOf(rest);
    const asked: MoneyQuestion = {
      ...moneyQuestion(question, rest.rule, span),
      places: placesOf(held, rest.place, rest.region),
    };
    const { programmeOf } = funding;
    const left = new Set(entriesFor(programmeOf, asked, funding.ledger.entries));
    const placed = context
      .readings(held)
      .placed(choice)
      .filter(({ entry }) => left.has(entry));
    const parts = partsIn(asked, moneyParts(placed));
    const keys = keysOf(held, rest.by);
    const rows = totalsBy(parts, keys.part);
    const unknown =
      rest.year === undefined
        ? undefined
        : withoutFigure(funding.streams, funding.ledger.entries, rest.year).filter((stream) =>
            streamPasses(programmeOf, asked, stream),
          );
    const whole = totalsBy(parts, () => "")[0];
    sendFigures(response, held, {
      dataVersion: held.dataVersion,
      question: {
        ...Object.fromEntries(questionParams(question).slice(1)),
        ...spanWords(span),
        by: rest.by,
      },
      rule: ruleReply(held, choice),
      by: rest.by,
      ...sums(whole),
      rows: withUnknown(rows, unknown, keys),
      unplaced: UNPLACED.flatMap((reason) => {
        const its = parts.filter((part) => part.unplaced === reason);
        const amount = its.reduce((sum, part) => sum + part.amount, 0);
        return its.length === 0 ? [] : { reason, amount: toPounds(pence(amount)) };
      }),
      short: funding.ledger.short
        .filter(({ stream }) => streamPasses(programmeOf, asked, stream))
        .map(({ stream, year, line, below }) => ({
          stream: stream.id,
          year: yearLabelOf(year),
          line: toPounds(line),
          below: toPounds(below),
        })),
      incomplete: held.loaded.study.programmes.filter(isIncomplete).map(({ name }) => name),
    } satisfies z.infer<typeof moneyReply>);
  },
};

const spanWords = ({
  from,
  to,
}: {
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}) => ({
  ...(from === undefined ? {} : { from: yearLabelOf(from) }),
  ...(to === undefined ? {} : { to: yearLabelOf(to) }),
});

function sums(row: TotalRow | undefined) {
  if (row === undefined) return { amount: 0, assumed: 0, rest: 0, figures: 0 };
  const { key, ...rest } = totalReply(row);
  return rest;
}

/** @throws AppError input/unknown-place, input/invalid for a region without places */
function placesOf(
  { loaded: { study } }: Held,
  codes: readonly string[] = [],
  regions: readonly string[] = [],
) {
  if (codes.length === 0 && regions.length === 0) return undefined;
  const places = new Set<number>();
  for (const code of codes) {
    places.add(placeNamed(study, code));
  }
  for (const region of regions) {
    const its = study.places.flatMap((known, place) =>
      regionName(known.region) === regionName(region) ? [place] : [],
    );
    const known = [...new Set(study.places.map((place) => place.region))]
      .filter((name) => name !== "")
      .sort();
    if (its.length === 0)
      throw new AppError(
        "input/invalid",
        `There is no region "${region}". Known: ${known.join(", ")}.`,
        { region, known },
      );
    for (const place of its) places.add(place);
  }
  return places;
}

/** Rows with how many initiatives of each have no figure; those with nothing else come last. */
function withUnknown(
  rows: readonly TotalRow[],
  unknown: readonly Stream[] | undefined,
  keys: Keys,
) {
  const counts = new Map<string, number>();
  for (const stream of unknown ?? []) {
    const key = keys.stream(stream);
    if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const held = new Set(rows.map(({ key }) => key));
  return [
    ...rows.map((row) => ({
      ...totalReply(row),
      name: keys.name(row.key),
      unknown: unknown === undefined ? null : (counts.get(row.key) ?? 0),
    })),
    ...[...counts]
      .filter(([key]) => !held.has(key))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, count]) => ({
        key,
        name: keys.name(key),
        amount: null,
        assumed: 0,
        rest: 0,
        figures: 0,
        unknown: count,
      })),
  ];
}
