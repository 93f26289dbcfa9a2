/**
 * What the screen shows under a view: the folds of server/core/hotspots over the study at hand.
 * Pure but for a memory of the last answer, so that a step of the date recounts only what the date
 * can change.
 */
import {
  cellDepthRanges,
  type DepthRanges,
  liveIndications,
} from "../server/core/hotspots/depth.ts";
import { approximatePoints } from "../server/core/hotspots/points.ts";
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
import { type Peak, peak, type Quarter, timeline } from "../server/core/hotspots/timeline.ts";
import type { Category } from "../server/core/model.ts";
import type { View } from "./view.ts";

export interface Answer {
  readonly question: Question;
  /** What the rows are ranked by. */
  readonly by: Ranking;
  /** Every ranked place, best first. */
  readonly rows: readonly PlaceRow[];
  /** The rows that the legend leaves in. */
  readonly shown: readonly PlaceRow[];
  /** Place -> its row; absent for places that are not ranked. */
  readonly rowOf: ReadonlyMap<number, PlaceRow>;
  readonly summary: Summary;
  readonly quarters: readonly Quarter[];
  readonly peak: Peak | undefined;
  readonly byCategory: ReadonlyMap<Category, number>;
  readonly byProgramme: ReadonlyMap<number, number>;
  readonly byDepartment: ReadonlyMap<string, number>;
  /** One a cell. */
  readonly depths: Uint16Array;
  /** The same, and with the largest discs counted in. */
  readonly ranges: DepthRanges;
  /** Indicative boundaries that hold. */
  readonly discs: readonly number[];
  /** Initiatives of which no more than a point is known. */
  readonly points: readonly number[];
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

type Years = Pick<Answer, "quarters" | "peak">;
type Folds = Omit<Answer, keyof Years | "shown">;

/** Answers views of one study; the same part of a view gives the same object back. */
export function createAnswerer(index: StudyIndex): (view: View) => Answer {
  const foldsOf = remember<View, Folds>(
    (view) => fold(index, questionOf(view), view.by),
    (view) => JSON.stringify([questionOf(view), view.by]),
  );
  const yearsOf = remember<View, Years>(
    (view) => ({
      quarters: timeline(index, questionOf(view)),
      peak: peak(index, questionOf(view)),
    }),
    (view) => JSON.stringify({ ...questionOf(view), at: "" }),
  );
  return remember<View, Answer>(
    (view) => {
      const folds = foldsOf(view);
      const shown = folds.rows.filter(({ covers }) => depthShown(view.depths, covers));
      return { ...folds, shown, ...yearsOf(view) };
    },
    (view) => JSON.stringify([questionOf(view), view.by, view.depths]),
  );
}

function fold(index: StudyIndex, question: Question, by: Ranking): Folds {
  const rows = rankPlaces(index, question, by);
  const ranges = cellDepthRanges(index, question);
  return {
    question,
    by,
    rows,
    rowOf: new Map(rows.map((row) => [row.place, row])),
    summary: summarise(index, question, rows),
    byCategory: countByCategory(index, question),
    byProgramme: countByProgramme(index, question),
    byDepartment: countByDepartment(index, question),
    depths: ranges.depth,
    ranges,
    discs: liveIndications(index, question),
    points: approximatePoints(index, question),
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
