/** The figures of the headline: how many places hold how much, and what was left out. */
import type { Category } from "../model.ts";
import { passesFilters, type Question, selectsInitiative } from "./question.ts";
import { type PlaceRow, rankedPlaces } from "./ranking.ts";
import type { StudyIndex } from "./study-index.ts";

/** Six or more counts as a pile-up; fewer where nothing reaches six. */
const PILE = 6;
/** The top class of depth is open. */
export const TOP_DEPTH = 6;

export interface Summary {
  /** Initiatives alive on the date, anywhere. */
  readonly alive: number;
  readonly undated: number;
  readonly places: number;
  readonly placesWithAny: number;
  /** The threshold of the headline and how many places reach it. */
  readonly pile: number;
  readonly placesWithPile: number;
  /** The places with most initiatives; several when they tie. */
  readonly most: { readonly count: number; readonly places: readonly number[] };
  /** Places at each number of covers, 0 to {@link TOP_DEPTH} and more. */
  readonly placesByCovers: readonly number[];
  /** Programmes with an initiative alive whose list is known to be incomplete, or not known whole. */
  readonly incomplete: readonly number[];
}

export function summarise(
  index: StudyIndex,
  question: Question,
  rows: readonly PlaceRow[],
): Summary {
  const { study } = index;
  const alive = study.initiatives.flatMap((_, i) =>
    selectsInitiative(study, question, i) ? [i] : [],
  );
  const undated = study.initiatives.filter(
    ({ start }, i) => start === undefined && passesFilters(study, question, i),
  );
  const reaching = (count: number) => rows.filter((row) => row.all >= count).length;
  const pile = [6, 5, 4, 3, 2, 1].find((count) => count <= PILE && reaching(count) > 0) ?? 1;
  const most = rows.reduce((top, { all }) => Math.max(top, all), 0);
  const placesByCovers = new Array<number>(TOP_DEPTH + 1).fill(0);
  for (const { covers } of rows) placesByCovers[Math.min(covers, TOP_DEPTH)]!++;
  return {
    alive: alive.length,
    undated: undated.length,
    places: rankedPlaces(index).length,
    placesWithAny: reaching(1),
    pile,
    placesWithPile: reaching(pile),
    most: {
      count: most,
      places: most > 0 ? rows.filter(({ all }) => all === most).map(({ place }) => place) : [],
    },
    placesByCovers,
    incomplete: incompleteProgrammes(index, alive),
  };
}

/** Of these initiatives' programmes, those that we do not hold whole. */
function incompleteProgrammes({ study }: StudyIndex, initiatives: readonly number[]): number[] {
  const programmes = new Set(initiatives.map((i) => study.initiatives[i]!.programme));
  return [...programmes]
    .filter((p) => {
      const { held, existed } = study.programmes[p]!;
      return existed === undefined || held < existed;
    })
    .sort((a, b) => a - b);
}

/** Alive initiatives by category, were that category's filter off: the counts on the filter. */
export function countByCategory({ study }: StudyIndex, question: Question): Map<Category, number> {
  return countBy(study.initiatives.length, (i) =>
    selectsInitiative(study, { ...question, categories: [] }, i)
      ? study.programmes[study.initiatives[i]!.programme]!.category
      : undefined,
  );
}

/** Alive initiatives by programme, were the programme filter off. */
export function countByProgramme({ study }: StudyIndex, question: Question): Map<number, number> {
  return countBy(study.initiatives.length, (i) =>
    selectsInitiative(study, { ...question, programmes: [] }, i)
      ? study.initiatives[i]!.programme
      : undefined,
  );
}

function countBy<T>(length: number, keyOf: (i: number) => T | undefined): Map<T, number> {
  const counts = new Map<T, number>();
  for (let i = 0; i < length; i++) {
    const key = keyOf(i);
    if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
