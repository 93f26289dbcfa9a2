/** Streams that were alive in a year and of which no figure for it is held: unknown, not 0. */
import { isoDate } from "../units.ts";
import type { LedgerEntry } from "./ledger.ts";
import type { Stream } from "./model.ts";

/**
 * Streams of the register without a figure for a financial year in which they lived. One without a
 * recorded start is undated, and in no year.
 *
 * @param entries the whole ledger, so that a figure of one stream answers for its initiative
 */
export function withoutFigure(
  streams: readonly Stream[],
  entries: readonly LedgerEntry[],
  year: number,
): Stream[] {
  const [opens, closes] = [isoDate(`${year}-04-01`)!, isoDate(`${year + 1}-04-01`)!];
  const moneyOf = ({ initiative, id, programme }: Stream) =>
    `${initiative ?? id}\n${programme ?? ""}`;
  const known = new Set(
    entries.filter((entry) => entry.year === year).map(({ stream }) => moneyOf(stream)),
  );
  const seen = new Set<string>();
  return streams.filter((stream) => {
    const { start, end, part } = stream;
    if (stream.case !== undefined || part !== "whole" || start === undefined) return false;
    if (start >= closes || (end !== undefined && end <= opens)) return false;
    const money = moneyOf(stream);
    if (known.has(money) || seen.has(money)) return false;
    seen.add(money);
    return true;
  });
}
