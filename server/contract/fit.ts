/** How bodies fit reference areas, as `fit --json`, /api/v1/fit and exports print it. */
import { z } from "zod";
import { CAUSES } from "../core/fit/cause/cause.ts";
import { CLASSES } from "../core/fit/class.ts";
import { certificateSchema } from "./certificate.ts";

const area = z.number();
const length = z.number();

export const evidenceSchema = z.object({
  /** Ground that has to be explained, and in how many pieces. */
  ground_m2: area,
  fragments: z.number().int(),
  ground_by_cause_m2: z.record(z.string(), area),
  ground_at_edge_m2: area,
  gap_share: z.number().nullable(),
  widest_m: length.nullable(),
  shift: z
    .object({
      east_m: length,
      north_m: length,
      length_m: length,
      agreement_before: z.number(),
      agreement_after: z.number(),
      jaccard_after: z.number().nullable(),
      ground_after_m2: area,
      missing_datum: z.boolean(),
    })
    .nullable(),
  drawings: z.object({
    two: z.boolean(),
    unshared: z.number(),
    followed: z.number(),
    to_the_left: z.number(),
    median_m: length,
    bound_m: length,
  }),
});
export type FitEvidenceReply = z.infer<typeof evidenceSchema>;

/** Amounts of people, or what else was given as weights. */
export const weightedSchema = z.object({
  intersection: z.number(),
  body: z.number(),
  reference: z.number(),
  gap: z.number(),
  overspill: z.number(),
  jaccard: z.number().nullable(),
  body_in_reference: z.number().nullable(),
  reference_in_body: z.number().nullable(),
});

export const pairFitSchema = z.object({
  body: z.string(),
  reference: z.string(),
  intersection_m2: area,
  body_m2: area,
  reference_m2: area,
  jaccard: z.number().nullable(),
  dice: z.number().nullable(),
  overlap_coefficient: z.number().nullable(),
  body_in_reference: z.number().nullable(),
  reference_in_body: z.number().nullable(),
  gap_m2: area,
  overspill_m2: area,
  agreement: z.object({ of_reference: z.number(), of_body: z.number() }),
  hausdorff_m: length.nullable(),
  hausdorff: z
    .object({
      body_to_reference_m: length,
      reference_to_body_m: length,
      body_to_reference_95_m: length.nullable(),
      reference_to_body_95_m: length.nullable(),
    })
    .nullable(),
  class: z.enum(CLASSES),
  cause: z.enum(CAUSES).nullable(),
  cause_reason: z.string().nullable(),
  evidence: evidenceSchema.nullable(),
  weighted: weightedSchema.optional(),
});
export type PairFitReply = z.infer<typeof pairFitSchema>;

export const bodyFitSchema = z.object({
  id: z.string(),
  class: z.enum(CLASSES),
  reference: z.string().nullable(),
  reason: z.string(),
  /** How many reference areas lie wholly in it, and whether it is those and nothing else. */
  whole: z.number().int(),
  made_of_whole: z.boolean(),
});

export const fitReply = z.object({
  pairs: z.array(pairFitSchema),
  bodies: z.array(bodyFitSchema),
  degree_of_fit: z.object({ hierarchy: z.number(), fit: z.number() }).nullable(),
  tolerance_m: length,
  certificate: certificateSchema,
});
export type FitReply = z.infer<typeof fitReply>;
