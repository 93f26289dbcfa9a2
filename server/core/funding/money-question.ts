/** Which money is asked about: years, programmes, departments, funders, places. */
import type { Question } from "../hotspots/question.ts";
import type { LedgerEntry } from "./ledger.ts";
import type { PlacingRule } from "./placing.ts";
import { type ProgrammeOf, type StreamFilters, streamPasses } from "./select-streams.ts";
import type { MoneyPart } from "./totals.ts";

export interface MoneyQuestion extends StreamFilters {
  readonly rule: PlacingRule;
  /** First and last financial year, by the year each begins in; absent is open. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  /** Places that are left in; money that lies nowhere is left out with any. */
  readonly places?: ReadonlySet<number> | undefined;
}

/** The part of a question that money answers to, under a rule. */
export function moneyQuestion(
  question: Question,
  rule: PlacingRule,
  span: Pick<MoneyQuestion, "from" | "to">,
): MoneyQuestion {
  const { programmes, categories, departments, aims, funders } = question;
  return { rule, ...span, programmes, categories, departments, aims, funders };
}

export const yearPasses = ({ from, to }: Pick<MoneyQuestion, "from" | "to">, year: number) =>
  (from === undefined || from <= year) && (to === undefined || year <= to);

/** Entries that a question leaves in, before anything is said of places. */
export function entriesFor(
  programmeOf: ProgrammeOf,
  question: Omit<MoneyQuestion, "rule" | "places">,
  entries: readonly LedgerEntry[],
): LedgerEntry[] {
  return entries.filter(
    ({ stream, year }) => yearPasses(question, year) && streamPasses(programmeOf, question, stream),
  );
}

/** Parts in the places that a question leaves in. */
export function partsIn({ places }: MoneyQuestion, parts: readonly MoneyPart[]): MoneyPart[] {
  if (places === undefined) return [...parts];
  return parts.filter(({ place }) => place !== undefined && places.has(place));
}
