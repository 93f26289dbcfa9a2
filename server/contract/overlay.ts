/** `overlay --json`: the planar partition of any polygon files. */
import { z } from "zod";
import { certificateSchema } from "./certificate.ts";
import { repairsSchema } from "./repairs.ts";

export const overlayReply = z.object({
  sources: z.number().int(),
  vertices: z.number().int(),
  cells: z.number().int(),
  holes: z.number().int(),
  footprint_m2: z.number(),
  area_by_depth: z.record(z.string(), z.number()),
  sum_depth_area_m2: z.number(),
  sum_source_area_m2: z.number(),
  certificate: certificateSchema,
  repairs: repairsSchema,
  /** Ids of features without geometry, which are no sources. */
  empty: z.array(z.string()),
  seconds: z.object({
    read: z.number(),
    project: z.number(),
    partition: z.number(),
    write: z.number(),
    total: z.number(),
  }),
});
export type OverlayReply = z.infer<typeof overlayReply>;
