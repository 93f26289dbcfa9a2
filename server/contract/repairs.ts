/** Repairs of a partition as commands and files print them. */
import { z } from "zod";

export const repairsSchema = z.array(
  z.object({ source: z.string(), code: z.string(), area_change_m2: z.number() }),
);
export type RepairsReply = z.infer<typeof repairsSchema>;
