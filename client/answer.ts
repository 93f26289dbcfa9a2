/**
 * What the screen shows under a view: the folds of server/core/hotspots over the study at hand.
 * Pure but for a memory of the last answer, so that a step of the date recounts only what the date
 * can change.
 */
import { cellDepths } from "../server/core/hotspots/depth.ts";
import { type Question, selectsInitiative } from "../server/core/hotspots/question.ts";
import { type PlaceRow, type Ranking, rankPlaces } from "../server/core/hotspots/ranking.ts";
import type { StudyIndex } from "../server/core/hotspots/study-index.ts";
import {
  countByCategory,
  countByProgramme,
  type Summary,
  summarise,
  TOP_DEPTH,
} from "../server/core/hotspots/summary.ts";
import { type Quarter, timeline } from "../server/core/hotspots/timeline.ts";
import type { Category } from "../server/core/model.ts";
import type { View } from "./address.ts";

export interface Answer {
  readonly question: Question;
  /** Every ranked place, best first. */
  readonly rows: readonly PlaceRow[];
  /** The rows that the legend leaves in. */
  readonly shown: readonly PlaceRow[];
  /** Place -> its row; absent for places that are not ranked. */
  readonly rowOf: ReadonlyMap<number, PlaceRow>;
  readonly summary: Summary;
  readonly quarters: readonly Quarter[];
  readonly byCategory: ReadonlyMap<Category, number>;
  readonly byProgramme: ReadonlyMap<number, number>;
  readonly byDepartment: ReadonlyMap<string, number>;
  /** One a cell. */
  readonly depths: Uint16Array;
}

export const questionOf = (view: View): Question => ({
  at: view.at,
  categories: view.categories,
  programmes: view.programmes,
  departments: view.departments,
});

/** The depth class of a count: the top class is open. */
export const depthClass = (depth: number) => Math.min(depth, TOP_DEPTH);

/** Whether the legend leaves a depth in. */
export const depthShown = (depths: readonly number[], depth: number) =>
  depths.length === 0 || depths.includes(depthClass(depth));

/** Alive initiatives by lead department, were the department filter off. */
export function countByDepartment({ study }: StudyIndex, question: Question): Map<string, number> {
  const counts = new Map<string, number>();
  study.initiatives.forEach(({ programme }, i) => {
    if (!selectsInitiative(study, { ...question, departments: [] }, i)) return;
    const { department } = study.programmes[programme]!;
    counts.set(department, (counts.get(department) ?? 0) + 1);
  });
  return counts;
}

type Folds = Omit<Answer, "quarters" | "shown">;

/** Answers views of one study; the same part of a view gives the same object back. */
export function createAnswerer(index: StudyIndex): (view: View) => Answer {
  const foldsOf = remember<View, Folds>(
    (view) => fold(index, questionOf(view), view.by),
    (view) => JSON.stringify([questionOf(view), view.by]),
  );
  const quartersOf = remember<View, Quarter[]>(
    (view) => timeline(index, questionOf(view)),
    (view) => JSON.stringify({ ...questionOf(view), at: "" }),
  );
  return remember<View, Answer>(
    (view) => {
      const folds = foldsOf(view);
      const shown = folds.rows.filter(({ covers }) => depthShown(view.depths, covers));
      return { ...folds, shown, quarters: quartersOf(view) };
    },
    (view) => JSON.stringify([questionOf(view), view.by, view.depths]),
  );
}

function fold(index: StudyIndex, question: Question, by: Ranking): Folds {
  const rows = rankPlaces(index, question, by);
  return {
    question,
    rows,
    rowOf: new Map(rows.map((row) => [row.place, row])),
    summary: summarise(index, question, rows),
    byCategory: countByCategory(index, question),
    byProgramme: countByProgramme(index, question),
    byDepartment: countByDepartment(index, question),
    depths: cellDepths(index, question),
  };
}

/** Keeps the last result for as long as the key stays the same. */
function remember<A, R>(work: (input: A) => R, keyOf: (input: A) => string): (input: A) => R {
  let last: { key: string; result: R } | undefined;
  return (input) => {
    const key = keyOf(input);
    if (last?.key !== key) last = { key, result: work(input) };
    return last.result;
  };
}
