/**
 * What the map colours by. Depth colours cells; any other metric colours whole places by a figure of
 * theirs, in classes that are the same on every date, so that two dates can be compared by eye.
 */
import type { FigureId, PlaceFigure } from "../server/core/hotspots/place-figures.ts";
import type { PlaceRow, Ranking } from "../server/core/hotspots/ranking.ts";
import { TOP_DEPTH } from "../server/core/hotspots/summary.ts";
import { count, hundredths, money, percent, rate } from "./format.ts";
import { UNKNOWN_CLASS } from "./view.ts";

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

/** How each of the server's figures is written. */
const WRITTEN: Readonly<Record<FigureId, (value: number) => string>> = {
  people: mean,
  money,
  claims: count,
  burden: mean,
  need: percent,
};

/** A figure as it is written: a floor has a plus (the type of the maps has no other sign), what cannot be told a word. */
export function figureWord(id: FigureId, figure: PlaceFigure | undefined): string {
  if (figure?.value === undefined) return NOT_TOLD;
  return `${WRITTEN[id](figure.value)}${figure.atLeast ? "+" : ""}`;
}

/** A metric of one of the server's figures. */
function ofFigure(id: FigureId, classes: Pick<PlaceMetric, "bounds" | "word">): PlaceMetric {
  return {
    ...classes,
    value: ({ figure }) => figure?.value,
    figure: ({ figure }) => figureWord(id, figure),
  };
}

/** What stands in the list where a figure cannot be told. */
export const NOT_TOLD = "no figure";

/** A mean or a ratio: 0 is nought, what is less than it shows is not. */
function mean(value: number): string {
  if (value === 0) return "0";
  return value < 10 ? hundredths(value) : rate(value);
}

/** Class words of the form "from–to", the last one open. */
function spans(write: (bound: number) => string): PlaceMetric["word"] {
  return (bound, next) =>
    next === undefined ? `${write(bound)}+` : `${write(bound)}–${write(next)}`;
}

/** A ranking without an entry is about cover, and the map shows depth. */
const METRICS: Partial<Record<Ranking, PlaceMetric>> = {
  funders: { ...WHOLE, value: ({ funders }) => funders, figure: ({ funders }) => count(funders) },
  ending: { ...WHOLE, value: ({ ending }) => ending, figure: ({ ending }) => count(ending) },
  people: ofFigure("people", {
    bounds: [0.001, 0.5, 1, 2, 3, 4],
    word: spans((bound) => (bound < 0.01 ? "0" : rate2(bound))),
  }),
  money: ofFigure("money", {
    bounds: [0.001, 1, 5, 10, 25, 50],
    word: spans((bound) => (bound < 0.01 ? "£0" : `£${count(bound)}`)),
  }),
  claims: ofFigure("claims", { bounds: [1, 5, 10, 20, 40, 80], word: spans(count) }),
  burden: ofFigure("burden", {
    bounds: [0.001, 0.05, 0.1, 0.25, 0.5, 1],
    word: spans((bound) => (bound < 0.01 ? "0" : String(bound))),
  }),
  need: ofFigure("need", {
    bounds: [1e-9, 0.01, 0.25, 0.5, 0.75, 1],
    word: (bound, next) => {
      if (next === undefined) return percent(bound);
      return bound < 0.01 ? "<1%" : `${percent(bound)}–${percent(next)}`;
    },
  }),
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

/** 0 for none, 1 and up by the bounds, {@link UNKNOWN_CLASS} where nothing can be said. */
export function metricClass({ value, bounds }: PlaceMetric, row: PlaceRow): number {
  const figure = value(row);
  if (figure === undefined) return UNKNOWN_CLASS;
  return bounds.filter((bound) => figure >= bound).length;
}

/** Places in each class, 0 first, the unknown last. */
export function placesByClass(metric: PlaceMetric, rows: readonly PlaceRow[]): number[] {
  const counts = new Array<number>(UNKNOWN_CLASS + 1).fill(0);
  for (const row of rows) counts[metricClass(metric, row)]!++;
  return counts;
}

/** The class in words; the unknown and nought have their own. */
export function classWord({ bounds, word }: PlaceMetric, at: number): string {
  if (at === UNKNOWN_CLASS) return NOT_TOLD;
  return at === 0 ? "0" : word(bounds[at - 1]!, bounds[at]);
}
