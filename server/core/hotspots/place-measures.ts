/** The measures of one place under a question. */
import { addMonths, type IsoDate, type Pounds, pounds } from "../units.ts";
import { aliveOn, endOf, passesFilters, type Question } from "./question.ts";
import { stackAt } from "./stack.ts";
import type { StudyIndex } from "./study-index.ts";

export interface PlaceMeasures {
  /** The four counts of CONTRACT: whole cover, part cover, outline unknown, start unknown. */
  readonly covers: number;
  readonly touches: number;
  readonly within: number;
  readonly undated: number;
  /** covers + touches + within: every recorded initiative alive here. */
  readonly all: number;
  /** Different lead departments among them; a department and its successors are one. */
  readonly funders: number;
  /** Initiatives that began, and that ended, in the twelve months up to the date. */
  readonly started: number;
  readonly ended: number;
  /** Initiatives alive on the date whose end falls within the next twelve months. */
  readonly ending: number;
  /** Sum of their budgets as recorded; undefined where none is recorded. */
  readonly endingMoney: Pounds | undefined;
  /** How many of `ending` have a recorded budget. */
  readonly endingMoneyKnown: number;
  /** Dated rule changes of programmes alive here, in the twelve months up to the date. */
  readonly ruleChanges: number;
  /**
   * M-T3, a year: (started + ended + rule changes) / mean alive. Undefined where fewer than one was
   * alive on average: a lone start a week ago would read as fifty a year.
   */
  readonly churn: number | undefined;
}

const LEAST_MEAN_ALIVE = 1;

/** Measure a place. Rule changes are those recorded, so churn is a lower bound. */
export function measurePlace(index: StudyIndex, question: Question, place: number): PlaceMeasures {
  const { study } = index;
  const { at } = question;
  const stack = stackAt(index, question, place);
  const count = (presence: string) => stack.filter((entry) => entry.presence === presence).length;
  const alive = stack.filter(({ presence }) => presence !== "undated");
  const horizon = addMonths(at, 12);
  const ending = alive.filter(({ initiative }) => {
    const end = endOf(study, initiative);
    return end !== undefined && end <= horizon;
  });
  const budgets = ending.flatMap(({ initiative }) => study.initiatives[initiative]!.budget ?? []);
  const departments = alive.map(
    ({ initiative }) => study.programmes[study.initiatives[initiative]!.programme]!.department,
  );
  return {
    covers: count("covers"),
    touches: count("touches"),
    within: count("within"),
    undated: count("undated"),
    all: alive.length,
    funders: new Set(departments.filter((name) => name !== "")).size,
    ending: ending.length,
    endingMoney: budgets.length ? pounds(budgets.reduce((a, b) => a + b, 0)) : undefined,
    endingMoneyKnown: budgets.length,
    ...lastYear(index, question, place),
  };
}

type LastYear = Pick<PlaceMeasures, "started" | "ended" | "ruleChanges" | "churn">;

function lastYear(index: StudyIndex, question: Question, place: number): LastYear {
  const { study } = index;
  const { at } = question;
  const since = addMonths(at, -12);
  const during = (date: IsoDate | undefined) => date !== undefined && since < date && date <= at;
  const dated = recordedAt(index, question, place);
  const started = dated.filter((i) => during(study.initiatives[i]!.start)).length;
  const ended = dated.filter((i) => during(endOf(study, i))).length;
  const days = dated.reduce((sum, i) => sum + daysAlive(index, i, since, at), 0);
  const meanAlive = days / daysBetween(since, at);
  const programmes = new Set(
    dated
      .filter((i) => daysAlive(index, i, since, at) > 0 || aliveOn(study, i, at))
      .map((i) => study.initiatives[i]!.programme),
  );
  const ruleChanges = study.ruleChanges.filter(
    ({ date, programme }) => during(date) && programmes.has(programme),
  ).length;
  return {
    started,
    ended,
    ruleChanges,
    churn: meanAlive >= LEAST_MEAN_ALIVE ? (started + ended + ruleChanges) / meanAlive : undefined,
  };
}

/** Every dated initiative that is ever recorded at a place and passes the filters. */
function recordedAt(index: StudyIndex, question: Question, place: number): number[] {
  const { study } = index;
  const here = new Set<number>(index.within[place]);
  for (const { outline } of index.contacts[place]!) here.add(study.outlines[outline]!.initiative);
  return [...here].filter(
    (i) => study.initiatives[i]!.start !== undefined && passesFilters(study, question, i),
  );
}

function daysAlive({ study }: StudyIndex, i: number, since: IsoDate, until: IsoDate): number {
  const { start } = study.initiatives[i]!;
  const end = endOf(study, i);
  if (start === undefined) return 0;
  const from = start > since ? start : since;
  const to = end !== undefined && end < until ? end : until;
  return Math.max(0, daysBetween(from, to));
}

const daysBetween = (from: IsoDate, to: IsoDate) =>
  (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000;
