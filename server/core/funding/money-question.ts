/** Which money is asked about: years, programmes, departments, funders, places. */
import { programmePasses } from "../hotspots/question.ts";
import type { Category, Programme } from "../model.ts";
import type { LedgerEntry } from "./ledger.ts";
import type { Stream } from "./model.ts";
import type { PlacingRule } from "./placing.ts";
import type { MoneyPart } from "./totals.ts";

export interface MoneyQuestion {
  readonly rule: PlacingRule;
  /** First and last financial year, by the year each begins in; absent is open. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  /** Absent or empty leaves all in. */
  readonly programmes?: readonly string[] | undefined;
  readonly categories?: readonly Category[] | undefined;
  readonly departments?: readonly string[] | undefined;
  readonly aims?: readonly string[] | undefined;
  readonly funders?: readonly string[] | undefined;
  /** Places that are left in; money that lies nowhere is left out with any. */
  readonly places?: ReadonlySet<number> | undefined;
}

const leavesIn = <T>(filter: readonly T[] | undefined, value: T) =>
  !filter || filter.length === 0 || filter.includes(value);

/** Whether a stream's programme, department and funder are left in, whatever the year. */
export function streamPasses(
  programmes: ReadonlyMap<string, Programme>,
  question: MoneyQuestion,
  { programme: code = "", department, funder }: Stream,
): boolean {
  const programme = programmes.get(code);
  const { programmes: codes, categories, aims } = question;
  const ofProgramme = programme
    ? programmePasses(programme, { programmes: codes, categories, aims })
    : !codes?.length && !categories?.length && !aims?.length;
  return (
    ofProgramme && leavesIn(question.departments, department) && leavesIn(question.funders, funder)
  );
}

export const yearPasses = ({ from, to }: MoneyQuestion, year: number) =>
  (from === undefined || from <= year) && (to === undefined || year <= to);

/** Entries that a question leaves in, before anything is said of places. */
export function entriesFor(
  programmes: ReadonlyMap<string, Programme>,
  question: MoneyQuestion,
  entries: readonly LedgerEntry[],
): LedgerEntry[] {
  return entries.filter(
    ({ stream, year }) => yearPasses(question, year) && streamPasses(programmes, question, stream),
  );
}

/** Parts in the places that a question leaves in. */
export function partsIn({ places }: MoneyQuestion, parts: readonly MoneyPart[]): MoneyPart[] {
  if (places === undefined) return [...parts];
  return parts.filter(({ place }) => place !== undefined && places.has(place));
}
