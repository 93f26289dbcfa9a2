/** What `check --json` prints, the store keeps and /api/v1/checks serves. */
import { z } from "zod";

const findingSchema = z.object({
  /** Counted from 1, as people count. */
  feature: z.number().int(),
  id: z.string(),
  name: z.string(),
  ring: z.number().int().nullable(),
  lon: z.number().nullable(),
  lat: z.number().nullable(),
  size: z.number().nullable(),
  field: z.string().nullable(),
  value: z.string().nullable(),
});

const problemSchema = z.object({
  problem: z.string(),
  standing: z.enum(["repairable", "decide", "note"]),
  sentence: z.string(),
  advice: z.string(),
  repair: z.string().nullable(),
  repair_title: z.string().nullable(),
  unit: z.enum(["m2", "m"]).nullable(),
  /** Of the file as a whole: its finding stands at the first feature. */
  whole: z.boolean(),
  features: z.number().int(),
  places: z.number().int(),
  /** Area after less before of the repairs proposed for it, square metres; null where there is none. */
  area_change_m2: z.number().nullable(),
  findings: z.array(findingSchema),
});

const proposalSchema = z.object({
  /** What `--accept` takes. */
  id: z.string(),
  feature: z.number().int(),
  feature_id: z.string(),
  name: z.string(),
  repair: z.string(),
  title: z.string(),
  problems: z.array(z.string()),
  before_m2: z.number(),
  after_m2: z.number(),
  area_change_m2: z.number(),
});

const changeSchema = z.object({
  feature: z.number().int(),
  id: z.string(),
  name: z.string(),
  before_m2: z.number(),
  area_change_m2: z.number(),
  /** Of the area before. */
  share: z.number(),
  cause: z.string(),
});

export const checkReport = z.object({
  file: z.string(),
  sha256: z.string(),
  format: z.string(),
  /** Null for a table, which has no coordinates. */
  crs: z.string().nullable(),
  crs_known: z.string().nullable(),
  /** How sure that is, as a sentence; null in reports from before it was said. */
  crs_sure: z.string().nullable().default(null),
  checked_on: z.string(),
  features: z.number().int(),
  vertices: z.number().int(),
  /** What holds for the file as a whole, in sentences. */
  notes: z.array(z.string()),
  fields: z.array(
    z.object({
      column: z.string(),
      filled: z.number().int(),
      example: z.string().nullable(),
      holds: z.string().nullable(),
      confidence: z.number().nullable(),
    }),
  ),
  problems: z.array(problemSchema),
  proposals: z.array(proposalSchema),
  repair: z.object({
    features: z.number().int(),
    before_m2: z.number(),
    after_m2: z.number(),
    area_change_m2: z.number(),
    /** Of the area of all features before; 0 where there is none. */
    share: z.number(),
    /** Outlines whose area all repairs together change by more than 0.01 %. */
    larger: z.array(changeSchema),
  }),
});
export type CheckReport = z.infer<typeof checkReport>;

const storedCheckSchema = z.object({
  id: z.number().int(),
  checked_at: z.string(),
  file: z.string(),
  sha256: z.string(),
  /** How many kinds of problem there are. */
  problems: z.number().int(),
  /** Null for a report from before it was counted. */
  verdict: z
    .object({
      features: z.number().int(),
      /** Kinds of problem by what to do about them. */
      decide: z.number().int(),
      repairable: z.number().int(),
      note: z.number().int(),
      proposals: z.number().int(),
    })
    .nullable(),
  /** Empty is not recorded. */
  who: z.string(),
  source: z.string(),
  /** Ids of the repairs that were accepted. */
  accepted: z.array(z.string()),
  /** Versions of the data that rest on it. */
  versions: z.array(z.number().int()),
});

/** GET /api/v1/checks */
export const checksReply = z.object({
  dataVersion: z.string(),
  checks: z.array(storedCheckSchema),
});

/** GET /api/v1/checks/{id} */
export const checkReply = storedCheckSchema.extend({
  dataVersion: z.string(),
  /** Features whose proposals can be drawn before and after. */
  drawings: z.array(z.number().int()),
  report: checkReport,
});
export type StoredCheckReply = z.infer<typeof storedCheckSchema>;
export type ChecksReply = z.infer<typeof checksReply>;
export type CheckReply = z.infer<typeof checkReply>;

interface Stored {
  readonly id: number;
  readonly checkedAt: string;
  readonly file: string;
  readonly sha256: string;
  readonly problems: number;
  readonly verdict: StoredCheckReply["verdict"] | undefined;
  readonly who: string;
  readonly source: string;
  readonly accepted: readonly string[];
  readonly versions: readonly number[];
}

/** A stored report without its body. */
export const storedCheckReply = ({
  checkedAt,
  sha256,
  verdict,
  accepted,
  versions,
  ...rest
}: Stored): StoredCheckReply => ({
  ...rest,
  checked_at: checkedAt,
  sha256: `sha256:${sha256}`,
  verdict: verdict ?? null,
  accepted: [...accepted],
  versions: [...versions],
});
