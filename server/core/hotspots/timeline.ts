/** What was alive in each quarter of the years the product looks at. */
import { addMonths, type IsoDate, isoDate } from "../units.ts";
import { dateOf, dayNumber, spanHolds } from "./lives.ts";
import type { Question } from "./question.ts";
import { leftIn } from "./selection.ts";
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
export function timeline(index: StudyIndex, question: Question): Quarter[] {
  const { lives, outlinesOf } = index;
  const passes = leftIn(index, question);
  const quarters: Quarter[] = [];
  for (let from = FIRST_DAY; from <= LAST_DAY; from = addMonths(from, 3)) {
    const day = dayNumber(from);
    let outlined = 0;
    let located = 0;
    for (let i = 0; i < passes.length; i++) {
      if (!passes[i] || !spanHolds(lives.initiatives, i, day)) continue;
      if (outlinesOf[i]!.some((outline) => spanHolds(lives.outlines, outline, day))) outlined++;
      else located++;
    }
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
export function peak(index: StudyIndex, question: Question): Peak | undefined {
  const { from, to } = index.lives.initiatives;
  const passes = leftIn(index, question);
  // An undated one begins never, so it has no day; nor has one that ends as it begins.
  const lived = [...from.keys()].filter((i) => passes[i] && from[i]! < to[i]!);
  const starts = Int32Array.from(lived, (i) => from[i]!).sort();
  const ends = Int32Array.from(lived, (i) => to[i]!).sort();
  const [first, last] = [dayNumber(FIRST_DAY), dayNumber(LAST_DAY)];
  let started = 0;
  let ended = 0;
  let highest: Peak | undefined;
  for (const start of starts) {
    const day = Math.max(start, first);
    if (day > last) break;
    while (starts[started]! <= day) started++;
    while (ends[ended]! <= day) ended++;
    const alive = started - ended;
    if (alive > (highest?.alive ?? 0)) highest = { on: dateOf(day), alive };
  }
  return highest;
}
