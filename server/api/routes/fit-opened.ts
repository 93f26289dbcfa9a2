import { z } from "zod";
import { type FitOpenedReply, fitOpenedReply } from "../../contract/fit-matrix.ts";
import { parse } from "../../contract/parse.ts";
import { questionQuery } from "../../contract/question.ts";
import { initiativeNamed } from "../../contract/study-names.ts";
import { AppError } from "../../core/errors.ts";
import type { Question } from "../../core/hotspots/question.ts";
import { boundariesOn, pairsOf } from "../../publish/fit-matrix.ts";
import { fitOpened } from "../../publish/fit-opened.ts";
import { whyNoVerdict } from "../../publish/fit-verdict.ts";
import type { Context } from "../context.ts";
import { questionOf, version } from "../query.ts";
import { sendFigures } from "../reply.ts";
import type { Route } from "../route.ts";
import type { Held } from "../study-source.ts";
import { tierNamed } from "../tier-named.ts";

const params = z.object({
  initiative: z.string().describe("Id in the registry, such as HAZ-01."),
  layer: z.string().describe("Id of a reference layer, as `list references` gives it."),
});
const query = z.strictObject({
  ...questionQuery.shape,
  reference: z.string().optional().describe("Code of the area; the closest where none is given."),
  v: version,
});

/** One cell of the matrix opened. */
export const fitPair: Route = {
  path: "/api/v1/fit/{initiative}/{layer}",
  summary: "One initiative against one reference layer: gap, overspill, cause, what to move.",
  params,
  query,
  replies: { "application/json": fitOpenedReply },
  handle(context, request, response) {
    const held = context.held();
    const { question, rest } = questionOf(query, request.query, held);
    const { initiative, layer } = parse(params, request.params);
    sendFigures(
      response,
      held,
      openedReplyOf(context, held, question, { initiative, layer, reference: rest.reference }),
    );
  },
};

/** The cell of the matrix that is opened. */
export interface CellName {
  readonly initiative: string;
  readonly layer: string;
  /** Code of the area; the closest where none is given. */
  readonly reference: string | undefined;
}

/**
 * One cell opened, as the API and the plain pages tell it.
 *
 * @throws AppError input/unknown-initiative, input/not-found
 */
export function openedReplyOf(
  context: Context,
  held: Held,
  question: Question,
  { initiative: id, layer, reference }: CellName,
): FitOpenedReply {
  const { db, loaded } = held;
  const initiative = initiativeNamed(loaded.study, id);
  const fit = tierNamed(context, held, layer);
  const { fitByPeople, under } = context.readings(held);
  const { outlines } = fit.sources;
  const boundary = boundariesOn(loaded, { at: question.at }).get(id);
  const body = outlines.findIndex((known) => known.id === boundary);
  const why = whyNoVerdict(loaded.study.initiatives[initiative]!.missing, outlines[body]);
  if (why !== undefined) {
    throw new AppError("input/not-found", `${id} on ${question.at}: ${why}`, { initiative: id });
  }
  const pairs = pairsOf(fit, body);
  const codeOf = (reference: number) => fit.sources.areas[reference - outlines.length]!.place.code;
  const chosen = reference ? pairs.findIndex((pair) => codeOf(pair.reference) === reference) : 0;
  if (pairs[chosen] === undefined) {
    throw new AppError(
      "input/not-found",
      `${id} shares no ground with ${reference ?? `any area of ${layer}`}.`,
      { initiative: id, layer, reference },
    );
  }
  const { toLonLat } = context.deps.crs;
  const opened = { initiative, body, chosen };
  return fitOpened(db, loaded, fit, fitByPeople(), opened, under(), toLonLat);
}
