/** Partners, boards, aims and targets on the wire. */
import { z } from "zod";
import {
  AIM_WEIGHTS,
  ATTENDANCE,
  type Board,
  CORE_KINDS,
  MEMBER_KINDS,
  type Membership,
  SECTORS,
} from "../core/partnership/model.ts";
import { evidenceSchema, toEvidenceReply } from "./evidence.ts";

export const membershipSchema = z.object({
  of: z.string(),
  organisation: z.string(),
  sector: z.enum(SECTORS),
  kind: z.enum(MEMBER_KINDS).nullable(),
  role: z.string(),
  attendance: z.enum(ATTENDANCE),
  evidence: evidenceSchema,
});

export const boardSchema = z.object({
  id: z.string(),
  name: z.string(),
  case: z.string().nullable(),
  initiative: z.string().nullable(),
  place: z.string().nullable(),
  meetingsAYear: z.number().nullable(),
  evidence: evidenceSchema,
});

/** GET /api/v1/partners */
export const partnersReply = z.object({
  dataVersion: z.string(),
  question: z.record(z.string(), z.string()),
  /** The eleven kinds of PAT 17 §5.17. */
  coreKinds: z.array(z.enum(CORE_KINDS)),
  /** Parts in initiatives. */
  memberships: z.array(membershipSchema),
  boards: z.array(boardSchema),
  /** Seats on boards. */
  seats: z.array(membershipSchema),
  aims: z.array(
    z.object({
      of: z.string(),
      term: z.string(),
      weight: z.enum(AIM_WEIGHTS),
      evidence: evidenceSchema,
    }),
  ),
  targets: z.array(
    z.object({
      of: z.string(),
      topic: z.string(),
      measure: z.string(),
      value: z.number().nullable(),
      by: z.string().nullable(),
      evidence: evidenceSchema,
    }),
  ),
});
export type PartnersReply = z.infer<typeof partnersReply>;

export const toMembershipReply = (row: Membership): z.infer<typeof membershipSchema> => ({
  ...row,
  kind: row.kind ?? null,
  evidence: toEvidenceReply(row.evidence),
});

export const toBoardReply = (board: Board): z.infer<typeof boardSchema> => ({
  ...board,
  case: board.case ?? null,
  initiative: board.initiative ?? null,
  place: board.place ?? null,
  meetingsAYear: board.meetingsAYear ?? null,
  evidence: toEvidenceReply(board.evidence),
});
