/**
 * The ledger: every pound once. Printed figures must not simply be added: an allocation and a spend
 * of one year are one money, parts are inside their wholes, and a district's, a region's or the
 * nation's line holds the lines below it.
 */
import { type IsoDate, type Pence, pence } from "../units.ts";
import { financialYear } from "./financial-year.ts";
import type { Stream, StreamKind, StreamScope, YearAmount } from "./model.ts";

/** rest of a line: what a printed line holds beyond the figures counted below it. */
export const ENTRY_BASES = ["printed", "spread evenly, assumed", "rest of a line"] as const;
export type EntryBasis = (typeof ENTRY_BASES)[number];

/** One sum of one financial year, counted once. */
export interface LedgerEntry {
  readonly stream: Stream;
  /** The financial year that begins on 1 April of it. */
  readonly year: number;
  readonly start: IsoDate;
  readonly end: IsoDate;
  readonly amount: Pence;
  readonly kind: StreamKind;
  readonly basis: EntryBasis;
  /** How many other figures are printed for the same money and year. */
  readonly others: number;
  readonly figure: YearAmount;
}

/** A printed line that is less than what is counted below it: nothing is left to count. */
export interface ShortLine {
  readonly stream: Stream;
  readonly year: number;
  readonly line: Pence;
  readonly below: Pence;
}

export interface Ledger {
  readonly entries: readonly LedgerEntry[];
  readonly short: readonly ShortLine[];
}

/** Where a stream's money lies, by name: what a district's or a region's line may hold. */
export interface Whereabouts {
  readonly districts: readonly string[];
  readonly regions: readonly string[];
}

/** Which of an allocation, an award and a spend of one year is counted: the first there is. */
const ORDER: readonly StreamKind[] = ["allocation", "award", "spend"];
const SCOPES: readonly StreamScope[] = ["initiative", "district", "region", "national"];

/**
 * Count each pound once. Streams of worked cases are left out.
 *
 * @param whereabouts of a stream's initiative or district
 */
export function ledgerOf(
  streams: readonly Stream[],
  whereabouts: (stream: Stream) => Whereabouts,
): Ledger {
  const counted = streams.filter((stream) => stream.case === undefined && stream.part === "whole");
  const entries: LedgerEntry[] = [];
  const short: ShortLine[] = [];
  const byMoney = groups(counted.flatMap(figuresOf), ({ stream, year }) => {
    const owner = stream.initiative ?? `${stream.project}\n${stream.scope}\n${stream.line}`;
    // A department under two names paid one money; departments of one programme are different funders.
    const payer = stream.department || stream.funder;
    return [stream.scope, stream.programme ?? "", owner, payer, year].join("\n");
  });
  // Finest first, so that what lies below a line is there when the line is reached.
  const chosen = [...byMoney.values()].map(chosenOf);
  chosen.sort((a, b) => scopeOf(a[0]!) - scopeOf(b[0]!));
  const below = new Map<string, LedgerEntry[]>();
  for (const own of chosen) {
    const { stream, year } = own[0]!;
    const key = `${stream.programme ?? ""}\n${year}`;
    const finer = below.get(key) ?? [];
    below.set(key, finer);
    const held = finer.filter(
      (entry) => scopeOf(entry) < scopeOf(own[0]!) && holds(stream, entry.stream, whereabouts),
    );
    const kept = held.length === 0 ? own : restOf(own, sum(held), short);
    finer.push(...kept);
    entries.push(...kept);
  }
  return { entries, short };
}

const scopeOf = ({ stream }: LedgerEntry) => SCOPES.indexOf(stream.scope);
const sum = (entries: readonly LedgerEntry[]) =>
  entries.reduce((all, { amount }) => all + amount, 0);

function figuresOf(stream: Stream): LedgerEntry[] {
  return stream.years.map((figure) => ({
    stream,
    year: financialYear(figure.start, figure.end),
    start: figure.start,
    end: figure.end,
    amount: figure.amount,
    kind: figure.kind,
    basis: figure.basis,
    others: 0,
    figure,
  }));
}

/** The figures of one money and year that are counted: of one kind, one a stream and span. */
function chosenOf(figures: readonly LedgerEntry[]): LedgerEntry[] {
  const kind = ORDER.find((one) => figures.some((figure) => figure.kind === one));
  const spans = groups(
    figures.filter((figure) => figure.kind === kind),
    ({ stream, start }) => `${stream.id}\n${start}`,
  );
  return [...spans.values()].map((same) => ({ ...same[0]!, others: figures.length - spans.size }));
}

function restOf(own: readonly LedgerEntry[], below: number, short: ShortLine[]): LedgerEntry[] {
  const line = sum(own);
  const first = own[0]!;
  if (line > below) return [{ ...first, amount: pence(line - below), basis: "rest of a line" }];
  if (line < below)
    short.push({ stream: first.stream, year: first.year, line: pence(line), below: pence(below) });
  return [];
}

function holds(line: Stream, other: Stream, whereabouts: (stream: Stream) => Whereabouts): boolean {
  if (line.scope === "national") return true;
  const kind = line.scope === "district" ? "districts" : "regions";
  const names = whereabouts(other)[kind];
  return names.length > 0 && names.every((name) => whereabouts(line)[kind].includes(name));
}

function groups<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const row of rows) found.set(key(row), [...(found.get(key(row)) ?? []), row]);
  return found;
}
