/** A stream's years in one cell: `2000-01=250000; 2001-02 spend=198000.50`. */
import { STREAM_KINDS, type StreamKind, type YearAmount } from "../../core/funding/model.ts";
import { toPounds } from "../../core/units.ts";

export interface ProfilePart {
  readonly year: string;
  readonly kind: StreamKind | undefined;
  readonly amount: string;
}

/** @returns `undefined` where it is not a year, perhaps a kind, and an amount */
export function profilePart(text: string): ProfilePart | undefined {
  const [, year, kind, amount] = /^(\S+)(?:\s+(\w+))?\s*=\s*(.+)$/.exec(text) ?? [];
  const known = STREAM_KINDS.find((one) => one === kind);
  if (year === undefined || amount === undefined) return undefined;
  if (kind !== undefined && known === undefined) return undefined;
  return { year, kind: known, amount };
}

/** The same cell written: only what is printed, and only whole years of the stream. */
export function profileText(years: readonly YearAmount[]): string {
  return years
    .filter(({ basis }) => basis === "printed")
    .map(({ start, end, kind, amount }) => {
      const from = start.slice(0, 4);
      const calendar = start.endsWith("-01-01");
      return `${calendar ? from : `${from}-${end.slice(2, 4)}`} ${kind}=${toPounds(amount)}`;
    })
    .join("; ");
}
