/** Evidence on the wire. */
import { z } from "zod";
import type { Evidence } from "../core/model.ts";

export const evidenceSchema = z.object({
  confidence: z.enum(["sourced", "recalled"]),
  source: z.string(),
  notes: z.string(),
  dateRead: z.string().nullable(),
});
export type EvidenceReply = z.infer<typeof evidenceSchema>;

export const toEvidenceReply = (evidence: Evidence): EvidenceReply => ({
  ...evidence,
  dateRead: evidence.dateRead ?? null,
});
