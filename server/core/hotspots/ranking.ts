/** Hotspots: the places of England in order of what falls on them. */

import type { Study } from "../model.ts";
import { FIGURES, isFigure, type PlaceFigure, type PlaceFigures } from "./place-figures.ts";
import { createMeasurer, ENDING_MONTHS, type PlaceMeasures } from "./place-measures.ts";
import type { Question } from "./question.ts";
import type { StudyIndex } from "./study-index.ts";

/** What a list can be ranked by. */
export const RANKINGS = ["cover", "all", ...FIGURES, "funders", "ending", "churn"] as const;
export type Ranking = (typeof RANKINGS)[number];

export interface PlaceRow extends PlaceMeasures {
  readonly place: number;
  /** 1 for the first; places that tie share the better rank. */
  readonly rank: number;
  readonly tied: boolean;
  /** What the ranking goes by, where that is a figure; undefined where it is not known of the place. */
  readonly figure: PlaceFigure | undefined;
}

/** What a ranking goes by beside the study. */
export interface RankWith {
  /** Of the ranking's own figure, where it is one. */
  readonly figures?: PlaceFigures | undefined;
  /** How many months ahead `ending` looks; {@link ENDING_MONTHS} without it. */
  readonly months?: number | undefined;
}

type Measured = PlaceMeasures & Pick<PlaceRow, "figure">;

/** Below every figure, 0 included, for what cannot be told. */
const NOT_TOLD = -1;

function ofFigure({ figure }: Measured): readonly number[] {
  return [figure?.value ?? NOT_TOLD];
}

/** Sort keys, largest first; places equal in every key tie. */
const KEYS: Record<Ranking, (m: Measured) => readonly number[]> = {
  cover: (m) => [m.covers, m.within, m.touches],
  all: (m) => [m.all, m.covers],
  people: ofFigure,
  money: ofFigure,
  claims: ofFigure,
  burden: ofFigure,
  need: ofFigure,
  funders: (m) => [m.funders, m.all],
  ending: (m) => [m.ending, m.endingMoney ?? 0],
  churn: (m) => [m.churn ?? 0, m.started + m.ended],
};

/**
 * Every ranked place with its measures, best first; ties stand in order of name.
 *
 * @param by the default is covers, then somewhere within (CONTRACT, Grades of a boundary)
 * @param region where one is named its places are ranked among themselves
 * @param beside figures, for a ranking by one; without them each place is unknown
 */
export function rankPlaces(
  index: StudyIndex,
  question: Question,
  by: Ranking = "cover",
  region?: string,
  { figures, months = ENDING_MONTHS }: RankWith = {},
): PlaceRow[] {
  const measure = createMeasurer(index, question, months);
  const rows = rankedPlaces(index, region).map((place) => {
    const figure = isFigure(by) ? figures?.get(place) : undefined;
    const measures = { ...measure(place), figure };
    return { place, measures, key: KEYS[by](measures), name: index.study.places[place]!.name };
  });
  rows.sort((a, b) => compareKeys(b.key, a.key) || (a.name < b.name ? -1 : 1));
  const same = (i: number, j: number) =>
    rows[i] !== undefined && rows[j] !== undefined && !compareKeys(rows[i].key, rows[j].key);
  let rank = 0;
  return rows.map(({ place, measures }, i) => {
    if (!same(i - 1, i)) rank = i + 1;
    return { ...measures, place, rank, tied: same(i - 1, i) || same(i, i + 1) };
  });
}

/** The places that enter a ranking: England's, since the registry is England's, or a region's. */
export function rankedPlaces({ study }: StudyIndex, region?: string): number[] {
  return study.places.flatMap((place, index) =>
    place.country === "England" && (region === undefined || place.region === region) ? [index] : [],
  );
}

/** The regions of the ranked places, in order of name. */
export const regionsOf = ({ places }: Study): string[] =>
  [...new Set(places.flatMap(({ country, region }) => (country === "England" ? [region] : [])))]
    .filter((region) => region !== "")
    .sort();

/**
 * Whether a ranking has anything to go by at a place. Where all that it ranks by is nought, the
 * place shares the last rank with every other such place, and the rank tells a person nothing.
 */
export const isRanked = (measures: Measured, by: Ranking) =>
  KEYS[by](measures).some((value) => value > 0);

function compareKeys(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return 0;
}
