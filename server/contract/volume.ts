/** The sum of activity by department and year, on the wire. Money is in pounds. */
import { z } from "zod";

/** GET /api/v1/volume */
export const volumeReply = z.object({
  dataVersion: z.string(),
  rows: z.array(
    z.object({
      department: z.string(),
      /** "2001-02" */
      year: z.string(),
      amount: z.number(),
      /** How much of it was spread evenly over a life, not printed for the year. */
      assumed: z.number(),
      figures: z.number().int(),
    }),
  ),
});
export type VolumeReply = z.infer<typeof volumeReply>;
