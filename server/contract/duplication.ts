/** Pairs that may do the same work, on the wire. */
import { z } from "zod";
import {
  DUPLICATION_KEYS,
  type Duplication,
  type DuplicationKey,
} from "../core/partnership/measures/duplication.ts";

const side = z.object({ id: z.string(), name: z.string(), owner: z.string() });

export const duplicationSchema = z.object({
  a: side,
  b: side,
  /** Shared over combined ground inside the place; null with its reason. */
  ground: z.number().nullable(),
  groundReason: z.string().nullable(),
  aims: z
    .object({ shared: z.array(z.string()), jaccard: z.number(), weighted: z.number() })
    .nullable(),
  months: z.number().nullable(),
  sameCategory: z.boolean(),
  differentOwner: z.boolean().nullable(),
});

/** GET /api/v1/duplication */
export const duplicationReply = z.object({
  dataVersion: z.string(),
  /** The keys the list is sorted by, in order. */
  by: z.array(z.enum(DUPLICATION_KEYS)),
  place: z.string().nullable(),
  pairs: z.array(duplicationSchema),
});
export type DuplicationReply = z.infer<typeof duplicationReply>;

type Side = DuplicationReply["pairs"][number]["a"];

export function toPair(row: Duplication, sideOf: (id: string) => Side) {
  const { ground, aims } = row;
  return {
    a: sideOf(row.a),
    b: sideOf(row.b),
    ground: ground.jaccard ?? null,
    groundReason: ground.jaccard === undefined ? ground.reason : null,
    aims: aims ? { ...aims, shared: [...aims.shared] } : null,
    months: row.months ?? null,
    sameCategory: row.sameCategory,
    differentOwner: row.differentOwner ?? null,
  };
}

export const isKey = (text: string): text is DuplicationKey =>
  (DUPLICATION_KEYS as readonly string[]).includes(text);
