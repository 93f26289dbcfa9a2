/** Figures that a source leaves open, on the wire. */
import { z } from "zod";

export const rangeSchema = z.object({
  low: z.number(),
  high: z.number(),
  /** The bound that is approached and never reached. */
  open: z.enum(["low", "high"]).nullable(),
});
export const atLeastSchema = z.object({ value: z.number(), complete: z.boolean() });
