/** What was alive in each quarter of the years the product looks at. */
import { addMonths, type IsoDate, isoDate } from "../units.ts";
import {
  endOf,
  outlineValidOn,
  passesFilters,
  type Question,
  selectsInitiative,
} from "./question.ts";
import type { StudyIndex } from "./study-index.ts";

export const FIRST_DAY = isoDate("1994-01-01")!;
export const LAST_DAY = isoDate("2009-12-31")!;

export interface Quarter {
  /** Its first day, on which the counts are taken. */
  readonly from: IsoDate;
  readonly outlined: number;
  readonly located: number;
}

/** Counts for every quarter, under the question's filters; its date plays no part. */
export function timeline({ study, outlinesOf }: StudyIndex, question: Question): Quarter[] {
  const quarters: Quarter[] = [];
  for (let from = FIRST_DAY; from <= LAST_DAY; from = addMonths(from, 3)) {
    const then = { ...question, at: from };
    let outlined = 0;
    let located = 0;
    study.initiatives.forEach((_, i) => {
      if (!selectsInitiative(study, then, i)) return;
      if (outlinesOf[i]!.some((outline) => outlineValidOn(study, outline, from))) outlined++;
      else located++;
    });
    quarters.push({ from, outlined, located });
  }
  return quarters;
}

/** The most that were ever alive at once within those years, and the first day of it. */
export interface Peak {
  readonly on: IsoDate;
  readonly alive: number;
}

/**
 * The peak under the question's filters. Counts rise only on a day that something starts, so those
 * days are enough.
 *
 * @returns undefined where nothing was alive
 */
export function peak({ study }: StudyIndex, question: Question): Peak | undefined {
  const spans = study.initiatives.flatMap((initiative, i) =>
    initiative.start !== undefined && passesFilters(study, question, i)
      ? [{ start: initiative.start, end: endOf(study, i) }]
      : [],
  );
  const days = new Set(
    spans.flatMap(({ start }) => (start > LAST_DAY ? [] : start < FIRST_DAY ? FIRST_DAY : start)),
  );
  let highest: Peak | undefined;
  for (const on of [...days].sort()) {
    const alive = spans.filter(
      ({ start, end }) => start <= on && (end === undefined || on < end),
    ).length;
    if (alive > (highest?.alive ?? 0)) highest = { on, alive };
  }
  return highest;
}
