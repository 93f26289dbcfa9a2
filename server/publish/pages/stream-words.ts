/** A stream's rules in words, from its reply; "not stated" where the source says nothing. */
import { listing, money, percent } from "../../../client/format.ts";
import { texts } from "../../../client/texts/streams.ts";
import type { StreamReply } from "../../contract/streams.ts";
import { pageTexts } from "./page-texts.ts";

type Rules = StreamReply["rules"];

/** 1 April; the wire writes 04-01. */
export function yearWords({ yearStart, yearNote }: Rules): string {
  if (yearStart === null) return yearNote ? texts.statedOnlyAs(yearNote) : texts.notStated;
  const [month, day] = yearStart.split("-").map(Number);
  return `${day} ${texts.monthNames[month! - 1]}`;
}

/** How often it is claimed, how it is paid, and what may be had ahead. */
export function paidWords({ claims, payment }: Rules): string {
  const { advance, basis, lagMonths } = payment;
  const only = (advance?.to ?? []).map((sector) => sector.replaceAll("_", " "));
  const parts = [
    claims.frequency ? texts.frequency[claims.frequency] : claims.words,
    advance && advance.share > 0 ? texts.upToAhead(percent(advance.share), listing(only)) : "",
    basis ? texts.basis[basis] : "",
    lagMonths ? texts.after(lagMonths) : "",
  ].filter((part) => part !== "");
  return parts.length > 0 ? parts.join(", ") : texts.notStated;
}

export const countsWords = ({ outputs }: Rules): string =>
  outputs.length > 0 ? listing(outputs.map(({ unit }) => unit)) : texts.notStated;

/**
 * What it may be set against, and what not.
 *
 * @param nameOf name of the stream of an id; what is no stream's stands as it is written
 */
export function matchWords({ match }: Rules, nameOf: (id: string) => string): string {
  const { mayMatch, mayNotMatch, upTo, words } = match;
  const parts = [
    mayMatch.length > 0 ? pageTexts.mayMatch(listing(mayMatch.map(nameOf))) : "",
    mayNotMatch.length > 0 ? pageTexts.mayNotMatch(listing(mayNotMatch.map(nameOf))) : "",
    upTo === null ? "" : texts.upTo(money(upTo)),
    words,
  ].filter((part) => part !== "");
  return parts.length > 0 ? parts.join("; ") : texts.notStated;
}
