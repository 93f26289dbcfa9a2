import { z } from "zod";
import { toPlaceRow } from "../../contract/place-rows.ts";
import { questionParams, questionQuery } from "../../contract/question.ts";
import { type StackReply, stackReply } from "../../contract/replies.ts";
import { placeNamed } from "../../contract/study-names.ts";
import { cellDepthRanges, deepestGround } from "../../core/hotspots/depth.ts";
import type { Question } from "../../core/hotspots/question.ts";
import { rankPlaces } from "../../core/hotspots/ranking.ts";
import { stackAt } from "../../core/hotspots/stack.ts";
import type { Context } from "../context.ts";
import { questionOf, version } from "../query.ts";
import { sendFigures } from "../reply.ts";
import type { Route } from "../route.ts";
import { toStackEntry } from "../stack-entry.ts";
import type { Held } from "../study-source.ts";

const query = z.strictObject({
  ...questionQuery.shape,
  place: z.string().describe("Code of the place."),
  v: version,
});

/** Everything recorded at one place, with its money and evidence. */
export const stack: Route = {
  path: "/api/v1/stack",
  summary: "Everything that falls on one place, with dates, money and evidence.",
  query,
  replies: { "application/json": stackReply },
  handle(context, request, response) {
    const held = context.held();
    const { question, rest } = questionOf(query, request.query, held);
    const place = placeNamed(held.loaded.study, rest.place);
    sendFigures(response, held, stackReplyOf(context, held, question, place));
  },
};

/** The stack as the API and the plain pages tell it. */
export function stackReplyOf(
  context: Context,
  held: Held,
  question: Question,
  place: number,
): StackReply {
  const { study } = held.loaded;
  const { code, name, region, area } = study.places[place]!;
  const row = rankPlaces(held.index, question).find((ranked) => ranked.place === place);
  const ranges = cellDepthRanges(held.index, question);
  const printed = context.readings(held).printed();
  const deepest = deepestGround(held.index, ranges, place);
  return {
    dataVersion: held.dataVersion,
    question: Object.fromEntries(questionParams(question)),
    place: { code, name, region, area },
    measures: row ? toPlaceRow(study, row) : null,
    deepest: { depth: deepest.depth, depth_max: deepest.depthMax },
    entries: stackAt(held.index, question, place).map((entry) =>
      toStackEntry(held, printed, question.at, entry),
    ),
  };
}
