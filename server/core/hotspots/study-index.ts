/** What can be worked out from a study before any question: who shares ground with which place. */
import type { Study } from "../model.ts";
import { type Lives, livesOf } from "./lives.ts";

/** An outline covers a place when it holds at least this share of its ground (MEASURES M-C6). */
export const COVERS_SHARE = 0.995;

/** One outline on one place. */
export interface Contact {
  readonly outline: number;
  /** Share of the place's ground under the outline, above 0 and at most 1. */
  readonly share: number;
  readonly covers: boolean;
}

/** One initiative that is ever recorded at a place. */
export interface Recorded {
  readonly initiative: number;
  /** Its outlines that share ground with the place; empty where it lies somewhere within. */
  readonly contacts: readonly Contact[];
}

export interface StudyIndex {
  readonly study: Study;
  readonly lives: Lives;
  /** Initiative -> its outlines. */
  readonly outlinesOf: readonly (readonly number[])[];
  /** Initiative -> its indicative boundaries. */
  readonly indicationsOf: readonly (readonly number[])[];
  /** Place -> outlines that share ground with it, by outline. */
  readonly contacts: readonly (readonly Contact[])[];
  /** Place -> initiatives that lie somewhere within it and have no outline there, ascending. */
  readonly within: readonly (readonly number[])[];
  /** Place -> everything of the two above, one an initiative, ascending. */
  readonly recorded: readonly (readonly Recorded[])[];
  /** Place -> its cells. */
  readonly cellsOf: readonly (readonly number[])[];
}

/** Fold the cells into contacts. Cost: one visit a cell and source. */
export function indexStudy(study: Study): StudyIndex {
  const outlinesOf = byInitiative(study, study.outlines);
  const indicationsOf = byInitiative(study, study.indications);
  const within: number[][] = study.places.map(() => []);
  study.initiatives.forEach((initiative, i) => {
    for (const place of initiative.within) within[place]!.push(i);
  });
  const cellsOf: number[][] = study.places.map(() => []);
  study.cells.forEach(({ place }, cell) => {
    if (place >= 0) cellsOf[place]!.push(cell);
  });
  const contacts = study.places.map((_, place) => contactsOf(study, cellsOf[place]!));
  const recorded = study.places.map((_, p) => recordedAt(study, contacts[p]!, within[p]!));
  const lives = livesOf(study);
  return { study, lives, outlinesOf, indicationsOf, contacts, within, recorded, cellsOf };
}

function recordedAt(
  study: Study,
  contacts: readonly Contact[],
  within: readonly number[],
): Recorded[] {
  const found = new Map<number, Contact[]>(within.map((initiative) => [initiative, []]));
  for (const contact of contacts) {
    const { initiative } = study.outlines[contact.outline]!;
    const earlier = found.get(initiative);
    if (earlier) earlier.push(contact);
    else found.set(initiative, [contact]);
  }
  return [...found]
    .map(([initiative, contacts]) => ({ initiative, contacts }))
    .sort((a, b) => a.initiative - b.initiative);
}

/** Initiative -> the rows that are its. */
function byInitiative(study: Study, rows: readonly { readonly initiative: number }[]): number[][] {
  const lists: number[][] = study.initiatives.map(() => []);
  rows.forEach(({ initiative }, row) => {
    lists[initiative]!.push(row);
  });
  return lists;
}

function contactsOf(study: Study, cells: readonly number[]): Contact[] {
  const ground = new Map<number, number>();
  let whole = 0;
  for (const c of cells) {
    const { area, coveredBy } = study.cells[c]!;
    whole += area;
    for (const outline of coveredBy) ground.set(outline, (ground.get(outline) ?? 0) + area);
  }
  return [...ground]
    .sort(([a], [b]) => a - b)
    .map(([outline, area]) => {
      const share = area / whole;
      return { outline, share, covers: share >= COVERS_SHARE };
    });
}
