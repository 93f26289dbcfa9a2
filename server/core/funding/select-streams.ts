/** Which streams a question leaves in: one rule for lists, claims, diaries and sums of money. */
import { programmePasses, type Question } from "../hotspots/question.ts";
import type { Programme, Study } from "../model.ts";
import type { Stream } from "./model.ts";

/** Filters by programme, department and funder; absent or empty leaves all in. */
export type StreamFilters = Omit<Question, "at" | "among">;

export type ProgrammeOf = (stream: Stream) => Programme | undefined;

/** The programme that a stream names; of one that names none, that of its initiative. */
export function programmesOfStreams(
  { programmes, initiatives }: Study,
  initiativeAt: ReadonlyMap<string, number>,
): ProgrammeOf {
  const named = new Map(programmes.map((programme) => [programme.code, programme]));
  return ({ programme, initiative }) => {
    const at = initiativeAt.get(initiative ?? "");
    if (programme !== undefined) return named.get(programme);
    return at === undefined ? undefined : programmes[initiatives[at]!.programme];
  };
}

const leavesIn = <T>(filter: readonly T[] | undefined, value: T) =>
  !filter?.length || filter.includes(value);

/**
 * Whether the filters leave a stream in, whatever the date: by its programme, and by the department and
 * the funder of the stream itself. What others pay to the same initiative is left out.
 */
export function streamPasses(
  programmeOf: ProgrammeOf,
  { programmes, categories, departments, aims, funders }: StreamFilters,
  stream: Stream,
): boolean {
  const programme = programmeOf(stream);
  const ofProgramme = programme
    ? programmePasses(programme, { programmes, categories, aims })
    : !programmes?.length && !categories?.length && !aims?.length;
  return (
    ofProgramme && leavesIn(departments, stream.department) && leavesIn(funders, stream.funder)
  );
}

/** Alive on the question's date, as far as is recorded; an undated stream never is. */
export const streamAlive = ({ start, end }: Stream, { at }: Pick<Question, "at">): boolean =>
  start !== undefined && start <= at && (end === undefined || at < end);

/** The register's streams that are alive on a question's date and pass its filters; no worked case's. */
export const streamsAlive = (
  streams: readonly Stream[],
  programmeOf: ProgrammeOf,
  question: Question,
): Stream[] =>
  streams.filter(
    (stream) =>
      stream.case === undefined &&
      streamAlive(stream, question) &&
      streamPasses(programmeOf, question, stream),
  );
