/** A set of streams on the wire: their rules and everything measured of them. Money is in pounds. */
import { z } from "zod";
import { DUE_BASES } from "../core/funding/claim-dates.ts";
import { VERDICTS } from "../core/funding/deliverability.ts";
import type { Picture } from "../core/funding/picture.ts";
import { CATEGORIES } from "../core/model.ts";
import { toPounds } from "../core/units.ts";
import { peakSchema, toPeakReply } from "./cash-flow.ts";
import { evidenceSchema } from "./evidence.ts";
import { partnershipSchema } from "./partnership.ts";
import { atLeastSchema, rangeSchema } from "./ranges.ts";
import { streamSchema } from "./streams.ts";
import { toWire } from "./wire.ts";

const date = z.string().nullable();
const count = z.number().int();
const ids = z.array(z.string());
const monthDaySchema = z.object({ month: count, day: count });
const outputSchema = streamSchema.shape.rules.shape.outputs.element;

/** A stream with what the register calls its initiative and programme. */
export const namedStreamSchema = streamSchema.extend({
  initiativeName: z.string().nullable(),
  programmeName: z.string().nullable(),
  category: z.enum(CATEGORIES).nullable(),
  /** Claims a year by its rules; null where nothing says how many. */
  claimsAYear: z.number().nullable(),
});
export type NamedStreamReply = z.infer<typeof namedStreamSchema>;

const windowSchema = z
  .object({ start: z.string(), end: z.string(), months: z.number() })
  .nullable();
const concentrationSchema = z
  .object({ funders: count, hhi: rangeSchema, effective: rangeSchema, fragmentation: rangeSchema })
  .nullable();
const clashSideSchema = z.object({ stream: z.string(), output: outputSchema });

export const pictureSchema = z.object({
  year: z.object({ start: z.string(), end: z.string() }),
  claims: z.array(
    z.object({
      stream: z.string(),
      due: z.string(),
      basis: z.enum(DUE_BASES),
      closesYear: z.boolean(),
    }),
  ),
  load: z.object({
    claims: count,
    complete: z.boolean(),
    dates: count,
    busiestWeek: count,
    busiestFrom: date,
    shared: z.array(z.object({ due: z.string(), streams: ids })),
  }),
  claimsAYear: atLeastSchema,
  projects: z.array(
    z.object({ project: z.string(), streams: ids, claimsAYear: atLeastSchema.nullable() }),
  ),
  cycles: z.object({
    stated: z.array(z.object({ start: monthDaySchema, streams: ids })),
    unspecified: z.array(z.object({ note: z.string(), streams: ids })),
    notStated: ids,
    least: count,
  }),
  yearEnds: z.object({ different: z.array(monthDaySchema), notStated: count }),
  coinciding: z
    .object({
      quarterEnds: z.array(monthDaySchema),
      quartersCoincide: z.boolean(),
      yearsCoincide: z.boolean(),
    })
    .nullable(),
  outOfStep: z.array(
    z.object({
      a: z.string(),
      b: z.string(),
      months: z.number(),
      days: count,
      share: z.number(),
    }),
  ),
  window: windowSchema,
  inProgress: windowSchema,
  budgets: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      project: z.string(),
      amount: z.number(),
      about: z.boolean(),
      streams: ids,
      concentration: concentrationSchema,
    }),
  ),
  funders: concentrationSchema,
  smallGrants: z.object({
    threshold: z.number(),
    small: count,
    known: count,
    unknown: count,
    smallMoney: z.number(),
    knownMoney: z.number(),
    share: z.number().nullable(),
  }),
  ending: z.object({ share: z.number(), of: count, notRecorded: count }).nullable(),
  clashes: z.array(
    z.object({
      topic: z.string(),
      a: clashSideSchema,
      b: clashSideSchema,
      differs: z.enum(["unit", "definition"]),
    }),
  ),
  matches: z.array(z.object({ stream: z.string(), other: z.string(), may: z.boolean() })),
  cliffs: z.array(
    z.object({
      stream: z.string(),
      on: z.string(),
      before: z.number(),
      after: z.number(),
      raw: z.number(),
      annualised: z.number(),
      steep: z.boolean(),
      assumed: z.boolean(),
    }),
  ),
  /** Of streams whose recipient is recorded; /api/v1/cash-flow has the whole of each. */
  tests: z.array(
    z.object({
      stream: z.string(),
      verdict: z.enum(VERDICTS),
      least: peakSchema,
      most: peakSchema,
    }),
  ),
});
export type PictureReply = z.infer<typeof pictureSchema>;

/** What the streams are those of. */
export const subjectSchema = z.object({
  kind: z.enum(["case", "place"]),
  id: z.string(),
  title: z.string(),
  place: z.object({ code: z.string().nullable(), name: z.string() }),
  /** Words to be shown across an illustration; empty where the figures are the source's. */
  watermark: z.string(),
  notSaid: z.array(z.string()),
  evidence: evidenceSchema.nullable(),
});
export type SubjectReply = z.infer<typeof subjectSchema>;

/** GET /api/v1/fragmentation */
export const fragmentationReply = z.object({
  dataVersion: z.string(),
  at: z.string(),
  subject: subjectSchema,
  streams: z.array(namedStreamSchema),
  picture: pictureSchema,
  partnership: partnershipSchema,
});
export type FragmentationReply = z.infer<typeof fragmentationReply>;

export function toPictureReply(picture: Picture): PictureReply {
  const { budgets, cliffs, smallGrants, tests, ...rest } = picture;
  return {
    ...toWire(rest),
    smallGrants: {
      ...toWire(smallGrants),
      threshold: toPounds(smallGrants.threshold),
      smallMoney: toPounds(smallGrants.smallMoney),
      knownMoney: toPounds(smallGrants.knownMoney),
    },
    tests: tests.map(({ stream, verdict, least, most }) => ({
      stream,
      verdict,
      least: toPeakReply(least),
      most: toPeakReply(most),
    })),
    budgets: budgets.map(({ budget, streams, concentration }) => ({
      id: budget.id,
      name: budget.name,
      project: budget.project,
      amount: toPounds(budget.amount),
      about: budget.about,
      ...toWire({ streams, concentration }),
    })),
    cliffs: cliffs.flatMap(({ stream, cliffs: its }) =>
      its.map(({ before, after, ...cliff }) => ({
        stream,
        ...cliff,
        before: toPounds(before),
        after: toPounds(after),
      })),
    ),
  };
}
