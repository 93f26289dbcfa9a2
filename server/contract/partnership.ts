/** Who sits where, on the wire. */
import { z } from "zod";
import { ATTENDANCE, MEMBER_KINDS } from "../core/partnership/model.ts";
import { atLeastSchema, rangeSchema } from "./ranges.ts";

const count = z.number().int();
const ids = z.array(z.string());

const memberSchema = z.object({ kind: z.enum(MEMBER_KINDS), attendance: z.enum(ATTENDANCE) });
const completenessSchema = z.object({
  members: z.array(memberSchema),
  present: count,
  expected: count,
  completeness: rangeSchema,
  missing: z.array(z.enum(MEMBER_KINDS)),
  unknown: z.array(z.enum(MEMBER_KINDS)),
});

export const partnershipSchema = z.object({
  bodies: z.array(
    z.object({ id: z.string(), name: z.string(), meetingsAYear: z.number().nullable() }),
  ),
  matrix: z.array(
    z.object({ organisation: z.string(), at: z.record(z.string(), z.enum(ATTENDANCE)) }),
  ),
  core: completenessSchema,
  wider: completenessSchema,
  overlaps: z.array(z.object({ a: z.string(), b: z.string(), shared: ids, jaccard: z.number() })),
  loads: z.array(z.object({ organisation: z.string(), boards: ids, meetings: atLeastSchema })),
  meetings: atLeastSchema,
});
export type PartnershipReply = z.infer<typeof partnershipSchema>;
