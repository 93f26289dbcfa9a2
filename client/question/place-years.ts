/** What was alive at a place in each quarter: the histogram behind its date. */
import { useMemo } from "preact/hooks";
import type { StudyIndex } from "../../server/core/hotspots/study-index.ts";
import { yearsAt } from "../answer.ts";
import type { View } from "../view.ts";

/** @param at index of the place; below 0 is no place, where nothing was alive */
export function usePlaceYears(index: StudyIndex, at: number, view: View) {
  const { categories, programmes, departments, aims, funders } = view;
  return useMemo(
    () => yearsAt(index, view, at < 0 ? [] : [at]),
    [index, at, categories, programmes, departments, aims, funders],
  );
}
