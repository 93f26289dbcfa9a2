/** Money on the wire. Amounts are pounds with pence; unknown is null and never 0. */
import { z } from "zod";
import { DUE_BASES } from "../core/funding/claim-dates.ts";
import { ENTRY_BASES } from "../core/funding/ledger.ts";
import { STREAM_KINDS } from "../core/funding/model.ts";
import { PLACING_RULES, type PlacingRule, UNPLACED } from "../core/funding/placing.ts";
import { CATEGORIES, GRADES } from "../core/model.ts";
import { evidenceSchema } from "./evidence.ts";
import { budgetSchema, caseSchema, streamSchema } from "./streams.ts";

/** What totals can be taken by. */
export const DIMENSIONS = [
  "funder",
  "department",
  "programme",
  "category",
  "initiative",
  "region",
  "place",
  "year",
] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export const RULE_WORDS: Readonly<Record<PlacingRule, string>> = {
  area: "by ground covered; where no outline is known, equally among the places it lies in",
  population: "by people, taken to live evenly over each place",
  eligible: "by the people of the set of weights named, taken to live evenly over each place",
  list: "as the stream's keeper divides it; money without such a list lies nowhere",
  equal: "equally among the places it lies in",
};

/** What is counted, said with every total. */
export const COUNTING =
  "Each pound once: of one money and year the allocation before the award before the spend; parts of " +
  "another figure not at all; a district's, region's or nation's line only with what it holds beyond " +
  "the figures below it; worked cases not at all.";

const sums = {
  amount: z.number(),
  /** How much of it was spread evenly over a life: assumed, not printed by year. */
  assumed: z.number(),
  /** How much of it is what a printed line holds beyond the figures counted below it. */
  rest: z.number(),
  figures: z.number().int(),
};

/** What a figure of money rests on. */
export const moneyRuleSchema = z.object({
  rule: z.enum(PLACING_RULES),
  words: z.string(),
  /** The set of weights the rule uses; null where it uses none. */
  weights: z.string().nullable(),
  counting: z.string(),
  /** Accuracy of the places' boundaries, metres. */
  tolerance_m: z.number().nullable(),
  /** How the places' boundaries are known. */
  grade: z.enum(GRADES),
});

/** GET /api/v1/money */
export const moneyReply = z.object({
  dataVersion: z.string(),
  question: z.record(z.string(), z.string()),
  rule: moneyRuleSchema,
  by: z.enum(DIMENSIONS),
  ...sums,
  rows: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      ...sums,
      /** Null where nothing but unknown money is held. */
      amount: z.number().nullable(),
      /** Initiatives alive in the year asked of which no figure is held; null where no one year is asked. */
      unknown: z.number().int().nullable(),
    }),
  ),
  /** Money that lies in no place, by reason; it is in the total. */
  unplaced: z.array(z.object({ reason: z.enum(UNPLACED), amount: z.number() })),
  /** Printed lines that are less than what is counted below them. */
  short: z.array(
    z.object({ stream: z.string(), year: z.string(), line: z.number(), below: z.number() }),
  ),
  /** Programmes of which not every initiative is held. */
  incomplete: z.array(z.string()),
});
export type MoneyReply = z.infer<typeof moneyReply>;

export const entrySchema = z.object({
  stream: z.string(),
  initiative: z.string().nullable(),
  name: z.string(),
  programme: z.string().nullable(),
  category: z.enum(CATEGORIES).nullable(),
  department: z.string(),
  funder: z.string(),
  year: z.string(),
  start: z.string(),
  end: z.string(),
  /** The whole figure, and the part of it in the place. */
  whole: z.number(),
  amount: z.number(),
  kind: z.enum(STREAM_KINDS),
  basis: z.enum(ENTRY_BASES),
  /** Other figures printed for the same money and year. */
  others: z.number().int(),
  /** How its ground is known; null for a line of a district. */
  grade: z.enum(GRADES).nullable(),
  /** True where the rule had nothing to go by and places got equal parts. */
  fellBack: z.boolean(),
  evidence: evidenceSchema,
});

/** GET /api/v1/places/{code}/money */
export const placeMoneyReply = z.object({
  dataVersion: z.string(),
  question: z.record(z.string(), z.string()),
  place: z.object({ code: z.string(), name: z.string(), region: z.string() }),
  rule: moneyRuleSchema,
  year: z.string(),
  /** Null where no figure is held. */
  amount: z.number().nullable(),
  assumed: z.number(),
  /** Pounds a head; null where no people are recorded. */
  perHead: z.number().nullable(),
  people: z.number().nullable(),
  /** The same money under every rule; null with the reason where a rule has nothing to go by. */
  sensitivity: z.array(
    z.object({
      rule: z.enum(PLACING_RULES),
      amount: z.number().nullable(),
      reason: z.string().nullable(),
    }),
  ),
  entries: z.array(entrySchema),
  /** Alive here in the year, and no figure for it is held. */
  unknown: z.array(
    z.object({
      stream: z.string(),
      initiative: z.string().nullable(),
      name: z.string(),
      programme: z.string().nullable(),
    }),
  ),
  byFunder: z.array(z.object({ key: z.string(), ...sums })),
  byDepartment: z.array(z.object({ key: z.string(), ...sums })),
  /** Over time, by financial year; years without a figure are left out. */
  years: z.array(z.object({ key: z.string(), ...sums })),
});
export type PlaceMoneyReply = z.infer<typeof placeMoneyReply>;

/** GET /api/v1/initiatives/{id}/money */
export const initiativeMoneyReply = z.object({
  dataVersion: z.string(),
  id: z.string(),
  name: z.string(),
  rule: moneyRuleSchema,
  /** Every stream that pays for it, parts of others among them. */
  streams: z.array(streamSchema),
  /** What is counted, by year. */
  entries: z.array(entrySchema),
  places: z.array(z.object({ code: z.string(), name: z.string(), amount: z.number() })),
});

/** GET /api/v1/streams */
export const streamsReply = z.object({
  dataVersion: z.string(),
  question: z.record(z.string(), z.string()),
  streams: z.array(streamSchema),
  budgets: z.array(budgetSchema),
});

export type StreamsReply = z.infer<typeof streamsReply>;

/** GET /api/v1/streams/{id} */
export const streamReply = z.object({ dataVersion: z.string(), stream: streamSchema });

export const claimSchema = z.object({
  stream: z.string(),
  name: z.string(),
  case: z.string().nullable(),
  initiative: z.string().nullable(),
  project: z.string(),
  funder: z.string(),
  due: z.string(),
  /** stated: the source gives the day. period end, assumed: it gives the frequency alone. */
  basis: z.enum(DUE_BASES),
  closesYear: z.boolean(),
  route: z.array(z.string()),
  confidence: z.enum(["sourced", "recalled"]),
});

/** GET /api/v1/claims */
export const claimsReply = z.object({
  dataVersion: z.string(),
  question: z.record(z.string(), z.string()),
  rule: z.string(),
  claims: z.array(claimSchema),
  /** Streams of which the dates cannot be told; `perYear` where at least the number is known. */
  notStated: z.array(
    z.object({ stream: z.string(), name: z.string(), perYear: z.number().nullable() }),
  ),
});
export type ClaimsReply = z.infer<typeof claimsReply>;

/** GET /api/v1/cases and /api/v1/cases/{id} */
export const casesReply = z.object({ dataVersion: z.string(), cases: z.array(caseSchema) });
export type CasesReply = z.infer<typeof casesReply>;
export const caseReply = z.object({
  dataVersion: z.string(),
  case: caseSchema,
  streams: z.array(streamSchema),
  budgets: z.array(budgetSchema),
});
