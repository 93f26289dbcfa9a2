/** A stream's rules in words, on the screen and on pages without script; "not stated" where the source says nothing. */
import type { StreamReply } from "../server/contract/streams.ts";
import type { YearDay } from "./charts/wheel.ts";
import { listing, percent } from "./format.ts";
import { texts } from "./texts/streams.ts";
import { SECTOR_WORDS } from "./texts/words.ts";

type Rules = StreamReply["rules"];

/** What is told of a stream, flat. */
export interface ToldRules extends Readonly<Rules["payment"]>, Pick<Rules, "yearNote" | "outputs"> {
  readonly yearStart: YearDay | null;
  readonly frequency: Rules["claims"]["frequency"];
  /** Known where the frequency is not; null where neither is. */
  readonly claimsAYear: number | null;
}

/** The rules of a reply. */
export const toldRules = (
  { claims, payment, yearStart, yearNote, outputs }: Rules,
  claimsAYear: number | null = null,
): ToldRules => ({
  ...payment,
  yearStart: yearStart === null ? null : yearDay(yearStart),
  yearNote,
  outputs,
  frequency: claims.frequency,
  claimsAYear,
});

/** "04-01" */
function yearDay(text: string): YearDay {
  const [month = 1, day = 1] = text.split("-").map(Number);
  return { month, day };
}

export function yearWords({ yearStart, yearNote }: ToldRules): string {
  if (yearStart) return dayWords(yearStart);
  return yearNote ? texts.statedOnlyAs(yearNote) : texts.notStated;
}

/** "1 April" */
export const dayWords = ({ month, day }: YearDay) => `${day} ${texts.monthNames[month - 1]}`;

export function claimsWords({
  frequency,
  claimsAYear,
}: Pick<ToldRules, "frequency" | "claimsAYear">): string {
  if (frequency !== null) return texts.frequency[frequency];
  return claimsAYear === null ? texts.notStated : texts.aYear(claimsAYear);
}

/**
 * How often it is claimed, how it is paid, and what may be had ahead.
 *
 * @param inWords how it is claimed, where the source says it in words only
 */
export function paidWords(rules: ToldRules, inWords = ""): string {
  const { basis, advance, lagMonths, frequency, claimsAYear } = rules;
  const only = (advance?.to ?? []).map((sector) => SECTOR_WORDS[sector]);
  const parts = [
    frequency === null && claimsAYear === null ? inWords : claimsWords(rules),
    advance && advance.share > 0 ? texts.upToAhead(percent(advance.share), listing(only)) : "",
    basis ? texts.basis[basis] : "",
    lagMonths !== null && lagMonths > 0 ? texts.after(lagMonths) : "",
  ].filter((part) => part !== "");
  return parts.length > 0 ? parts.join(", ") : texts.notStated;
}

export const countsWords = ({ outputs }: Pick<ToldRules, "outputs">): string =>
  outputs.length > 0 ? listing(outputs.map(({ unit }) => unit)) : texts.notStated;
