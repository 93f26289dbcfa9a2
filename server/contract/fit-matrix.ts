/** GET /api/v1/fit and /api/v1/fit/{initiative}/{layer}. */
import { z } from "zod";
import { CAUSES } from "../core/fit/cause/cause.ts";
import { CLASSES } from "../core/fit/class.ts";
import { GRADES } from "../core/model.ts";
import { certificateSchema } from "./certificate.ts";
import { pairFitSchema } from "./fit.ts";

const tierSchema = z.object({
  id: z.string(),
  title: z.string(),
  vintage: z.string(),
  grade: z.enum(GRADES),
  accuracy_m: z.number().nullable(),
  areas: z.number().int(),
  tolerance_m: z.number(),
  /** The layer that is another vintage of this one; null where none is loaded. */
  other_vintage: z.string().nullable(),
  /** The layer that says where land is. */
  land: z.string().nullable(),
  certificate: certificateSchema,
});

const degreeSchema = z.object({ hierarchy: z.number(), fit: z.number() });

/** A tier with how the bodies of the question nest in it (M-C8). */
const matrixTierSchema = tierSchema.extend({
  /** Bodies with a verdict; null without any. */
  bodies: z.number().int(),
  degree: degreeSchema.nullable(),
  /** By the people who live there, of those whose people are known. */
  bodies_peopled: z.number().int(),
  degree_people: degreeSchema.nullable(),
});

const matrixCellSchema = z.object({
  layer: z.string(),
  class: z.enum(CLASSES).nullable(),
  /** The reference area with the largest J; null where no ground is shared. */
  reference: z.object({ code: z.string(), name: z.string() }).nullable(),
  jaccard: z.number().nullable(),
  /** The same by the people who live there (M-W1); null where they are not known. */
  jaccard_people: z.number().nullable(),
  cause: z.enum(CAUSES).nullable(),
  /** Why there is no cause or no verdict, or what the cause leaves open. */
  reason: z.string().nullable(),
  whole: z.number().int(),
  made_of_whole: z.boolean(),
  /** How many areas of the layer share ground with it. */
  shares_ground_with: z.number().int(),
});

export const fitMatrixReply = z.object({
  dataVersion: z.string(),
  question: z.record(z.string(), z.string()),
  tiers: z.array(matrixTierSchema),
  /** Whether people by area are loaded, so that anything can be told by people. */
  has_people: z.boolean(),
  bodies: z.array(
    z.object({
      initiative: z.string(),
      name: z.string(),
      programme: z.string(),
      programmeName: z.string(),
      grade: z.enum(GRADES).nullable(),
      accuracy_m: z.number().nullable(),
      cells: z.array(matrixCellSchema),
    }),
  ),
  /** Names of programmes in the answer whose list is incomplete. */
  incomplete: z.array(z.string()),
});
export type FitMatrixReply = z.infer<typeof fitMatrixReply>;

const fragmentSchema = z.object({
  type: z.literal("Feature"),
  id: z.string(),
  properties: z.object({
    kind: z.enum(["gap", "overspill"]),
    area_m2: z.number(),
    width_m: z.number(),
    sliver: z.boolean(),
    people: z.number().nullable(),
    people_reason: z.string().nullable(),
    /** The smaller area that holds most of it; null where none does. */
    mostly_in: z.object({ code: z.string(), name: z.string() }).nullable(),
  }),
  geometry: z.object({
    type: z.literal("Polygon"),
    coordinates: z.array(z.array(z.array(z.number()))),
  }),
});

const sumSchema = z.object({
  pieces: z.number().int(),
  area_m2: z.number(),
  people: z.number().nullable(),
  /** Why people are not known; null where they are. */
  people_reason: z.string().nullable(),
});

export const fitOpenedReply = z.object({
  dataVersion: z.string(),
  initiative: z.object({ id: z.string(), name: z.string(), programme: z.string() }),
  layer: tierSchema,
  reference: z.object({ code: z.string(), name: z.string() }),
  pair: pairFitSchema,
  class_reason: z.string(),
  /** Every area of the layer that shares ground with it, the largest J first. */
  others: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      class: z.enum(CLASSES),
      jaccard: z.number(),
      body_in_reference: z.number(),
      reference_in_body: z.number(),
    }),
  ),
  gap: sumSchema,
  overspill: sumSchema,
  /** Where people come from, or why they are not known. */
  people: z.object({
    set: z.string().nullable(),
    title: z.string().nullable(),
    vintage: z.string().nullable(),
    rule: z.string(),
  }),
  /** Gap and overspill on the map, the largest first; WGS 84. */
  fragments: z.object({
    type: z.literal("FeatureCollection"),
    bbox: z.array(z.number()).optional(),
    features: z.array(fragmentSchema),
  }),
  /** The smallest list of areas whose transfer would make the two match; a possibility, no advice. */
  move: z
    .object({
      layer: z.string(),
      title: z.string(),
      jaccard_before: z.number(),
      target: z.number(),
      reached: z.boolean(),
      steps: z.array(
        z.object({
          code: z.string(),
          name: z.string(),
          kind: z.enum(["add", "drop"]),
          area_m2: z.number(),
          people: z.number().nullable(),
          jaccard: z.number(),
        }),
      ),
    })
    .nullable(),
  move_reason: z.string().nullable(),
  certificate: certificateSchema,
});
export type FitOpenedReply = z.infer<typeof fitOpenedReply>;
