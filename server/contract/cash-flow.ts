/** A stream's cash flow on the wire. Money is in pounds. */
import { z } from "zod";
import type { CashFlow, CashPeak } from "../core/funding/cash-flow.ts";
import { cashMonths } from "../core/funding/cash-months.ts";
import {
  BINDING_RULES,
  type Deliverability,
  NOT_STATED,
  type Undertaking,
  VERDICTS,
} from "../core/funding/deliverability.ts";
import type { NotTestable } from "../core/funding/undertaking.ts";
import { type Pence, toPounds } from "../core/units.ts";

/** The most that is laid out before it is paid; no day where nothing is. */
export const peakSchema = z.object({
  amount: z.number(),
  on: z.string().nullable(),
  month: z.number().int().nullable(),
});

export const toPeakReply = ({ amount, on, month }: CashPeak): z.infer<typeof peakSchema> => ({
  amount: toPounds(amount),
  on: on ?? null,
  month: month ?? null,
});

const flowSchema = z.object({
  peak: peakSchema,
  spent: z.number(),
  received: z.number(),
  months: z.array(
    z.object({
      month: z.number().int(),
      start: z.string(),
      end: z.string(),
      spent: z.number(),
      received: z.number(),
      need: z.number(),
      closing: z.number(),
    }),
  ),
  days: z.array(
    z.object({
      on: z.string(),
      month: z.number().int(),
      spent: z.number(),
      received: z.number(),
      lowest: z.number(),
      closing: z.number(),
    }),
  ),
});
export type FlowReply = z.infer<typeof flowSchema>;

/** GET /api/v1/cash-flow */
export const cashFlowReply = z.object({
  dataVersion: z.string(),
  stream: z.string(),
  /** What is not recorded, so that nothing can be tested; else null. */
  notRecorded: z.enum(["amount", "dates", "claims"]).nullable(),
  test: z
    .object({
      verdict: z.enum(VERDICTS),
      /** What the funder pays over what is spent. */
      funded: z.number().nullable(),
      riskMoney: z.number().nullable(),
      least: flowSchema,
      most: flowSchema,
      binding: z.array(z.object({ id: z.enum(BINDING_RULES), peakWithout: z.number() })),
      notStated: z.array(z.enum(NOT_STATED)),
      unguaranteed: z.number().nullable(),
    })
    .nullable(),
});
export type CashFlowReply = z.infer<typeof cashFlowReply>;

export function toTestReply(undertaking: Undertaking, result: Deliverability) {
  const { start } = undertaking.plan;
  return {
    verdict: result.verdict,
    funded: result.funded ?? null,
    riskMoney: optional(undertaking.riskMoney),
    least: toFlowReply(result.least, start),
    most: toFlowReply(result.most, start),
    binding: result.binding.map(({ id, peakWithout }) => ({
      id,
      peakWithout: toPounds(peakWithout),
    })),
    notStated: [...result.notStated],
    unguaranteed: optional(result.unguaranteed),
  };
}

export const notTestable = (
  undertaking: Undertaking | { readonly notRecorded: NotTestable },
): undertaking is { readonly notRecorded: NotTestable } => "notRecorded" in undertaking;

function toFlowReply(flow: CashFlow, start: Undertaking["plan"]["start"]): FlowReply {
  return {
    peak: toPeakReply(flow.peak),
    spent: toPounds(flow.spent),
    received: toPounds(flow.received),
    months: cashMonths(flow, start).map((month) => ({
      ...month,
      spent: toPounds(month.spent),
      received: toPounds(month.received),
      need: toPounds(month.need),
      closing: toPounds(month.closing),
    })),
    days: flow.days.map((day) => ({
      ...day,
      spent: toPounds(day.spent),
      received: toPounds(day.received),
      lowest: toPounds(day.lowest),
      closing: toPounds(day.closing),
    })),
  };
}

const optional = (sum: Pence | undefined) => (sum === undefined ? null : toPounds(sum));
