import { questionParams } from "../../contract/question.ts";
import { analysisReply } from "../../contract/replies.ts";
import { toAnalysisReply } from "../../publish/analysis-reply.ts";
import { questionOf, questionOnly } from "../query.ts";
import { sendFigures } from "../reply.ts";
import type { Route } from "../route.ts";

/** The partition of one question, with its certificate. */
export const analysis: Route = {
  path: "/api/v1/analysis",
  summary: "The partition of one question: areas by depth, and the certificate.",
  query: questionOnly,
  replies: { "application/json": analysisReply },
  handle(context, request, response) {
    const held = context.held();
    const { question } = questionOf(questionOnly, request.query, held);
    const { analyse } = context.exportContext(held);
    sendFigures(
      response,
      held,
      toAnalysisReply(held.dataVersion, questionParams(question), analyse(question)),
    );
  },
};
