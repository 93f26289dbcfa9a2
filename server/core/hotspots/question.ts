/** What a person asks of a study: a date, and which initiatives to leave in. */
import type { Category, Programme, Study } from "../model.ts";
import { addMonths, type IsoDate } from "../units.ts";

export interface Question {
  readonly at: IsoDate;
  /** Programme codes; absent or empty leaves all in. Filters of different kinds narrow each other. */
  readonly programmes?: readonly string[] | undefined;
  readonly categories?: readonly Category[] | undefined;
  /** Lead departments, as the programme states them. */
  readonly departments?: readonly string[] | undefined;
  /** Terms of the controlled list of aims: a programme with any of them is left in. */
  readonly aims?: readonly string[] | undefined;
  /** Funders, as streams state them: an initiative with a stream of any of them is left in. */
  readonly funders?: readonly string[] | undefined;
  /** Only these initiatives, by index, where a part of the country is looked at; no filter of theirs. */
  readonly among?: ReadonlySet<number> | undefined;
}

const leavesIn = <T>(filter: readonly T[] | undefined, value: T) =>
  !filter || filter.length === 0 || filter.includes(value);

const leavesInAny = <T>(filter: readonly T[] | undefined, values: readonly T[]) =>
  !filter || filter.length === 0 || values.some((value) => filter.includes(value));

/** Whether the question's filters leave this initiative in, whatever the date. */
export function passesFilters(study: Study, question: Question, initiative: number): boolean {
  if (question.among && !question.among.has(initiative)) return false;
  const { programme, funders } = study.initiatives[initiative]!;
  const paidBy = funders.map((at) => study.funders[at]!);
  return (
    leavesInAny(question.funders, paidBy) && programmePasses(study.programmes[programme]!, question)
  );
}

/** Whether the question's filters leave a programme in, whoever pays for its initiatives. */
export function programmePasses(
  programme: Programme,
  question: Omit<Question, "at" | "among" | "funders">,
): boolean {
  return (
    leavesIn(question.programmes, programme.code) &&
    leavesIn(question.categories, programme.category) &&
    leavesIn(question.departments, programme.department) &&
    leavesInAny(question.aims, programme.aims)
  );
}

/**
 * Whether an initiative is alive on a date. One without a start is undated and never alive.
 */
export function aliveOn(study: Study, initiative: number, date: IsoDate): boolean {
  const { start } = study.initiatives[initiative]!;
  const end = endOf(study, initiative);
  return start !== undefined && start <= date && (end === undefined || date < end);
}

/**
 * The day after an initiative's last day. Where none is recorded it is assumed: the programme's
 * longest run after the start, or the programme's own end if that comes first; without either, never.
 */
export function endOf(study: Study, initiative: number): IsoDate | undefined {
  const { start, end, programme } = study.initiatives[initiative]!;
  if (end !== undefined) return end;
  const { end: closed, longest } = study.programmes[programme]!;
  if (start === undefined || longest === undefined) return closed;
  const worn = addMonths(start, Math.round(longest * 12));
  return closed !== undefined && closed < worn ? closed : worn;
}

/** Whether an outline is valid on a date, given that its initiative is alive. */
export function outlineValidOn(study: Study, outline: number, date: IsoDate): boolean {
  return holdsOn(study.outlines[outline]!, date);
}

/** Whether a half-open span holds a date; an absent end is open. */
export const holdsOn = (
  { from, to }: { readonly from: IsoDate | undefined; readonly to: IsoDate | undefined },
  date: IsoDate,
) => (from === undefined || from <= date) && (to === undefined || date < to);

/** Whether the question leaves this initiative in on its date. */
export function selectsInitiative(study: Study, question: Question, initiative: number): boolean {
  return aliveOn(study, initiative, question.at) && passesFilters(study, question, initiative);
}
