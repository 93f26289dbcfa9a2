/** The other replies of /api/v1, one schema each. */
import { z } from "zod";
import { CATEGORIES, GRADES } from "../core/model.ts";
import { SECTORS } from "../core/partnership/model.ts";
import { certificateSchema } from "./certificate.ts";
import { evidenceSchema } from "./evidence.ts";
import { figuresReply, placeFigureSchema } from "./figures.ts";
import { citedSizeSchema, pointSchema } from "./study.ts";

const date = z.string().nullable();
/** Null where no end is recorded; recalled where the row or its notes say that it was not read. */
const endConfidence = z.enum(["sourced", "recalled"]).nullable();

export const placeRowSchema = z.object({
  rank: z.number().int(),
  tied: z.boolean(),
  code: z.string(),
  name: z.string(),
  region: z.string(),
  covers: z.number().int(),
  touches: z.number().int(),
  within: z.number().int(),
  undated: z.number().int(),
  all: z.number().int(),
  funders: z.number().int(),
  started: z.number().int(),
  ended: z.number().int(),
  ending: z.number().int(),
  endingMoney: z.number().nullable(),
  endingMoneyKnown: z.number().int(),
  ruleChanges: z.number().int(),
  churn: z.number().nullable(),
  /** What the list is ranked by, where that is a figure. */
  figure: placeFigureSchema.nullable(),
});

/** GET /api/v1/places */
export const placesReply = z.object({
  dataVersion: z.string(),
  question: z.record(z.string(), z.string()),
  by: z.string(),
  /** The region whose places are ranked among themselves; null for all of England. */
  region: z.string().nullable(),
  rule: z.string(),
  /** What the figure rests on that places are ranked by; null where they are ranked by a measure. */
  figure: figuresReply
    .pick({ title: true, unit: true, rule: true, source: true, grade: true, missing: true })
    .nullable(),
  /** Names of programmes in the answer whose list is incomplete. */
  incomplete: z.array(z.string()),
  places: z.array(placeRowSchema),
});
export type PlacesReply = z.infer<typeof placesReply>;

/** Money printed for one year, or a lifetime budget. */
export const moneySchema = z.object({
  label: z.string(),
  amount: z.number(),
  kind: z.string(),
  funder: z.string(),
  evidence: evidenceSchema,
});

export const initiativeReply = z.object({
  dataVersion: z.string(),
  id: z.string(),
  programme: z.string(),
  programmeName: z.string(),
  category: z.enum(CATEGORIES),
  name: z.string(),
  round: z.string(),
  /** Half-open: `end` is the day after the last. */
  start: date,
  end: date,
  endConfidence,
  budget: z.number().nullable(),
  accountableBody: z.string(),
  grades: z.array(z.object({ grade: z.enum(GRADES), from: date, to: date })),
  area: z.number().nullable(),
  /** Names, each once: a district is recorded under two lists of codes. */
  members: z.array(z.string()),
  missing: z.array(z.string()),
  evidence: evidenceSchema,
  /** The last day on which an import gave or confirmed it, or its document was read. */
  lastConfirmed: date,
  money: z.array(moneySchema),
  partners: z.array(
    z.object({
      name: z.string(),
      sector: z.enum(SECTORS),
      role: z.string(),
      evidence: evidenceSchema,
    }),
  ),
  aims: z.array(z.object({ aim: z.string(), weight: z.string(), evidence: evidenceSchema })),
});
export type InitiativeReply = z.infer<typeof initiativeReply>;

/** GET /api/v1/stack */
export const stackReply = z.object({
  dataVersion: z.string(),
  question: z.record(z.string(), z.string()),
  place: z.object({ code: z.string(), name: z.string(), region: z.string(), area: z.number() }),
  measures: placeRowSchema.nullable(),
  /** Most initiatives on one spot of the place: by outlines, and with the largest discs counted in. */
  deepest: z.object({ depth: z.number().int(), depth_max: z.number().int() }),
  entries: z.array(
    z.object({
      id: z.string(),
      presence: z.enum(["covers", "touches", "within", "undated"]),
      grade: z.enum(GRADES),
      /** Share of the place's ground; null where there is no outline. */
      share: z.number().nullable(),
      /** The cited size where the grade is indicative; else null. */
      indication: citedSizeSchema.nullable(),
      /** The approximate point, where one is recorded. */
      point: pointSchema.nullable(),
      programme: z.string(),
      programmeName: z.string(),
      category: z.enum(CATEGORIES),
      name: z.string(),
      round: z.string(),
      start: date,
      end: date,
      endConfidence,
      budget: z.number().nullable(),
      /** What was printed for the financial year that holds the date; null where nothing was. */
      yearMoney: z.number().nullable(),
      yearMoneyLabel: z.string().nullable(),
      department: z.string(),
      accountableBody: z.string(),
      evidence: evidenceSchema,
    }),
  ),
});
export type StackReply = z.infer<typeof stackReply>;

/** GET /api/v1/analysis, and `analyse --json`: the partition of one question. */
export const analysisReply = z.object({
  dataVersion: z.string(),
  question: z.record(z.string(), z.string()),
  sources: z.number().int(),
  cells: z.number().int(),
  holes: z.number().int(),
  footprint_m2: z.number(),
  area_by_depth: z.record(z.string(), z.number()),
  sum_depth_area_m2: z.number(),
  sum_source_area_m2: z.number(),
  certificate: certificateSchema,
});
export type AnalysisReply = z.infer<typeof analysisReply>;

/** GET /api/v1/settings: what the app is told about where it runs. */
export const settingsReply = z.object({
  basemap: z.string().nullable(),
  /** Whether small areas with people and a score of need are loaded. */
  smallAreas: z.boolean(),
  /** Reference layers that outlines can be set against. */
  tiers: z.array(z.object({ id: z.string(), title: z.string() })),
});
export type SettingsReply = z.infer<typeof settingsReply>;

/** GET /healthz */
export const healthReply = z.object({ ok: z.literal(true), dataVersion: z.string() });

/** application/problem+json (RFC 9457) */
export const problemReply = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  detail: z.string(),
  context: z.record(z.string(), z.unknown()),
});
