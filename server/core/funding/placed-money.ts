/** The ledger on the ground: every entry divided among places to the penny, and what lies nowhere. */
import { type Pence, pence } from "../units.ts";
import { apportion } from "./apportion.ts";
import type { LedgerEntry } from "./ledger.ts";
import { type PlacingContext, type PlacingRule, placeStream, type Unplaced } from "./placing.ts";

export interface PlacePart {
  readonly place: number;
  readonly cell: number | undefined;
  readonly amount: Pence;
}

/** One entry of the ledger with its parts. They add to its amount, or there are none and a reason. */
export interface PlacedEntry {
  readonly entry: LedgerEntry;
  readonly parts: readonly PlacePart[];
  readonly unplaced: Unplaced | undefined;
  readonly fellBack: boolean;
}

/** Divide every entry under a rule. Cost: one visit of the cells an entry. */
export function placeLedger(
  context: PlacingContext,
  entries: readonly LedgerEntry[],
  rule: PlacingRule,
): PlacedEntry[] {
  const known = new Map<string, ReturnType<typeof placeStream>>();
  return entries.map((entry) => {
    const key = `${entry.stream.id}\n${entry.start}\n${entry.end}`;
    const placing = known.get(key) ?? placeStream(context, entry.stream, entry, rule);
    known.set(key, placing);
    const amounts = apportion(
      entry.amount,
      placing.portions.map(({ weight }) => weight),
    );
    if (amounts === undefined) {
      const unplaced = placing.reason ?? "no people recorded";
      return { entry, parts: [], unplaced, fellBack: false };
    }
    const parts = placing.portions.map(({ place, cell }, i) => ({
      place,
      cell,
      amount: amounts[i]!,
    }));
    return { entry, parts, unplaced: undefined, fellBack: placing.fellBack };
  });
}

/** Place -> money, of the entries given. A place with none is absent, which is not a recorded 0. */
export function moneyByPlace(entries: readonly PlacedEntry[]): Map<number, Pence> {
  const sums = new Map<number, Pence>();
  for (const { parts } of entries)
    for (const { place, amount } of parts) sums.set(place, pence((sums.get(place) ?? 0) + amount));
  return sums;
}
