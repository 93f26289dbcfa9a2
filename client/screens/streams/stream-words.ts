/** A stream's rules in words; "not stated" where the source says nothing. */
import { listing, percent } from "../../format.ts";
import { texts } from "../../texts/streams.ts";
import type { StreamLine } from "./lines.ts";

export function yearWords({ yearStart, yearNote }: StreamLine): string {
  if (yearStart) return dayWords(yearStart);
  return yearNote ? texts.statedOnlyAs(yearNote) : texts.notStated;
}

/** "1 April" */
export const dayWords = ({ month, day }: { month: number; day: number }) =>
  `${day} ${texts.monthNames[month - 1]}`;

export function claimsWords({ frequency, claimsAYear }: StreamLine): string {
  if (frequency === null) return claimsAYear === null ? texts.notStated : texts.aYear(claimsAYear);
  return texts.frequency[frequency];
}

/** How often it is claimed, how it is paid, and what may be had ahead. */
export function paidWords(stream: StreamLine): string {
  const { basis, advance, lagMonths } = stream;
  const only = (advance?.to ?? []).map((sector) => sector.replaceAll("_", " "));
  const parts = [
    stream.frequency === null && stream.claimsAYear === null ? "" : claimsWords(stream),
    advance && advance.share > 0 ? texts.upToAhead(percent(advance.share), listing(only)) : "",
    basis ? texts.basis[basis] : "",
    lagMonths !== null && lagMonths > 0 ? texts.after(lagMonths) : "",
  ].filter((part) => part !== "");
  return parts.length > 0 ? parts.join(", ") : texts.notStated;
}

export function countsWords({ outputs }: StreamLine): string {
  return outputs.length > 0 ? listing(outputs.map(({ unit }) => unit)) : texts.notStated;
}
