/** The measures of places under a question. */
import { addMonths, type Pounds, pounds } from "../units.ts";
import { dayNumber, NEVER, spanHolds } from "./lives.ts";
import type { Question } from "./question.ts";
import { leftIn } from "./selection.ts";
import type { Recorded, StudyIndex } from "./study-index.ts";

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
  /** Initiatives alive on the date whose end falls within the months looked ahead. */
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
/** How many months ahead `ending` looks where nobody says. */
export const ENDING_MONTHS = 12;

/** Measure one place; to measure many under one question, {@link createMeasurer}. */
export const measurePlace = (index: StudyIndex, question: Question, place: number) =>
  createMeasurer(index, question)(place);

/**
 * Measures places one after another under one question: what is the same for all of them is worked
 * out once. The counts are those of `stackAt`, without a stack being made. Rule changes are those
 * recorded, so churn is a lower bound.
 *
 * @param months how far ahead `ending` looks
 */
export function createMeasurer(
  index: StudyIndex,
  question: Question,
  months = ENDING_MONTHS,
): (place: number) => PlaceMeasures {
  const { study, lives } = index;
  const passes = leftIn(index, question);
  const day = dayNumber(question.at);
  const horizon = dayNumber(addMonths(question.at, months));
  const lastYearAt = createLastYear(index, question);
  return (place) => {
    const here = index.recorded[place]!.filter(({ initiative }) => passes[initiative]);
    // In the order of a stack: covers, touches, within.
    const alive: [number[], number[], number[]] = [[], [], []];
    let undated = 0;
    for (const { initiative, contacts } of here) {
      if (lives.initiatives.from[initiative] === NEVER) undated++;
      else if (spanHolds(lives.initiatives, initiative, day)) {
        const valid = contacts.findLast(({ outline }) => spanHolds(lives.outlines, outline, day));
        alive[valid ? (valid.covers ? 0 : 1) : 2].push(initiative);
      }
    }
    const all = alive.flat();
    const ending = all.filter((i) => lives.initiatives.to[i]! <= horizon);
    const budgets = ending.flatMap((i) => study.initiatives[i]!.budget ?? []);
    const departments = new Set(
      all.map((i) => study.programmes[study.initiatives[i]!.programme]!.department),
    );
    departments.delete("");
    return {
      covers: alive[0].length,
      touches: alive[1].length,
      within: alive[2].length,
      undated,
      all: all.length,
      funders: departments.size,
      ending: ending.length,
      endingMoney: budgets.length ? pounds(budgets.reduce((a, b) => a + b, 0)) : undefined,
      endingMoneyKnown: budgets.length,
      ...lastYearAt(here),
    };
  };
}

type LastYear = Pick<PlaceMeasures, "started" | "ended" | "ruleChanges" | "churn">;

/** What changed in the twelve months up to the date, among initiatives recorded at a place. */
function createLastYear({ study, lives }: StudyIndex, { at }: Question) {
  const until = dayNumber(at);
  const since = dayNumber(addMonths(at, -12));
  const during = (day: number) => since < day && day <= until;
  const changes = study.ruleChanges.filter(({ date }) => during(dayNumber(date)));
  return (here: readonly Recorded[]): LastYear => {
    const programmes = new Set<number>();
    let started = 0;
    let ended = 0;
    let days = 0;
    for (const { initiative } of here) {
      const from = lives.initiatives.from[initiative]!;
      const to = lives.initiatives.to[initiative]!;
      if (from === NEVER) continue;
      if (during(from)) started++;
      if (during(to)) ended++;
      const alive = Math.max(0, Math.min(to, until) - Math.max(from, since));
      days += alive;
      if (alive > 0 || (from <= until && until < to))
        programmes.add(study.initiatives[initiative]!.programme);
    }
    const ruleChanges = changes.filter(({ programme }) => programmes.has(programme)).length;
    const meanAlive = days / (until - since);
    const churn =
      meanAlive >= LEAST_MEAN_ALIVE ? (started + ended + ruleChanges) / meanAlive : undefined;
    return { started, ended, ruleChanges, churn };
  };
}
