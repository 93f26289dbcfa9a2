import { STREAM_KINDS, type StreamKind } from "../core/funding/model.ts";
import { type IsoDate, toPounds } from "../core/units.ts";
import type { Db } from "../store/db.ts";
import { fundingStreamTable } from "../store/funding-stream.ts";
import { groupBy } from "../store/group-by.ts";

/** `[2002-04-01, 2003-04-01)` as people write it: 2002-03; a calendar year is its number. */
export function yearLabel(start: IsoDate, end: IsoDate): string {
  const first = start.slice(0, 4);
  return start.endsWith("-01-01") ? first : `${first}-${end.slice(2, 4)}`;
}

export interface PrintedYear {
  /** Pounds. */
  readonly amount: number;
  readonly label: string;
}

/** Id of an initiative and a date -> what was printed for the year that holds it. */
export type PrintedMoney = (initiative: string, at: IsoDate) => PrintedYear | undefined;

/**
 * Of the streams as stored: the allocation before the award before the spend, never an
 * administration-only part. Where two figures stand for the year the label says so.
 */
export function printedMoney(db: Db): PrintedMoney {
  const whole = fundingStreamTable(db)
    .all()
    .filter(({ part, scope }) => part === "whole" && scope === "initiative");
  const streams = groupBy(whole, ({ initiative }) => initiative);
  return (initiative, at) => {
    const figures = (streams.get(initiative) ?? []).flatMap(({ years }) =>
      years.filter(({ start, end }) => start <= at && at < end),
    );
    for (const kind of BY_PRECEDENCE) {
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
  };
}

const ORDER: Record<StreamKind, number> = { allocation: 0, award: 1, spend: 2 };
const BY_PRECEDENCE = STREAM_KINDS.toSorted((a, b) => ORDER[a] - ORDER[b]);
