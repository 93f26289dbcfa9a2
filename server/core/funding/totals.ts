/** Sums of placed money by funder, department, programme, region, place, year: each adds to the same. */
import { type Pence, pence } from "../units.ts";
import type { LedgerEntry } from "./ledger.ts";
import type { PlacedEntry } from "./placed-money.ts";
import type { Unplaced } from "./placing.ts";

/** A part of an entry in one place, or all of it where it lies in none. */
export interface MoneyPart {
  readonly entry: LedgerEntry;
  readonly place: number | undefined;
  readonly unplaced: Unplaced | undefined;
  readonly amount: Pence;
}

export interface TotalRow {
  readonly key: string;
  readonly amount: Pence;
  /** How much of it was spread evenly over a life, not printed by year. */
  readonly assumed: Pence;
  /** How much of it is what a printed line holds beyond the figures below it. */
  readonly rest: Pence;
  /** Different figures it rests on. */
  readonly figures: number;
}

/** Parts by place; cells of one place are taken together. */
export function moneyParts(placed: readonly PlacedEntry[]): MoneyPart[] {
  return placed.flatMap(({ entry, parts, unplaced }): MoneyPart[] => {
    if (unplaced !== undefined)
      return [{ entry, place: undefined, unplaced, amount: entry.amount }];
    const sums = new Map<number, number>();
    for (const { place, amount } of parts) sums.set(place, (sums.get(place) ?? 0) + amount);
    return [...sums].map(([place, amount]) => ({
      entry,
      place,
      unplaced: undefined,
      amount: pence(amount),
    }));
  });
}

/** Sums by a key, largest first, then by key. */
export function totalsBy(
  parts: readonly MoneyPart[],
  keyOf: (part: MoneyPart) => string,
): TotalRow[] {
  const rows = new Map<
    string,
    { amount: number; assumed: number; rest: number; of: Set<LedgerEntry> }
  >();
  for (const part of parts) {
    const key = keyOf(part);
    const row = rows.get(key) ?? { amount: 0, assumed: 0, rest: 0, of: new Set() };
    rows.set(key, row);
    row.amount += part.amount;
    if (part.entry.basis === "spread evenly, assumed") row.assumed += part.amount;
    if (part.entry.basis === "rest of a line") row.rest += part.amount;
    row.of.add(part.entry);
  }
  return [...rows]
    .map(([key, { amount, assumed, rest, of }]) => ({
      key,
      amount: pence(amount),
      assumed: pence(assumed),
      rest: pence(rest),
      figures: of.size,
    }))
    .sort((a, b) => b.amount - a.amount || (a.key < b.key ? -1 : 1));
}
