/** Streams on the wire: pounds with pence, unknown as null. */
import { z } from "zod";
import {
  AMOUNT_BASES,
  type Budget,
  CLAIM_FREQUENCIES,
  PAYMENT_BASES,
  RECOVERIES,
  STREAM_KINDS,
  STREAM_PARTS,
  STREAM_SCOPES,
  type Stream,
  type WorkedCase,
} from "../core/funding/model.ts";
import { SECTORS } from "../core/partnership/model.ts";
import { addDays, type Pence, toPounds } from "../core/units.ts";
import { evidenceSchema, toEvidenceReply } from "./evidence.ts";

const date = z.string().nullable();
const amount = z.number().nullable();
/** `04-01`: a day of every year. */
const monthDay = z.string();

export const streamSchema = z.object({
  id: z.string(),
  name: z.string(),
  case: z.string().nullable(),
  project: z.string(),
  initiative: z.string().nullable(),
  programme: z.string().nullable(),
  places: z.array(z.object({ place: z.string(), weight: z.number() })),
  scope: z.enum(STREAM_SCOPES),
  line: z.string(),
  part: z.enum(STREAM_PARTS),
  funder: z.string(),
  department: z.string(),
  inKind: z.boolean(),
  /** Half-open: `end` is the day after the last. */
  start: date,
  end: date,
  total: amount,
  years: z.array(
    z.object({
      start: z.string(),
      end: z.string(),
      amount: z.number(),
      kind: z.enum(STREAM_KINDS),
      basis: z.enum(AMOUNT_BASES),
      evidence: evidenceSchema,
    }),
  ),
  budget: z.string().nullable(),
  recipient: z
    .object({
      organisation: z.string(),
      sector: z.enum(SECTORS).nullable(),
      riskMoney: amount,
    })
    .nullable(),
  rules: z.object({
    yearStart: monthDay.nullable(),
    yearNote: z.string(),
    claims: z.object({
      frequency: z.enum(CLAIM_FREQUENCIES).nullable(),
      due: z.array(monthDay).nullable(),
      milestones: z.array(z.string()),
      route: z.array(z.string()),
      words: z.string(),
    }),
    payment: z.object({
      basis: z.enum(PAYMENT_BASES).nullable(),
      lagMonths: z.number().nullable(),
      volumeGuaranteed: z.boolean().nullable(),
      advance: z
        .object({
          share: z.number(),
          recovery: z.enum(RECOVERIES).nullable(),
          to: z.array(z.enum(SECTORS)).nullable(),
        })
        .nullable(),
    }),
    match: z.object({
      mayMatch: z.array(z.string()),
      mayNotMatch: z.array(z.string()),
      upTo: amount,
      words: z.string(),
    }),
    outputs: z.array(z.object({ topic: z.string(), unit: z.string(), definition: z.string() })),
    exclusive: z.boolean().nullable(),
    /** First and last days. */
    bidding: z.array(z.object({ opens: z.string(), closes: z.string() })),
    biddingWords: z.string(),
    reporting: z.string(),
    audit: z.string(),
    auditsAYear: z.number().nullable(),
  }),
  /** Columns of the public file whose rule is general knowledge. */
  recalled: z.array(z.string()),
  evidence: evidenceSchema,
});
export type StreamReply = z.infer<typeof streamSchema>;

export const budgetSchema = z.object({
  id: z.string(),
  name: z.string(),
  case: z.string().nullable(),
  project: z.string(),
  /** A year; how it is shared among its streams is not published. */
  amount: z.number(),
  about: z.boolean(),
  streams: z.array(z.string()),
  evidence: evidenceSchema,
});

export const caseSchema = z.object({
  id: z.string(),
  title: z.string(),
  placeName: z.string(),
  place: z.string().nullable(),
  watermark: z.string(),
  notSaid: z.array(z.string()),
  evidence: evidenceSchema,
});

export const pounds = (value: Pence | undefined): number | null =>
  value === undefined ? null : toPounds(value);

const two = (value: number) => String(value).padStart(2, "0");

/** A stream as the wire has it; what the core leaves undefined becomes null. */
export function toStreamReply(stream: Stream): StreamReply {
  const { rules, recipient } = stream;
  const { claims, payment, match } = rules;
  const day = ({ month, day: date }: { readonly month: number; readonly day: number }) =>
    `${two(month)}-${two(date)}`;
  return {
    ...stream,
    case: stream.case ?? null,
    initiative: stream.initiative ?? null,
    programme: stream.programme ?? null,
    places: [...stream.places],
    start: stream.start ?? null,
    end: stream.end ?? null,
    total: pounds(stream.total),
    years: stream.years.map((year) => ({
      ...year,
      amount: toPounds(year.amount),
      evidence: toEvidenceReply(year.evidence),
    })),
    budget: stream.budget ?? null,
    recipient: recipient
      ? {
          organisation: recipient.organisation,
          sector: recipient.sector ?? null,
          riskMoney: pounds(recipient.riskMoney),
        }
      : null,
    rules: {
      ...rules,
      yearStart: rules.yearStart ? day(rules.yearStart) : null,
      claims: {
        ...claims,
        frequency: claims.frequency ?? null,
        due: claims.due?.map(day) ?? null,
        milestones: [...claims.milestones],
        route: [...claims.route],
      },
      payment: {
        basis: payment.basis ?? null,
        lagMonths: payment.lagMonths ?? null,
        volumeGuaranteed: payment.volumeGuaranteed ?? null,
        advance: payment.advance
          ? {
              share: payment.advance.share,
              recovery: payment.advance.recovery ?? null,
              to: payment.advance.to ? [...payment.advance.to] : null,
            }
          : null,
      },
      match: {
        mayMatch: [...match.mayMatch],
        mayNotMatch: [...match.mayNotMatch],
        upTo: pounds(match.upTo),
        words: match.words,
      },
      outputs: [...rules.outputs],
      exclusive: rules.exclusive ?? null,
      bidding: rules.bidding.map(({ opens, closes }) => ({ opens, closes: addDays(closes, -1) })),
      auditsAYear: rules.auditsAYear ?? null,
    },
    recalled: [...stream.recalled],
    evidence: toEvidenceReply(stream.evidence),
  };
}

export const toBudgetReply = (
  budget: Budget,
  streams: readonly Stream[],
): z.infer<typeof budgetSchema> => ({
  ...budget,
  case: budget.case ?? null,
  amount: toPounds(budget.amount),
  streams: streams.filter((stream) => stream.budget === budget.id).map(({ id }) => id),
  evidence: toEvidenceReply(budget.evidence),
});

export const toCaseReply = (one: WorkedCase): z.infer<typeof caseSchema> => ({
  ...one,
  place: one.place ?? null,
  notSaid: [...one.notSaid],
  evidence: toEvidenceReply(one.evidence),
});
