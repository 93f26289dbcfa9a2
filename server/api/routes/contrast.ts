import { contrastReply } from "../../contract/contrast.ts";
import { toContrastReply } from "../../publish/contrast-reply.ts";
import { questionOf, questionOnly } from "../query.ts";
import { sendFigures } from "../reply.ts";
import type { Route } from "../route.ts";

/** Money per head on both sides of every edge. */
export const contrast: Route = {
  path: "/api/v1/contrast",
  summary: "Money per head inside each initiative and across its edge, the largest contrast first.",
  query: questionOnly,
  replies: { "application/json": contrastReply },
  handle(context, request, response) {
    const held = context.held();
    const { question } = questionOf(questionOnly, request.query, held);
    const sources = { ...held, ...context.readings(held) };
    sendFigures(response, held, toContrastReply(sources, question));
  },
};
