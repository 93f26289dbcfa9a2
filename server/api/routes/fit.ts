import { z } from "zod";
import { fitMatrixReply } from "../../contract/fit-matrix.ts";
import { fitMatrix } from "../../publish/fit-matrix.ts";
import { questionOf, questionOnly } from "../query.ts";
import { sendFigures } from "../reply.ts";
import type { Route } from "../route.ts";

/** Bodies against tiers. */
export const fit: Route = {
  path: "/api/v1/fit",
  summary: "How nearly each initiative matches an area of every reference layer, and why not.",
  query: z.strictObject(questionOnly.shape),
  replies: { "application/json": fitMatrixReply },
  handle(context, request, response) {
    const held = context.held();
    const { question } = questionOf(questionOnly, request.query, held);
    const { loaded, index } = held;
    sendFigures(
      response,
      held,
      fitMatrix(
        loaded,
        index,
        question,
        context.readings(held).fits(),
        context.readings(held).fitByPeople(),
      ),
    );
  },
};
