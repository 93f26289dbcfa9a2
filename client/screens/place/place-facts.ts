/** What every section of the place screen is told: one place under one question. */
import { initiativesAt } from "../../../server/core/hotspots/initiatives-at.ts";
import { endOf, passesFilters, type Question } from "../../../server/core/hotspots/question.ts";
import type { PlaceRow } from "../../../server/core/hotspots/ranking.ts";
import { type Presence, type StackEntry, stackAt } from "../../../server/core/hotspots/stack.ts";
import type { StudyIndex } from "../../../server/core/hotspots/study-index.ts";
import type { Place } from "../../../server/core/model.ts";
import type { IsoDate } from "../../../server/core/units.ts";
import type { Answer } from "../../answer.ts";
import type { EvidenceState } from "../../state.ts";

export interface PlaceFacts {
  readonly index: StudyIndex;
  /** Index into the study's places. */
  readonly at: number;
  readonly place: Place;
  readonly question: Question;
  readonly answer: Answer;
  /** Its row in the ranking; absent outside England. */
  readonly row: PlaceRow | undefined;
  /** Everything on the date, undated ones too. */
  readonly stack: readonly StackEntry[];
  /** Of the stack, what is alive. */
  readonly live: readonly StackEntry[];
  /** Everything recorded here whatever the date, earliest first; undated ones last. */
  readonly lives: readonly Life[];
  readonly evidence: EvidenceState;
}

/** One initiative's time at the place. */
export interface Life {
  readonly initiative: number;
  readonly start: IsoDate | undefined;
  /** The day after its last day, recorded or assumed. */
  readonly end: IsoDate | undefined;
  readonly assumed: boolean;
  /** How it is there at its fullest. */
  readonly presence: Exclude<Presence, "undated">;
  /** Largest share of the place under one of its outlines; absent where it has none here. */
  readonly share: number | undefined;
}

export function placeFacts(
  index: StudyIndex,
  at: number,
  answer: Answer,
  evidence: EvidenceState,
): PlaceFacts {
  const { question } = answer;
  const stack = stackAt(index, question, at);
  return {
    index,
    at,
    place: index.study.places[at]!,
    question,
    answer,
    row: answer.rowOf.get(at),
    stack,
    live: stack.filter(({ presence }) => presence !== "undated"),
    lives: livesAt(index, question, at),
    evidence,
  };
}

/** Every initiative that the filters leave in and that was ever at the place. */
export function livesAt(index: StudyIndex, question: Question, at: number): Life[] {
  const { study } = index;
  const shares = new Map<number, { share: number; covers: boolean }>();
  for (const { outline, share, covers } of index.contacts[at]!) {
    const { initiative } = study.outlines[outline]!;
    const before = shares.get(initiative);
    if (!before || share > before.share) shares.set(initiative, { share, covers });
  }
  const lives = [...initiativesAt(index, [at])]
    .filter((initiative) => passesFilters(study, question, initiative))
    .map((initiative): Life => {
      const { start, end } = study.initiatives[initiative]!;
      const contact = shares.get(initiative);
      return {
        initiative,
        start,
        end: endOf(study, initiative),
        assumed: end === undefined,
        presence: contact ? (contact.covers ? "covers" : "touches") : "within",
        share: contact?.share,
      };
    });
  return lives.sort(
    (a, b) => (a.start ?? "9999").localeCompare(b.start ?? "9999") || a.initiative - b.initiative,
  );
}
