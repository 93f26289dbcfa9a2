import { z } from "zod";
import {
  monthsParameter,
  type PageQuestion,
  rankWith,
  regionNamed,
  regionParameter,
} from "../../contract/page-question.ts";
import { toPlaceRow } from "../../contract/place-rows.ts";
import { questionParams, questionQuery } from "../../contract/question.ts";
import { type PlacesReply, placesReply } from "../../contract/replies.ts";
import { ENDING_MONTHS } from "../../core/hotspots/place-measures.ts";
import { RANKINGS, type Ranking, rankPlaces } from "../../core/hotspots/ranking.ts";
import { summarise } from "../../core/hotspots/summary.ts";
import { withFigures } from "../../publish/figures/registry.ts";
import { questionOf, version } from "../query.ts";
import { sendFigures } from "../reply.ts";
import type { Route } from "../route.ts";
import type { Held } from "../study-source.ts";

const query = z.strictObject({
  ...questionQuery.shape,
  by: z.enum(RANKINGS).default("cover").describe("What the list is ranked by."),
  months: monthsParameter,
  region: regionParameter,
  v: version,
});

/** What places are ranked by, in words; a figure says its own rule beside it. */
function ruleOf({ by, months, figures }: Ranked): string {
  if (figures) return `${figures.title}: ${figures.unit}`;
  const rules: Partial<Record<Ranking, string>> = {
    cover: "covers, then somewhere within, then touches",
    all: "all recorded, then covers",
    funders: "lead departments, then all recorded",
    ending: `initiatives ending within ${months} months, then their recorded money`,
    churn: "churn, then started and ended",
  };
  return rules[by] ?? by;
}

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
    const asked = withFigures(context.figures(held), {
      question,
      by: rest.by,
      months: rest.months ?? ENDING_MONTHS,
      area: { kind: "england" },
    });
    sendFigures(response, held, placesReplyOf(held, asked, region));
  },
};

type Ranked = Omit<PageQuestion, "area">;

/** The list as the API and the plain pages tell it. */
export function placesReplyOf(
  { index, loaded: { study }, dataVersion }: Held,
  asked: PageQuestion,
  region: string | undefined,
): PlacesReply {
  const { question, by, figures } = asked;
  const rows = rankPlaces(index, question, by, region, rankWith(asked));
  const { incomplete } = summarise(index, question, rows);
  return {
    dataVersion,
    question: Object.fromEntries(questionParams(question)),
    by,
    region: region ?? null,
    rule: ruleOf(asked),
    figure: figures
      ? {
          title: figures.title,
          unit: figures.unit,
          rule: figures.rule,
          source: figures.source,
          grade: figures.grade,
          missing: figures.missing ?? null,
        }
      : null,
    incomplete: incomplete.map((programme) => study.programmes[programme]!.name),
    places: rows.map((row) => toPlaceRow(study, row)),
  };
}
