/** Money by small area on the wire. */
import { z } from "zod";
import { UNPLACED } from "../core/funding/placing.ts";
import { SMALL_AREA_RULES } from "../core/funding/small-area-money.ts";

const group = z.object({ areas: z.number().int(), people: z.number(), perHead: z.number() });

/** GET /api/v1/money/small-areas */
export const smallAreaMoneyReply = z.object({
  dataVersion: z.string(),
  question: z.record(z.string(), z.string()),
  year: z.string(),
  rule: z.enum(SMALL_AREA_RULES),
  words: z.string(),
  counting: z.string(),
  layer: z.object({ id: z.string(), title: z.string(), vintage: z.string() }),
  people: z.object({ id: z.string(), title: z.string(), attribution: z.string() }),
  need: z.object({ id: z.string(), title: z.string(), attribution: z.string() }),
  amount: z.number(),
  /** How much of it lies somewhere within a place and was spread over all of it: an assumption. */
  somewhere: z.number(),
  unplaced: z.array(z.object({ reason: z.enum(UNPLACED), amount: z.number() })),
  /** Pounds a head over the areas asked for; null with fewer than two that have people and a score. */
  perHead: z
    .object({
      overall: z.number(),
      /** The share of the areas at each end. */
      groupShare: z.number(),
      most: group,
      least: group,
      /** Most over least deprived; null where the least deprived get nothing. */
      ratio: z.number().nullable(),
    })
    .nullable(),
  /** The ratio of most to least deprived under every rule. */
  sensitivity: z.array(z.object({ rule: z.enum(SMALL_AREA_RULES), ratio: z.number().nullable() })),
  areas: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      people: z.number().nullable(),
      score: z.number().nullable(),
      /** Null where no money is recorded: not the same as none. */
      amount: z.number().nullable(),
      somewhere: z.number(),
      perHead: z.number().nullable(),
      /** 100 is the mean of the areas asked for. */
      index: z.number().nullable(),
    }),
  ),
});
export type SmallAreaMoneyReply = z.infer<typeof smallAreaMoneyReply>;
