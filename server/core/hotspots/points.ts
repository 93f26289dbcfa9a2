/** Initiatives of which no more is known than about where they lie. */
import { holdsOn, outlineValidOn, type Question } from "./question.ts";
import { selectedList } from "./selection.ts";
import type { StudyIndex } from "./study-index.ts";

/**
 * Initiatives that the question leaves in and that have a point, and neither an outline nor a cited
 * size that holds on the date: shown as a symbol, counted in no depth. Registry order.
 */
export function approximatePoints(index: StudyIndex, question: Question): number[] {
  const { study, outlinesOf, indicationsOf } = index;
  return selectedList(index, question).filter((i) => {
    if (!study.initiatives[i]!.point) return false;
    const drawn =
      outlinesOf[i]!.some((outline) => outlineValidOn(study, outline, question.at)) ||
      indicationsOf[i]!.some((at) => holdsOn(study.indications[at]!, question.at));
    return !drawn;
  });
}
