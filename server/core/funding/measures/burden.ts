import { type Pence, toPounds } from "../../units.ts";

/** Counts of a year; `undefined` is not recorded. */
export interface Burdens {
  readonly claims: number | undefined;
  readonly audits: number | undefined;
  readonly bids: number | undefined;
  readonly meetings: number | undefined;
}

export interface Burden {
  readonly count: number;
  /** For each £100,000 a year. */
  readonly perHundredThousand: number;
  /** Which of the four are not recorded: the figure is then a lower bound. */
  readonly notRecorded: readonly (keyof Burdens)[];
}

const HUNDRED_THOUSAND = 100_000;

/**
 * M-B1. Claims, audits, bids and meetings for each £100,000 a year. Compare within a category only.
 *
 * @returns `undefined` where no money is recorded or none of the four is
 */
export function burden(burdens: Burdens, money: Pence | undefined): Burden | undefined {
  const parts = ["claims", "audits", "bids", "meetings"] as const;
  const notRecorded = parts.filter((part) => burdens[part] === undefined);
  if (money === undefined || !(money > 0) || notRecorded.length === parts.length) return undefined;
  const count = parts.reduce((sum, part) => sum + (burdens[part] ?? 0), 0);
  return {
    count,
    perHundredThousand: count / (toPounds(money) / HUNDRED_THOUSAND),
    notRecorded,
  };
}
