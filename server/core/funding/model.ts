/**
 * Funding streams in reading order: money, the rules that come with it, and who holds the risk.
 * Plain values. `undefined` is not stated; it is never 0, never "no" and never April. Money is whole
 * pence. Intervals are half-open.
 */
import type { Evidence } from "../model.ts";
import type { Sector } from "../partnership/model.ts";
import type { IsoDate, Pence, Share } from "../units.ts";

export const STREAM_KINDS = ["allocation", "spend", "award"] as const;
export type StreamKind = (typeof STREAM_KINDS)[number];
export const STREAM_SCOPES = ["initiative", "district", "region", "national"] as const;
export type StreamScope = (typeof STREAM_SCOPES)[number];
/** Anything but `whole` is part of another figure and is never added to it. */
export const STREAM_PARTS = ["whole", "administration", "running_costs"] as const;
export type StreamPart = (typeof STREAM_PARTS)[number];

/** A day that comes every year: a year's first day, or a claim's due date. 29 February falls on the
 * 28th in other years. */
export interface MonthDay {
  readonly month: number;
  readonly day: number;
}

export const CLAIM_FREQUENCIES = [
  "none",
  "monthly",
  "quarterly",
  "termly",
  "half_yearly",
  "annual",
  "milestone",
] as const;
export type ClaimFrequency = (typeof CLAIM_FREQUENCIES)[number];

export const PAYMENT_BASES = ["advance", "arrears", "unit_cost"] as const;
export type PaymentBasis = (typeof PAYMENT_BASES)[number];

/** pro rata: every claim is cut by the advance's share. last: the last claims pay it off.
 * unspecified: there is an advance and the source does not say, so figures are a range of both. */
export const RECOVERIES = ["pro_rata", "last", "unspecified"] as const;
export type Recovery = (typeof RECOVERIES)[number];

export interface Advance {
  /** Of the year's money. 0 is a stated "none". */
  readonly share: Share;
  /** Absent only where the share is 0. */
  readonly recovery: Recovery | undefined;
  /** Who may receive one; undefined is not stated. */
  readonly to: readonly Sector[] | undefined;
}

/** When and through whom money is asked for. */
export interface ClaimRules {
  readonly frequency: ClaimFrequency | undefined;
  /** Due dates that the source states; undefined where it does not. */
  readonly due: readonly MonthDay[] | undefined;
  /** Dated claims of a `milestone` stream. */
  readonly milestones: readonly IsoDate[];
  /** Offices that a claim passes, first to last; empty is not stated. */
  readonly route: readonly string[];
  /** The route as the source words it. */
  readonly words: string;
}

export interface PaymentRules {
  readonly basis: PaymentBasis | undefined;
  /** Months from the end of the period claimed for to the money. */
  readonly lagMonths: number | undefined;
  /** Whether the number of units paid for is guaranteed. */
  readonly volumeGuaranteed: boolean | undefined;
  readonly advance: Advance | undefined;
}

/** What a stream may be set against as match funding. */
export interface MatchRules {
  /** Ids of streams. */
  readonly mayMatch: readonly string[];
  readonly mayNotMatch: readonly string[];
  /** A year, over all that it may match. */
  readonly upTo: Pence | undefined;
  /** The rule in words. */
  readonly words: string;
}

/** What is counted. Units of one topic that differ cannot be added without a stated factor. */
export interface Output {
  readonly topic: string;
  readonly unit: string;
  readonly definition: string;
}

export interface Window {
  readonly opens: IsoDate;
  /** The day after the last day. */
  readonly closes: IsoDate;
}

export interface StreamRules {
  /** First day of the stream's year; undefined is not stated. */
  readonly yearStart: MonthDay | undefined;
  /** What the source says of the cycle where it gives no day: "slightly different". */
  readonly yearNote: string;
  readonly claims: ClaimRules;
  readonly payment: PaymentRules;
  readonly match: MatchRules;
  readonly outputs: readonly Output[];
  /** Whether only one body may count a result. */
  readonly exclusive: boolean | undefined;
  readonly bidding: readonly Window[];
  readonly biddingWords: string;
  readonly reporting: string;
  readonly audit: string;
  readonly auditsAYear: number | undefined;
}

/** The organisation that spends the money, and what it can lose while it waits. */
export interface Recipient {
  readonly organisation: string;
  readonly sector: Sector | undefined;
  /** Money it may put in before it is paid. 0 is a stated "none". */
  readonly riskMoney: Pence | undefined;
}

/** How a yearly figure is known: as printed, or a lifetime total divided by days. */
export const AMOUNT_BASES = ["printed", "spread evenly, assumed"] as const;
export type AmountBasis = (typeof AMOUNT_BASES)[number];

/** One figure for `[start, end)`. An allocation and a spend of one year are the same money. */
export interface YearAmount {
  readonly start: IsoDate;
  readonly end: IsoDate;
  readonly amount: Pence;
  readonly kind: StreamKind;
  readonly basis: AmountBasis;
  readonly evidence: Evidence;
}

/** A place's part of a stream. */
export interface PlaceShare {
  /** Code of a place or of a district. */
  readonly place: string;
  /** In proportion to the others. */
  readonly weight: number;
}

/** Money with rules. Names of offices and organisations are as the source writes them. */
export interface Stream {
  /** In addresses, files and match rules: never renamed. */
  readonly id: string;
  readonly name: string;
  /** The worked case it belongs to. A case's money is never added to the register's. */
  readonly case: string | undefined;
  /** What it pays for, where that is no initiative of the register. */
  readonly project: string;
  readonly initiative: string | undefined;
  readonly programme: string | undefined;
  /** How its keeper divides it among places; empty where nobody says. */
  readonly places: readonly PlaceShare[];
  readonly scope: StreamScope;
  /** The part of the country a programme's own line is for; empty for an initiative's. */
  readonly line: string;
  readonly part: StreamPart;
  readonly funder: string;
  /** One word for a department and its successors; empty is not recorded. */
  readonly department: string;
  /** Time or goods lent, as a secondment; an amount is then its worth. */
  readonly inKind: boolean;
  readonly start: IsoDate | undefined;
  readonly end: IsoDate | undefined;
  readonly total: Pence | undefined;
  /** In order of start. Two answers may print different figures for one year: both stand. */
  readonly years: readonly YearAmount[];
  /** Id of the budget it pays into together with others, where only their sum is known. */
  readonly budget: string | undefined;
  readonly recipient: Recipient | undefined;
  readonly rules: StreamRules;
  /** Columns of the public file whose rule is general knowledge, though the stream may be sourced. */
  readonly recalled: readonly string[];
  readonly evidence: Evidence;
}

/** A sum of which the shares of its streams are not published. */
export interface Budget {
  readonly id: string;
  readonly name: string;
  readonly case: string | undefined;
  readonly project: string;
  /** A year. */
  readonly amount: Pence;
  /** "around": as the source writes it. */
  readonly about: boolean;
  readonly evidence: Evidence;
}

/** Streams, budgets and partners that a document describes, apart from the register. */
export interface WorkedCase {
  readonly id: string;
  readonly title: string;
  /** As the source names it. */
  readonly placeName: string;
  /** Code of a district, for the map; undefined where the source names no place. */
  readonly place: string | undefined;
  /** Words across every figure of an illustration; empty where figures are the source's. */
  readonly watermark: string;
  /** What the source leaves open, a sentence each. */
  readonly notSaid: readonly string[];
  readonly evidence: Evidence;
}
