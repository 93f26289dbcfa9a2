/** A programme's cells in the register as the rules that its streams follow. */
import type { Evidence } from "../model.ts";
import { share } from "../units.ts";
import {
  CLAIM_FREQUENCIES,
  type ClaimFrequency,
  type MonthDay,
  type Output,
  PAYMENT_BASES,
  type PaymentBasis,
  type StreamRules,
} from "./model.ts";
import { topicOf } from "./topics.ts";

/** The cells as the register writes them; empty or null is not stated. */
export interface ProgrammeCells {
  readonly funding_year_basis: "financial" | "calendar" | "academic" | null;
  readonly claim_frequency: string;
  readonly payment_basis: string;
  readonly output_measure: string;
  readonly claim_route: string;
  readonly claim_offices: readonly string[];
  readonly advance_share: number | null;
  readonly match_rule: string;
  readonly bidding: string;
  readonly reporting: string;
  readonly audit: string;
}

export const YEAR_STARTS: Readonly<Record<"financial" | "calendar" | "academic", MonthDay>> = {
  financial: { month: 4, day: 1 },
  calendar: { month: 1, day: 1 },
  academic: { month: 9, day: 1 },
};

/** The rules of a programme's streams. A word that is none of ours is not stated. */
export function programmeRules(cells: ProgrammeCells): StreamRules {
  const { funding_year_basis: basis, advance_share: advance } = cells;
  return {
    yearStart: basis === null ? undefined : YEAR_STARTS[basis],
    yearNote: "",
    claims: {
      frequency: known<ClaimFrequency>(CLAIM_FREQUENCIES, cells.claim_frequency),
      due: undefined,
      milestones: [],
      route: cells.claim_offices,
      words: cells.claim_route,
    },
    payment: {
      basis: known<PaymentBasis>(PAYMENT_BASES, cells.payment_basis),
      lagMonths: undefined,
      volumeGuaranteed: undefined,
      advance:
        advance === null
          ? undefined
          : {
              share: share(advance),
              recovery: advance > 0 ? "unspecified" : undefined,
              to: undefined,
            },
    },
    match: { mayMatch: [], mayNotMatch: [], upTo: undefined, words: cells.match_rule },
    outputs: outputsIn(cells.output_measure),
    exclusive: undefined,
    bidding: [],
    biddingWords: cells.bidding,
    reporting: cells.reporting,
    audit: cells.audit,
    auditsAYear: undefined,
  };
}

const known = <T extends string>(words: readonly T[], word: string): T | undefined =>
  words.find((one) => one === word);

function outputsIn(text: string): Output[] {
  const units = text.split(";").map((part) => part.trim());
  return units
    .filter((unit) => unit !== "")
    .map((unit) => ({ topic: topicOf(unit), unit, definition: "" }));
}

/** Cells of which the register says by default that they are general knowledge. */
const RECALLED = ["claim_frequency", "payment_basis"] as const;

/**
 * Which rule cells of a programme are general knowledge. Its notes say so cell by cell after the
 * mark `[cells]`: "claim_route: sourced in part. claim_frequency, payment_basis: recalled."
 *
 * @returns names of cells, in the order of the register's columns
 */
export function recalledCells({ confidence, notes }: Evidence): string[] {
  const cells = [
    "funding_year_basis",
    "claim_frequency",
    "payment_basis",
    "output_measure",
    "claim_route",
    "advance_share",
    "match_rule",
    "bidding",
    "reporting",
    "audit",
  ];
  const recalled = new Set<string>(confidence === "recalled" ? cells : RECALLED);
  const [, ...marked] = notes.split("[cells]");
  const text = marked.join(" ").replace(/\([^()]*\)/g, "");
  for (const [, names = "", grade] of text.matchAll(GRADED)) {
    for (const name of names.split(",").map((part) => part.trim())) {
      if (grade === "recalled") recalled.add(name);
      else recalled.delete(name);
    }
  }
  return cells.filter((cell) => recalled.has(cell));
}

const GRADED = /([a-z_]+(?:\s*,\s*[a-z_]+)*)\s*: (recalled|sourced|press|not found)/g;
