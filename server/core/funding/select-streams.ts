/** Which of the register's streams a question leaves in. */
import { passesFilters, programmePasses, type Question } from "../hotspots/question.ts";
import type { Study } from "../model.ts";
import type { Stream } from "./model.ts";

/** Whether a stream's initiative, or else its programme, passes the filters, whatever the date. */
export function streamFits(
  study: Study,
  initiativeAt: ReadonlyMap<string, number>,
  question: Question,
  stream: Stream,
): boolean {
  const initiative = initiativeAt.get(stream.initiative ?? "");
  if (initiative !== undefined) return passesFilters(study, question, initiative);
  if (question.funders?.length && !question.funders.includes(stream.funder)) return false;
  const programme = study.programmes.find(({ code }) => code === stream.programme);
  if (programme !== undefined) return programmePasses(programme, question);
  const { programmes, categories, departments, aims } = question;
  return ![programmes, categories, departments, aims].some((filter) => filter?.length);
}

/** Alive on the question's date, as far as is recorded; an undated stream never is. */
export const streamAlive = ({ start, end }: Stream, { at }: Question): boolean =>
  start !== undefined && start <= at && (end === undefined || at < end);
