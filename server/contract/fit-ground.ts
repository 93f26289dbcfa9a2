/** GET /api/v1/fit/ground: gap and overspill of many bodies against one tier, for a map and its table. */
import { z } from "zod";
import { CLASSES } from "../core/fit/class.ts";
import { GRADES } from "../core/model.ts";

const pieces = z.object({ pieces: z.number().int(), area_m2: z.number() });

export const fitGroundReply = z.object({
  dataVersion: z.string(),
  question: z.record(z.string(), z.string()),
  layer: z.object({
    id: z.string(),
    title: z.string(),
    vintage: z.string(),
    grade: z.enum(GRADES),
    tolerance_m: z.number(),
  }),
  rule: z.string(),
  /** How many bodies there are where they are more than are cut at once; null where they are not. */
  too_many: z.number().int().nullable(),
  /** The most that are cut at once. */
  most: z.number().int(),
  /** Bodies alive on the date of which no such ground can be told: not drawn, in part, or apart. */
  without: z.number().int(),
  bodies: z.array(
    z.object({
      initiative: z.string(),
      name: z.string(),
      programme: z.string(),
      grade: z.enum(GRADES).nullable(),
      reference: z.object({ code: z.string(), name: z.string() }),
      class: z.enum(CLASSES),
      /** Of the area and not of the body; without slivers. */
      gap: pieces,
      /** Of the body and not of the area; without slivers. */
      overspill: pieces,
      /** Pieces too narrow to be told from drawing error: neither drawn nor in the sums. */
      slivers: pieces,
    }),
  ),
  /** What is in the sums, drawn: WGS 84, five decimals (about a metre). */
  ground: z.object({
    type: z.literal("FeatureCollection"),
    features: z.array(
      z.object({
        type: z.literal("Feature"),
        properties: z.object({
          kind: z.enum(["gap", "overspill"]),
          /** Index into `bodies`. */
          body: z.number().int(),
          area_m2: z.number(),
        }),
        geometry: z.object({
          type: z.literal("Polygon"),
          coordinates: z.array(z.array(z.array(z.number()))),
        }),
      }),
    ),
  }),
});
export type FitGroundReply = z.infer<typeof fitGroundReply>;
