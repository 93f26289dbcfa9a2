/** The measures of a place word for word from their definitions, through its stack: slow, and the referee. */
import type { PlaceMeasures } from "../../server/core/hotspots/place-measures.ts";
import {
  aliveOn,
  endOf,
  passesFilters,
  type Question,
} from "../../server/core/hotspots/question.ts";
import { stackAt } from "../../server/core/hotspots/stack.ts";
import type { StudyIndex } from "../../server/core/hotspots/study-index.ts";
import { addMonths, type IsoDate, pounds } from "../../server/core/units.ts";

const LEAST_MEAN_ALIVE = 1;

export function measuresByDefinition(
  index: StudyIndex,
  question: Question,
  place: number,
): PlaceMeasures {
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
