/** Streams and need as pages that need no script, from the same replies as the API. */
import { z } from "zod";
import { needQuery } from "../../contract/need.ts";
import { parsePageQuestion } from "../../contract/page-question.ts";
import { parse } from "../../contract/parse.ts";
import { questionQuery } from "../../contract/question.ts";
import { placeNamed } from "../../contract/study-names.ts";
import { AppError } from "../../core/errors.ts";
import { toNeedReply } from "../../publish/need-reply.ts";
import { type PlainPage, plainPage } from "../../publish/pages/layout.ts";
import { needPage, noNeedPage } from "../../publish/pages/need-page.ts";
import { casePage, casesPage, placeStreamsPage } from "../../publish/pages/streams-page.ts";
import type { Context } from "../context.ts";
import { answered, version } from "../query.ts";
import type { Route } from "../route.ts";
import { streamFilter } from "../stream-filter.ts";
import type { Held } from "../study-source.ts";
import { caseReplyOf, casesReplyOf } from "./cases.ts";
import { sendPage } from "./plain.ts";
import { streamsReplyOf } from "./streams.ts";

const { case: oneCase, place } = streamFilter;
const streamsQuery = z.strictObject({ ...questionQuery.shape, case: oneCase, place, v: version });

/** The worked cases, or the streams of one of them or of a place. */
export const plainStreams: Route = {
  path: "/plain/streams",
  summary: "Worked cases, or the streams of a case or a place, as a page.",
  query: streamsQuery,
  replies: { "text/html": undefined },
  handle(context, request, response) {
    const held = context.held();
    const page = streamsPage(context, held, answered(request.query));
    sendPage(response, held, plainPage(page, held.loaded.study));
  },
};

/** Worked cases; the streams of one, or of a place. */
export function streamsPage(
  context: Context,
  held: Held,
  asks: Record<string, unknown>,
): PlainPage {
  const { case: id, place: code } = parse(streamsQuery, asks);
  const { study } = held.loaded;
  if (id !== undefined) {
    const reply = caseReplyOf(context, held, id);
    return casePage(reply.case, reply);
  }
  // The date and its filters; the place is named by the page itself.
  const { place: _, ...question } = asks;
  const asked = parsePageQuestion(question, study);
  if (code === undefined) return casesPage(study, asked, casesReplyOf(context, held));
  const reply = streamsReplyOf(context, held, asked.question, { place: code });
  return placeStreamsPage(study, asked, reply, placeNamed(study, code));
}

const needAsked = z.strictObject({ ...questionQuery.shape, ...needQuery.shape, v: version });

/** Uncovered need; where no small areas are loaded, what is missing. */
export const plainNeed: Route = {
  path: "/plain/need",
  summary: "Uncovered need by region and by place as a page.",
  query: needAsked,
  replies: { "text/html": undefined },
  handle(context, request, response) {
    const asks = answered(request.query);
    const rest = parse(needAsked, asks);
    const held = context.held();
    const { loaded, index } = held;
    const asked = parsePageQuestion(asks, loaded.study);
    const made = () => {
      const small = context.readings(held).smallAreas(rest.score);
      const reply = toNeedReply({ loaded, index, small }, asked.question, rest);
      return needPage(loaded.study, asked, reply);
    };
    sendPage(response, held, plainPage(orReason(made), loaded.study));
  },
};

/** A page that every page links to is no failure where a database has nothing for it. */
function orReason(made: () => PlainPage): PlainPage {
  try {
    return made();
  } catch (cause) {
    if (cause instanceof AppError && cause.code === "need/no-areas")
      return noNeedPage(cause.message);
    throw cause;
  }
}
