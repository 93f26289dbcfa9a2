/** Which initiatives a question leaves in, all at once: `passesFilters` and `selectsInitiative`, row by row. */
import { dayNumber, spanHolds } from "./lives.ts";
import { programmePasses, type Question } from "./question.ts";
import type { StudyIndex } from "./study-index.ts";

/** Initiative -> 1 where the filters leave it in, whatever the date. */
export function leftIn({ study }: StudyIndex, question: Question): Uint8Array {
  const programmes = study.programmes.map((programme) => programmePasses(programme, question));
  const { among } = question;
  const payers = question.funders?.length
    ? study.funders.map((name) => question.funders!.includes(name))
    : undefined;
  const marks = new Uint8Array(study.initiatives.length);
  study.initiatives.forEach(({ programme, funders }, i) => {
    if (!programmes[programme] || (among && !among.has(i))) return;
    if (!payers || funders.some((at) => payers[at])) marks[i] = 1;
  });
  return marks;
}

/** Initiative -> 1 where the question leaves it in on its date. */
export function selected(index: StudyIndex, question: Question): Uint8Array {
  const marks = leftIn(index, question);
  const day = dayNumber(question.at);
  for (let i = 0; i < marks.length; i++)
    if (!spanHolds(index.lives.initiatives, i, day)) marks[i] = 0;
  return marks;
}

/** The initiatives that the question leaves in on its date, ascending. */
export function selectedList(index: StudyIndex, question: Question): number[] {
  const list: number[] = [];
  selected(index, question).forEach((mark, i) => {
    if (mark) list.push(i);
  });
  return list;
}
