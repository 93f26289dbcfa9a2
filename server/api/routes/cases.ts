import { z } from "zod";
import { type CasesReply, caseReply, casesReply } from "../../contract/money.ts";
import { parse } from "../../contract/parse.ts";
import { toBudgetReply, toCaseReply, toStreamReply } from "../../contract/streams.ts";
import { AppError } from "../../core/errors.ts";
import type { Context } from "../context.ts";
import { version } from "../query.ts";
import { sendFigures } from "../reply.ts";
import type { Route } from "../route.ts";
import type { Held } from "../study-source.ts";

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
    sendFigures(response, held, casesReplyOf(context, held));
  },
};

export const casesReplyOf = (context: Context, held: Held): CasesReply => ({
  dataVersion: held.dataVersion,
  cases: context.readings(held).funding().cases.map(toCaseReply),
});

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
    sendFigures(response, held, caseReplyOf(context, held, id));
  },
};

/** @throws AppError input/not-found */
export function caseReplyOf(context: Context, held: Held, id: string): z.infer<typeof caseReply> {
  const funding = context.readings(held).funding();
  const found = funding.cases.find((known) => known.id === id);
  if (!found) throw new AppError("input/not-found", `There is no worked case "${id}".`, { id });
  const its = funding.streams.filter((stream) => stream.case === id);
  return {
    dataVersion: held.dataVersion,
    case: toCaseReply(found),
    streams: its.map(toStreamReply),
    budgets: funding.budgets
      .filter((budget) => budget.case === id)
      .map((budget) => toBudgetReply(budget, its)),
  };
}
