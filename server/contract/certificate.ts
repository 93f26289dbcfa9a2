/** The certificate of a partition as commands, replies and files print it. */
import { z } from "zod";

export const certificateSchema = z.object({
  passed: z.boolean(),
  conservation_relative: z.number(),
  snap_change_relative: z.number(),
  snap_drift_m: z.number(),
  passes: z.number().int(),
  bounds_violations: z.number().int(),
  engine: z.string(),
  grid_m: z.number(),
  crs: z.string(),
  inputs: z.array(z.string()),
});
export type CertificateReply = z.infer<typeof certificateSchema>;
