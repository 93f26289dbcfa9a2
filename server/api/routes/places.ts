import { z } from "zod";
import { regionNamed, regionParameter } from "../../contract/page-question.ts";
import { toPlaceRow } from "../../contract/place-rows.ts";
import { questionParams, questionQuery } from "../../contract/question.ts";
import { type PlacesReply, placesReply } from "../../contract/replies.ts";
import type { Question } from "../../core/hotspots/question.ts";
import { RANKINGS, type Ranking, rankPlaces } from "../../core/hotspots/ranking.ts";
import { summarise } from "../../core/hotspots/summary.ts";
import { questionOf, version } from "../query.ts";
import { sendFigures } from "../reply.ts";
import type { Route } from "../route.ts";
import type { Held } from "../study-source.ts";

const query = z.strictObject({
  ...questionQuery.shape,
  by: z.enum(RANKINGS).default("cover").describe("What the list is ranked by."),
  region: regionParameter,
  v: version,
});

const RULES: Record<(typeof RANKINGS)[number], string> = {
  cover: "covers, then somewhere within, then touches",
  all: "all recorded, then covers",
  funders: "lead departments, then all recorded",
  ending: "initiatives ending within twelve months, then their recorded money",
  churn: "churn, then started and ended",
};

/** The ranked list of places. */
export const places: Route = {
  path: "/api/v1/places",
  summary: "Places of England in order of what falls on them.",
  query,
  replies: { "application/json": placesReply },
  handle(context, request, response) {
    const held = context.held();
    const { question, rest } = questionOf(query, request.query, held);
    const region = rest.region ? regionNamed(held.loaded.study, rest.region) : undefined;
    sendFigures(response, held, placesReplyOf(held, question, rest.by, region));
  },
};

/** The list as the API and the plain pages tell it. */
export function placesReplyOf(
  { index, loaded: { study }, dataVersion }: Held,
  question: Question,
  by: Ranking,
  region: string | undefined,
): PlacesReply {
  const rows = rankPlaces(index, question, by, region);
  const { incomplete } = summarise(index, question, rows);
  return {
    dataVersion,
    question: Object.fromEntries(questionParams(question)),
    by,
    region: region ?? null,
    rule: RULES[by],
    incomplete: incomplete.map((programme) => study.programmes[programme]!.name),
    places: rows.map((row) => toPlaceRow(study, row)),
  };
}
