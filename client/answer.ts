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
import { type FoundFigures, isFigure } from "../server/core/hotspots/place-figures.ts";
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
import { metricClass, metricOf } from "./metrics.ts";
import type { View } from "./view.ts";

export interface Answer {
  readonly question: Question;
  /** What the rows are ranked by. */
  readonly by: Ranking;
  /** How many months ahead "ending" looks. */
  readonly months: number;
  /** What the ranking's figure rests on; undefined where it goes by none, or has not come yet. */
  readonly figures: FoundFigures | undefined;
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

/** A view as the study alone can answer it: ranked by a figure of the server's it is ranked by cover. */
export const withoutFigure = (view: View): View =>
  isFigure(view.by) ? { ...view, by: "cover" } : view;

/** The depth class of a count: the top class is open. */
export const depthClass = (depth: number) => Math.min(depth, TOP_DEPTH);

/** Whether the legend leaves a class in. */
export const classShown = (classes: readonly number[], at: number) =>
  classes.length === 0 || classes.includes(at);

/** Whether the legend leaves a depth in. */
export const depthShown = (depths: readonly number[], depth: number) =>
  classShown(depths, depthClass(depth));

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

/** The answer to a view; a ranking by a figure needs the figures of that very question. */
export type Answerer = (view: View, figures?: FoundFigures) => Answer;

interface Asked {
  readonly view: View;
  readonly figures: FoundFigures | undefined;
}

/** Answers views of one study; the same part of a view gives the same object back. */
export function createAnswerer(index: StudyIndex): Answerer {
  const parts = new Map(
    regionsOf(index.study).map((region) => [
      region,
      initiativesAt(index, rankedPlaces(index, region)),
    ]),
  );
  const foldsOf = remember<Asked, Folds>(
    (asked) => fold(index, asked, parts),
    ({ view, figures }) => [
      JSON.stringify([questionOf(view), view.by, view.months, view.region]),
      figures,
    ],
  );
  const yearsOf = remember<View, Years>(
    (view) => {
      const asked = inPart(view, parts);
      return { quarters: timeline(index, asked), peak: peak(index, asked) };
    },
    (view) => [JSON.stringify([{ ...questionOf(view), at: "" }, view.region])],
  );
  const answerOf = remember<Asked, Answer>(
    (asked) => {
      const { view } = asked;
      const folds = foldsOf(asked);
      const shown = folds.rows.filter((row) => classShown(view.depths, shownClass(view.by, row)));
      return { ...folds, shown, ...yearsOf(view) };
    },
    ({ view, figures }) => [
      JSON.stringify([questionOf(view), view.by, view.months, view.depths, view.region]),
      figures,
    ],
  );
  return (view, figures) => answerOf({ view, figures });
}

/** The class of the legend that a place stands in. */
function shownClass(by: Ranking, row: PlaceRow): number {
  const metric = metricOf(by);
  return metric ? metricClass(metric, row) : depthClass(row.covers);
}

type Parts = ReadonlyMap<string, ReadonlySet<number>>;

/** The question of the initiatives in the region that is looked at. */
function inPart(view: View, parts: Parts): Question {
  const among = view.region === undefined ? undefined : parts.get(view.region);
  return among === undefined ? questionOf(view) : { ...questionOf(view), among };
}

function fold(index: StudyIndex, { view, figures }: Asked, parts: Parts): Folds {
  const { by, months, region } = view;
  const question = inPart(view, parts);
  const rows = rankPlaces(index, question, by, region, { figures: figures?.places, months });
  const ranges = cellDepthRanges(index, question);
  return {
    question: questionOf(view),
    by,
    months,
    figures,
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

/** Keeps the last result for as long as every part of the key stays the same. */
function remember<A, R>(
  work: (input: A) => R,
  keyOf: (input: A) => readonly unknown[],
): (input: A) => R {
  let last: { key: readonly unknown[]; result: R } | undefined;
  return (input) => {
    const key = keyOf(input);
    if (!last || key.some((part, i) => part !== last!.key[i])) last = { key, result: work(input) };
    return last.result;
  };
}
