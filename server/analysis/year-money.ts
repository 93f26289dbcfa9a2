import { STREAM_KINDS } from "../core/funding/model.ts";
import { type IsoDate, toPounds } from "../core/units.ts";
import type { Db } from "../store/db.ts";
import { fundingStreamTable } from "../store/funding-stream.ts";

/** `[2002-04-01, 2003-04-01)` as people write it: 2002-03; a calendar year is its number. */
export function yearLabel(start: IsoDate, end: IsoDate): string {
  const first = start.slice(0, 4);
  return start.endsWith("-01-01") ? first : `${first}-${end.slice(2, 4)}`;
}

/**
 * What was printed for the year that holds a date: the allocation before the award before the spend,
 * never an administration-only part. Where two figures stand for the year the label says so.
 */
export function yearMoney(
  db: Db,
  initiative: string,
  at: IsoDate,
): { readonly amount: number; readonly label: string } | undefined {
  const figures = fundingStreamTable(db)
    .ofInitiative(initiative)
    .filter(({ part, scope }) => part === "whole" && scope === "initiative")
    .flatMap(({ years }) => years.filter(({ start, end }) => start <= at && at < end));
  for (const kind of STREAM_KINDS.toSorted((a, b) => ORDER[a] - ORDER[b])) {
    const printed = figures.filter((figure) => figure.kind === kind);
    const [first] = printed;
    if (!first) continue;
    const also = printed.length > 1 ? `, one of ${printed.length} printed figures` : "";
    return {
      amount: toPounds(first.amount),
      label: `${kind} ${yearLabel(first.start, first.end)}${also}`,
    };
  }
  return undefined;
}

const ORDER: Record<(typeof STREAM_KINDS)[number], number> = { allocation: 0, award: 1, spend: 2 };
