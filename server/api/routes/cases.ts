import { z } from "zod";
import { caseReply, casesReply } from "../../contract/money.ts";
import { parse } from "../../contract/parse.ts";
import { toBudgetReply, toCaseReply, toStreamReply } from "../../contract/streams.ts";
import { AppError } from "../../core/errors.ts";
import { version } from "../query.ts";
import { sendFigures } from "../reply.ts";
import type { Route } from "../route.ts";

const query = z.strictObject({ v: version });
const params = z.object({ id: z.string().describe("Id of a case, such as moss-side-hulme.") });

/** Worked cases of the documents, and illustrations that say they are. */
export const cases: Route = {
  path: "/api/v1/cases",
  summary: "Worked cases: what a document describes, apart from the register.",
  query,
  replies: { "application/json": casesReply },
  handle(context, request, response) {
    parse(query, request.query);
    const held = context.held();
    sendFigures(response, held, {
      dataVersion: held.dataVersion,
      cases: context.money.funding(held).cases.map(toCaseReply),
    } satisfies z.infer<typeof casesReply>);
  },
};

/** One case with its streams and budgets. */
export const workedCase: Route = {
  path: "/api/v1/cases/{id}",
  summary: "One worked case with its streams, its budgets and what its source leaves open.",
  params,
  query,
  replies: { "application/json": caseReply },
  handle(context, request, response) {
    parse(query, request.query);
    const held = context.held();
    const { id } = parse(params, request.params);
    const funding = context.money.funding(held);
    const found = funding.cases.find((known) => known.id === id);
    if (!found) throw new AppError("input/not-found", `There is no worked case "${id}".`, { id });
    const its = funding.streams.filter((stream) => stream.case === id);
    sendFigures(response, held, {
      dataVersion: held.dataVersion,
      case: toCaseReply(found),
      streams: its.map(toStreamReply),
      budgets: funding.budgets
        .filter((budget) => budget.case === id)
        .map((budget) => toBudgetReply(budget, its)),
    } satisfies z.infer<typeof caseReply>);
  },
};
