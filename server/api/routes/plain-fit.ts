/** Coterminosity as pages that need no script, from the same replies as the API. */
import { z } from "zod";
import { parsePageQuestion } from "../../contract/page-question.ts";
import { parse } from "../../contract/parse.ts";
import { questionQuery } from "../../contract/question.ts";
import { AppError } from "../../core/errors.ts";
import type { Question } from "../../core/hotspots/question.ts";
import { toChooserReply } from "../../publish/chooser-reply.ts";
import { fitMatrix } from "../../publish/fit-matrix.ts";
import type { Markup } from "../../publish/markup.ts";
import { matrixPage, openedPage } from "../../publish/pages/fit-page.ts";
import { possibleTable } from "../../publish/pages/fit-tables.ts";
import { type PlainPage, plainPage } from "../../publish/pages/layout.ts";
import type { Context } from "../context.ts";
import { answered, version } from "../query.ts";
import type { Route } from "../route.ts";
import type { Held } from "../study-source.ts";
import { openedReplyOf } from "./fit-opened.ts";
import { sendPage } from "./plain.ts";

const matrixQuery = z.strictObject({ ...questionQuery.shape, v: version });
const params = z.object({
  initiative: z.string().describe("Id in the registry, such as HAZ-01."),
  layer: z.string().describe("Id of a reference layer."),
});
const openedQuery = z.strictObject({
  at: z.string().optional().describe("A date, YYYY-MM-DD. The default is 2002-06-01."),
  reference: z.string().optional().describe("Code of the area; the closest where none is given."),
  v: version,
});

/** The matrix. */
export const plainMatrix: Route = {
  path: "/plain/coterminosity",
  summary: "Every outline against every tier as a page.",
  query: matrixQuery,
  replies: { "text/html": undefined },
  handle(context, request, response) {
    const held = context.held();
    const page = matrixOf(context, held, answered(request.query));
    sendPage(response, held, plainPage(page, held.loaded.study));
  },
};

/** The matrix of a question. */
export function matrixOf(context: Context, held: Held, asks: Record<string, unknown>): PlainPage {
  parse(matrixQuery, asks);
  const { study } = held.loaded;
  const asked = parsePageQuestion(asks, study);
  const reply = fitMatrix(
    held.loaded,
    held.index,
    asked.question,
    context.readings(held).fits(),
    context.readings(held).fitByPeople(),
  );
  return matrixPage(study, asked, reply);
}

/** One cell of it. */
export const plainOpened: Route = {
  path: "/plain/coterminosity/{initiative}/{layer}",
  summary: "One outline against one tier as a page: map, figures, cause, what to move.",
  params,
  query: openedQuery,
  replies: { "text/html": undefined },
  handle(context, request, response) {
    const held = context.held();
    const cell = {
      ...parse(params, request.params),
      ...parse(openedQuery, answered(request.query)),
    };
    sendPage(response, held, plainPage(openedOf(context, held, cell), held.loaded.study));
  },
};

interface Cell {
  readonly initiative: string;
  readonly layer: string;
  readonly reference?: string | undefined;
  readonly at?: string | undefined;
}

/** One cell of the matrix, opened. */
export function openedOf(context: Context, held: Held, { at, ...cell }: Cell): PlainPage {
  const { question } = parsePageQuestion(at === undefined ? {} : { at }, held.loaded.study);
  const { initiative, layer, reference } = cell;
  const reply = openedReplyOf(context, held, question, { initiative, layer, reference });
  const possible = possibleOf(context, held, question, initiative);
  return openedPage(reply, possible, question.at);
}

/** Possible boundaries for the initiative, or why none are looked for. */
function possibleOf(context: Context, held: Held, question: Question, initiative: string): Markup {
  const sources = { ...held, neighbours: context.readings(held).neighbours() };
  const asked = { initiative, place: undefined };
  try {
    return possibleTable(toChooserReply(sources, { at: question.at }, asked), undefined);
  } catch (error) {
    if (error instanceof AppError && error.code === "limit/size") {
      return possibleTable(undefined, error.message);
    }
    throw error;
  }
}
