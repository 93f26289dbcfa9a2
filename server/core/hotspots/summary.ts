/** The figures of the headline: how many places hold how much, and what was left out. */
import type { Category, Programme } from "../model.ts";
import { programmePasses, type Question } from "./question.ts";
import type { PlaceRow } from "./ranking.ts";
import { leftIn, selectedList } from "./selection.ts";
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
  /**
   * Programmes at work on the date, under the filters, that we do not hold whole or do not know to
   * hold whole: those of which nothing is held too.
   */
  readonly incomplete: readonly number[];
}

/** @param rows the places that are summed up: England's, a region's, or one */
export function summarise(
  index: StudyIndex,
  question: Question,
  rows: readonly PlaceRow[],
): Summary {
  const alive = selectedList(index, question);
  const passes = leftIn(index, question);
  const undated = index.study.initiatives.filter(
    ({ start }, i) => start === undefined && passes[i],
  );
  const reaching = (count: number) => rows.filter((row) => row.all >= count).length;
  const pile = [6, 5, 4, 3, 2, 1].find((count) => count <= PILE && reaching(count) > 0) ?? 1;
  const most = rows.reduce((top, { all }) => Math.max(top, all), 0);
  const placesByCovers = new Array<number>(TOP_DEPTH + 1).fill(0);
  for (const { covers } of rows) placesByCovers[Math.min(covers, TOP_DEPTH)]!++;
  return {
    alive: alive.length,
    undated: undated.length,
    places: rows.length,
    placesWithAny: reaching(1),
    pile,
    placesWithPile: reaching(pile),
    most: {
      count: most,
      places: most > 0 ? rows.filter(({ all }) => all === most).map(({ place }) => place) : [],
    },
    placesByCovers,
    incomplete: incompleteProgrammes(index, question, alive),
  };
}

/** Whether a programme's list is known to be incomplete, or not known to be whole. */
export const isIncomplete = ({ held, existed }: Programme): boolean =>
  existed === undefined || held < existed;

function incompleteProgrammes(
  { study }: StudyIndex,
  question: Question,
  alive: readonly number[],
): number[] {
  const present = new Set(alive.map((i) => study.initiatives[i]!.programme));
  const paidFor = programmesPaidBy(study, question.funders);
  return study.programmes.flatMap((programme, p) => {
    const { start, end } = programme;
    const running =
      start !== undefined && start <= question.at && (end === undefined || question.at < end);
    const asked = programmePasses(programme, question) && (!paidFor || paidFor.has(p));
    if (!present.has(p) && !(running && asked)) return [];
    return isIncomplete(programme) ? [p] : [];
  });
}

/** Programmes with an initiative that any of the funders pays for; undefined without that filter. */
function programmesPaidBy(
  { initiatives, funders }: StudyIndex["study"],
  asked: Question["funders"],
): ReadonlySet<number> | undefined {
  if (!asked?.length) return undefined;
  const paid = initiatives.filter((one) => one.funders.some((at) => asked.includes(funders[at]!)));
  return new Set(paid.map(({ programme }) => programme));
}

/** Alive initiatives by category, were that category's filter off: the counts on the filter. */
export function countByCategory(index: StudyIndex, question: Question): Map<Category, number> {
  return countBy(index, { ...question, categories: [] }, ({ category }) => [category]);
}

/** Alive initiatives by programme, were the programme filter off. */
export function countByProgramme(index: StudyIndex, question: Question): Map<number, number> {
  return countBy(index, { ...question, programmes: [] }, (_, programme) => [programme]);
}

/** Alive initiatives by lead department, were the department filter off. */
export function countByDepartment(index: StudyIndex, question: Question): Map<string, number> {
  return countBy(index, { ...question, departments: [] }, ({ department }) => [department]);
}

/** Alive initiatives by aim, were the aim filter off. One with two aims stands under both. */
export function countByAim(index: StudyIndex, question: Question): Map<string, number> {
  return countBy(index, { ...question, aims: [] }, ({ aims }) => aims);
}

/** Alive initiatives by funder, were the funder filter off. One with two funders stands under both. */
export function countByFunder(index: StudyIndex, question: Question): Map<string, number> {
  const { initiatives, funders } = index.study;
  const counts = new Map<string, number>();
  for (const i of selectedList(index, { ...question, funders: [] })) {
    for (const at of initiatives[i]!.funders) {
      const name = funders[at]!;
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return counts;
}

function countBy<T>(
  index: StudyIndex,
  question: Question,
  keysOf: (programme: Programme, at: number) => readonly T[],
): Map<T, number> {
  const { initiatives, programmes } = index.study;
  const keys = programmes.map(keysOf);
  const counts = new Map<T, number>();
  for (const i of selectedList(index, question))
    for (const key of keys[initiatives[i]!.programme]!) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
