import { z } from "zod";
import { regionNamed, regionParameter } from "../../contract/page-question.ts";
import { toPlaceRow } from "../../contract/place-rows.ts";
import { questionParams, questionQuery } from "../../contract/question.ts";
import { placesReply } from "../../contract/replies.ts";
import { RANKINGS, rankPlaces } from "../../core/hotspots/ranking.ts";
import { summarise } from "../../core/hotspots/summary.ts";
import { questionOf, version } from "../query.ts";
import { sendFigures } from "../reply.ts";
import type { Route } from "../route.ts";

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
    const { study } = held.loaded;
    const region = rest.region ? regionNamed(study, rest.region) : undefined;
    const rows = rankPlaces(held.index, question, rest.by, region);
    const { incomplete } = summarise(held.index, question, rows);
    sendFigures(response, held, {
      dataVersion: held.dataVersion,
      question: Object.fromEntries(questionParams(question)),
      by: rest.by,
      region: region ?? null,
      rule: RULES[rest.by],
      incomplete: incomplete.map((programme) => study.programmes[programme]!.name),
      places: rows.map((row) => toPlaceRow(study, row)),
    });
  },
};
