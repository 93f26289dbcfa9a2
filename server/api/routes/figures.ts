import { z } from "zod";
import { figuresReply, toFiguresReply } from "../../contract/figures.ts";
import { parse } from "../../contract/parse.ts";
import { FIGURES } from "../../core/hotspots/place-figures.ts";
import { findFigures } from "../../publish/figures/registry.ts";
import { questionOf, questionOnly } from "../query.ts";
import { sendFigures } from "../reply.ts";
import type { Route } from "../route.ts";

const params = z.object({ figure: z.enum(FIGURES).describe("Which figure.") });

/** What the list ranks by and the map colours by, where the study alone cannot give it. */
export const figures: Route = {
  path: "/api/v1/figures/{figure}",
  summary: "One figure of every place, with its unit, rule, source and grade.",
  params,
  query: questionOnly,
  replies: { "application/json": figuresReply },
  handle(context, request, response) {
    const held = context.held();
    const { question } = questionOf(questionOnly, request.query, held);
    const { figure } = parse(params, request.params);
    const found = findFigures(context.figures(held), question, figure);
    sendFigures(response, held, toFiguresReply(held.loaded.study, question, found));
  },
};
