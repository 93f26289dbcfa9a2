/**
 * What the map colours by. Depth colours cells; any other metric colours whole places by a figure of
 * theirs, in classes that are the same on every date, so that two dates can be compared by eye.
 */
import type { PlaceRow, Ranking } from "../server/core/hotspots/ranking.ts";
import { TOP_DEPTH } from "../server/core/hotspots/summary.ts";
import { count, rate } from "./format.ts";

export interface PlaceMetric {
  /** Undefined where nothing can be said of the place; 0 is a figure. */
  readonly value: (row: PlaceRow) => number | undefined;
  /** The value as it is written on the map. */
  readonly figure: (row: PlaceRow) => string;
  /** Lower bounds of the classes above 0, ascending; class 0 is none. */
  readonly bounds: readonly number[];
  /** The class from its bound to the next, in words; the top class is open. */
  readonly word: (bound: number, next: number | undefined) => string;
}

const WHOLE: Pick<PlaceMetric, "bounds" | "word"> = {
  bounds: Array.from({ length: TOP_DEPTH }, (_, i) => i + 1),
  word: (bound, next) => (next === undefined ? `${count(bound)}+` : count(bound)),
};

/** A ranking without an entry is about cover, and the map shows depth. */
const METRICS: Partial<Record<Ranking, PlaceMetric>> = {
  funders: { ...WHOLE, value: ({ funders }) => funders, figure: ({ funders }) => count(funders) },
  ending: { ...WHOLE, value: ({ ending }) => ending, figure: ({ ending }) => count(ending) },
  churn: {
    value: ({ churn }) => churn,
    figure: ({ churn }) => rate(churn),
    bounds: [0.001, 0.25, 0.5, 1, 2, 4],
    word: (bound, next) => {
      const from = bound < 0.01 ? "0" : rate2(bound);
      return next === undefined ? `${from}+` : `${from}–${rate2(next)}`;
    },
  },
};

/** Two decimals at most: the bounds of churn. */
const rate2 = (value: number) => (value < 1 ? String(value) : rate(value));

/** What the map shows of places under a ranking; undefined where it shows the depth of cells. */
export const metricOf = (by: Ranking): PlaceMetric | undefined => METRICS[by];

/** 0 for none, 1 and up by the bounds, undefined where nothing can be said. */
export function metricClass({ value, bounds }: PlaceMetric, row: PlaceRow): number | undefined {
  const figure = value(row);
  if (figure === undefined) return undefined;
  return bounds.filter((bound) => figure >= bound).length;
}

/** Places in each class, 0 first. */
export function placesByClass(metric: PlaceMetric, rows: readonly PlaceRow[]): number[] {
  const counts = [0, ...metric.bounds.map(() => 0)];
  for (const row of rows) {
    const at = metricClass(metric, row);
    if (at !== undefined) counts[at]!++;
  }
  return counts;
}
