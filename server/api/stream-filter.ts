/** Which streams a query leaves in. */
import { z } from "zod";
import { initiativeNamed, placeNamed } from "../contract/study-names.ts";
import { AppError } from "../core/errors.ts";
import type { Stream } from "../core/funding/model.ts";
import { placeStream } from "../core/funding/placing.ts";
import { streamAlive, streamPasses } from "../core/funding/select-streams.ts";
import type { Question } from "../core/hotspots/question.ts";
import { addMonths } from "../core/units.ts";
import type { Context } from "./context.ts";
import type { Held } from "./study-source.ts";

export const streamFilter = {
  case: z
    .string()
    .optional()
    .describe("Id of a worked case; without it the register's own streams."),
  place: z.string().optional().describe("Code of a place: streams whose money lies there."),
  initiative: z.string().optional().describe("Id of an initiative."),
};

export interface StreamFilter {
  readonly case?: string | undefined;
  readonly place?: string | undefined;
  readonly initiative?: string | undefined;
}

/**
 * A case's streams, or the register's that are alive on the question's date and pass its filters.
 *
 * @throws AppError input/not-found, input/unknown-place, input/unknown-initiative
 */
export function streamsFor(
  context: Context,
  held: Held,
  question: Question,
  filter: StreamFilter,
): Stream[] {
  const funding = context.readings(held).funding();
  const { study } = held.loaded;
  if (filter.case !== undefined) {
    if (!funding.cases.some(({ id }) => id === filter.case))
      throw new AppError("input/not-found", `There is no worked case "${filter.case}".`, {
        case: filter.case,
      });
    return funding.streams.filter((stream) => stream.case === filter.case);
  }
  const place = filter.place === undefined ? undefined : placeNamed(study, filter.place);
  if (filter.initiative !== undefined) initiativeNamed(study, filter.initiative);
  const span = { start: question.at, end: addMonths(question.at, 12) };
  const lies = (stream: Stream) =>
    placeStream({ ...funding.placing, people: [] }, stream, span, "equal").portions.some(
      (portion) => portion.place === place,
    );
  return funding.streams.filter(
    (stream) =>
      stream.case === undefined &&
      (filter.initiative === undefined
        ? streamAlive(stream, question)
        : stream.initiative === filter.initiative) &&
      streamPasses(funding.programmeOf, question, stream) &&
      (place === undefined || lies(stream)),
  );
}
