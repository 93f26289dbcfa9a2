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
import { initiativesAt } from "../server/core/hotspots/initiatives-at.ts";
import { approximatePoints } from "../server/core/hotspots/points.ts";
import type { Question } from "../server/core/hotspots/question.ts";
import {
  type PlaceRow,
  type Ranking,
  rankedPlaces,
  rankPlaces,
  regionsOf,
} from "../server/core/hotspots/ranking.ts";
import { selected } from "../server/core/hotspots/selection.ts";
import type { StudyIndex } from "../server/core/hotspots/study-index.ts";
import {
  countByAim,
  countByCategory,
  countByDepartment,
  countByFunder,
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
  readonly byAim: ReadonlyMap<string, number>;
  readonly byFunder: ReadonlyMap<string, number>;
  readonly byRegion: ReadonlyMap<string, number>;
  /** The part of the country that the rows are of; absent is England. */
  readonly region: string | undefined;
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
  aims: view.aims,
  funders: view.funders,
});

/** The depth class of a count: the top class is open. */
export const depthClass = (depth: number) => Math.min(depth, TOP_DEPTH);

/** Whether the legend leaves a depth in. */
export const depthShown = (depths: readonly number[], depth: number) =>
  depths.length === 0 || depths.includes(depthClass(depth));

/** Alive initiatives by region; one that reaches over a border stands under both. */
function countByRegion(index: StudyIndex, question: Question, parts: Parts): Map<string, number> {
  const alive = selected(index, question);
  const countOf = (among: ReadonlySet<number>) => {
    let count = 0;
    for (const i of among) count += alive[i]!;
    return count;
  };
  return new Map([...parts].map(([region, among]) => [region, countOf(among)]));
}

type Years = Pick<Answer, "quarters" | "peak">;
type Folds = Omit<Answer, keyof Years | "shown">;

/** What was alive at some places in each quarter, and the peak there. */
export function yearsAt(index: StudyIndex, view: View, places: readonly number[]): Years {
  const asked = { ...questionOf(view), among: initiativesAt(index, places) };
  return { quarters: timeline(index, asked), peak: peak(index, asked) };
}

/** Answers views of one study; the same part of a view gives the same object back. */
export function createAnswerer(index: StudyIndex): (view: View) => Answer {
  const parts = new Map(
    regionsOf(index.study).map((region) => [
      region,
      initiativesAt(index, rankedPlaces(index, region)),
    ]),
  );
  const foldsOf = remember<View, Folds>(
    (view) => fold(index, view, parts),
    (view) => JSON.stringify([questionOf(view), view.by, view.region]),
  );
  const yearsOf = remember<View, Years>(
    (view) => {
      const asked = inPart(view, parts);
      return { quarters: timeline(index, asked), peak: peak(index, asked) };
    },
    (view) => JSON.stringify([{ ...questionOf(view), at: "" }, view.region]),
  );
  return remember<View, Answer>(
    (view) => {
      const folds = foldsOf(view);
      const shown = folds.rows.filter(({ covers }) => depthShown(view.depths, covers));
      return { ...folds, shown, ...yearsOf(view) };
    },
    (view) => JSON.stringify([questionOf(view), view.by, view.depths, view.region]),
  );
}

type Parts = ReadonlyMap<string, ReadonlySet<number>>;

/** The question of the initiatives in the region that is looked at. */
function inPart(view: View, parts: Parts): Question {
  const among = view.region === undefined ? undefined : parts.get(view.region);
  return among === undefined ? questionOf(view) : { ...questionOf(view), among };
}

function fold(index: StudyIndex, view: View, parts: Parts): Folds {
  const { by, region } = view;
  const question = inPart(view, parts);
  const rows = rankPlaces(index, question, by, region);
  const ranges = cellDepthRanges(index, question);
  return {
    question: questionOf(view),
    by,
    region,
    rows,
    rowOf: new Map(rows.map((row) => [row.place, row])),
    summary: summarise(index, question, rows),
    byCategory: countByCategory(index, question),
    byProgramme: countByProgramme(index, question),
    byDepartment: countByDepartment(index, question),
    byAim: countByAim(index, question),
    byFunder: countByFunder(index, question),
    byRegion: countByRegion(index, questionOf(view), parts),
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
