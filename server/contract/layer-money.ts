/** Money by the areas of a reference layer on the wire. */
import { z } from "zod";
import { LAYER_RULES, NOT_ON_LAYER } from "../core/funding/layer-money.ts";
import { GRADES } from "../core/model.ts";

/** GET /api/v1/money/layers/{layer} */
export const layerMoneyReply = z.object({
  dataVersion: z.string(),
  question: z.record(z.string(), z.string()),
  year: z.string(),
  layer: z.object({ id: z.string(), title: z.string(), grade: z.enum(GRADES) }),
  rule: z.enum(LAYER_RULES),
  words: z.string(),
  counting: z.string(),
  /** Metres within which lines are one. */
  tolerance_m: z.number(),
  /** In areas and unplaced together. */
  amount: z.number(),
  areas: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      amount: z.number(),
      /** The same area under every rule. */
      sensitivity: z.array(z.object({ rule: z.enum(LAYER_RULES), amount: z.number() })),
    }),
  ),
  unplaced: z.array(z.object({ reason: z.enum(NOT_ON_LAYER), amount: z.number() })),
});
