/** What every export carries, in the file or beside it: enough to cite it and to ask it again. */
import { z } from "zod";
import { certificateSchema } from "./certificate.ts";
import { repairsSchema } from "./repairs.ts";

export const aboutSchema = z.object({
  title: z.string(),
  unit: z.string(),
  /** The question as the parameters that ask it again. */
  question: z.record(z.string(), z.string()),
  data_version: z.string(),
  /** The system that areas are measured in. */
  areas: z.string(),
  grid_m: z.number().nullable(),
  tolerance_m: z.number().nullable(),
  /** What each field means, in words. */
  fields: z.record(z.string(), z.string()),
  /** The id of the rule behind a field, where one is named: see the measures of the reference. */
  definitions: z.record(z.string(), z.string()).optional(),
  sources: z.array(
    z.object({ title: z.string(), licence: z.string(), attribution: z.string() }).loose(),
  ),
  /**
   * Which partition the figures rest on and the certificate is of. question: the outlines that the
   * question selects. study: every outline of all time over the places. small-areas: both over the
   * small areas. inputs: the files named.
   */
  certificate_of: z.enum(["question", "study", "small-areas", "inputs"]),
  certificate: certificateSchema,
  /** What that partition mended in its sources. */
  repairs: repairsSchema,
  /** Programmes in the answer that are not held whole: "no initiative" means none recorded. */
  completeness: z.array(
    z.object({
      programme: z.string(),
      name: z.string(),
      held: z.number().int(),
      existed: z.number().int().nullable(),
      note: z.string(),
    }),
  ),
  citation: z.string(),
});
export type About = z.infer<typeof aboutSchema>;
