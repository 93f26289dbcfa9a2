/** The stack: everything recorded at a place, and how each is there. */
import type { IsoDate } from "../units.ts";
import { aliveOn, holdsOn, outlineValidOn, passesFilters, type Question } from "./question.ts";
import type { StudyIndex } from "./study-index.ts";

/**
 * covers: its outline holds the place. touches: its outline holds part of it. within: it lies
 * somewhere in the place and its outline is unknown. undated: recorded here, its start is not.
 */
export type Presence = "covers" | "touches" | "within" | "undated";
export const PRESENCES: readonly Presence[] = ["covers", "touches", "within", "undated"];

export interface StackEntry {
  readonly initiative: number;
  readonly presence: Presence;
  /** The outline that shares ground with the place; absent where there is none. */
  readonly outline: number | undefined;
  /** The indicative boundary that holds on the date; absent where there is an outline or none. */
  readonly indication: number | undefined;
  /** Share of the place's ground; absent where there is no outline. */
  readonly share: number | undefined;
}

/**
 * Everything that the question leaves in at one place: covers first, then touches, within, undated;
 * registry order inside each. No initiative stands twice.
 */
export function stackAt(index: StudyIndex, question: Question, place: number): StackEntry[] {
  return everythingAt(index, question.at, place).filter(({ initiative }) =>
    passesFilters(index.study, question, initiative),
  );
}

/** The stack before any filter. */
export function everythingAt(index: StudyIndex, at: IsoDate, place: number): StackEntry[] {
  const { study } = index;
  const found = new Map<number, StackEntry>();
  const bare = (initiative: number, presence: Presence) => {
    if (found.has(initiative)) return;
    const indication = index.indicationsOf[initiative]!.find((i) =>
      holdsOn(study.indications[i]!, at),
    );
    found.set(initiative, {
      initiative,
      presence,
      outline: undefined,
      indication,
      share: undefined,
    });
  };
  for (const { outline, share, covers } of index.contacts[place]!) {
    const { initiative } = study.outlines[outline]!;
    if (study.initiatives[initiative]!.start === undefined) bare(initiative, "undated");
    else if (aliveOn(study, initiative, at) && outlineValidOn(study, outline, at))
      found.set(initiative, {
        initiative,
        presence: covers ? "covers" : "touches",
        outline,
        indication: undefined,
        share,
      });
  }
  // An outline that is not valid on the date leaves its initiative somewhere within the place.
  for (const { outline } of index.contacts[place]!) {
    const { initiative } = study.outlines[outline]!;
    if (aliveOn(study, initiative, at)) bare(initiative, "within");
  }
  for (const initiative of index.within[place]!) {
    if (study.initiatives[initiative]!.start === undefined) bare(initiative, "undated");
    else if (aliveOn(study, initiative, at)) bare(initiative, "within");
  }
  return [...found.values()].sort(
    (a, b) =>
      PRESENCES.indexOf(a.presence) - PRESENCES.indexOf(b.presence) || a.initiative - b.initiative,
  );
}
