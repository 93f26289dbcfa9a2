import { z } from "zod";
import { type StreamsReply, streamReply, streamsReply } from "../../contract/money.ts";
import { parse } from "../../contract/parse.ts";
import { questionParams, questionQuery } from "../../contract/question.ts";
import { toBudgetReply, toStreamReply } from "../../contract/streams.ts";
import { AppError } from "../../core/errors.ts";
import type { Question } from "../../core/hotspots/question.ts";
import type { Context } from "../context.ts";
import { questionOf, version } from "../query.ts";
import { sendFigures } from "../reply.ts";
import type { Route } from "../route.ts";
import { type StreamFilter, streamFilter, streamsFor } from "../stream-filter.ts";
import type { Held } from "../study-source.ts";

const query = z.strictObject({ ...questionQuery.shape, ...streamFilter, v: version });

/** Streams alive on a date, with their rules. */
export const streams: Route = {
  path: "/api/v1/streams",
  summary: "Funding streams with their rules and yearly money: of a place, an initiative, a case.",
  query,
  replies: { "application/json": streamsReply },
  handle(context, request, response) {
    const held = context.held();
    const { question, rest } = questionOf(query, request.query, held);
    sendFigures(response, held, streamsReplyOf(context, held, question, rest));
  },
};

/** @throws AppError as {@link streamsFor} */
export function streamsReplyOf(
  context: Context,
  held: Held,
  question: Question,
  filter: StreamFilter,
): StreamsReply {
  const found = streamsFor(context, held, question, filter);
  const budgets = context.readings(held).funding().budgets;
  const used = new Set(found.map(({ budget }) => budget));
  return {
    dataVersion: held.dataVersion,
    question: {
      ...Object.fromEntries(questionParams(question)),
      ...(filter.case === undefined ? {} : { case: filter.case }),
      ...(filter.place === undefined ? {} : { place: filter.place }),
      ...(filter.initiative === undefined ? {} : { initiative: filter.initiative }),
    },
    streams: found.map(toStreamReply),
    budgets: budgets.filter(({ id }) => used.has(id)).map((budget) => toBudgetReply(budget, found)),
  };
}

const params = z.object({ id: z.string().describe("Id of a stream, such as NRF-01.lifetime.") });
const one = z.strictObject({ v: version });

/** One stream. */
export const stream: Route = {
  path: "/api/v1/streams/{id}",
  summary: "One funding stream with its rules, its yearly money and who says so.",
  params,
  query: one,
  replies: { "application/json": streamReply },
  handle(context, request, response) {
    parse(one, request.query);
    const held = context.held();
    const { id } = parse(params, request.params);
    const found = context.readings(held).funding().streamAt.get(id);
    if (!found) throw new AppError("input/not-found", `There is no stream "${id}".`, { id });
    sendFigures(response, held, {
      dataVersion: held.dataVersion,
      stream: toStreamReply(found),
    } satisfies z.infer<typeof streamReply>);
  },
};
