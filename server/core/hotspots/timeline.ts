/** What was alive in each quarter of the years the product looks at. */
import { addMonths, type IsoDate, isoDate } from "../units.ts";
import { outlineValidOn, type Question, selectsInitiative } from "./question.ts";
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
