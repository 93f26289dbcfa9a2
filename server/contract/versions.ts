/** The history of the data on the wire. */
import { z } from "zod";

const changedSchema = z.object({
  kind: z.string(),
  id: z.string(),
  change: z.enum(["added", "changed", "confirmed", "removed", "kept"]),
});

export const versionSchema = z.object({
  version: z.number().int(),
  kind: z.enum(["load", "import", "repair", "restore"]),
  made_at: z.string(),
  who: z.string(),
  what: z.string(),
  source: z.string(),
  licence: z.string(),
  date_read: z.string().nullable(),
  file: z.string(),
  sha256: z.string().nullable(),
  /** Id of the check report that it rests on. */
  check: z.number().int().nullable(),
  restores: z.number().int().nullable(),
  /** Ids of the repairs that were accepted. */
  repairs: z.array(z.string()),
  data_version: z.string(),
  changed: z.array(changedSchema),
});
export type VersionReply = z.infer<typeof versionSchema>;

/** GET /api/v1/versions */
export const versionsReply = z.object({
  dataVersion: z.string(),
  versions: z.array(versionSchema),
});

/** GET /api/v1/versions/{version} */
export const versionReply = versionSchema.extend({ dataVersion: z.string() });

/** GET /api/v1/versions/{version}/outlines */
export const outlinesReply = z.object({
  type: z.literal("FeatureCollection"),
  features: z.array(
    z.object({
      type: z.literal("Feature"),
      properties: z.record(z.string(), z.unknown()),
      geometry: z
        .object({ type: z.literal("MultiPolygon"), coordinates: z.array(z.unknown()) })
        .nullable(),
    }),
  ),
});

interface Version {
  readonly id: number;
  readonly kind: VersionReply["kind"];
  readonly madeAt: string;
  readonly who: string;
  readonly what: string;
  readonly source: string;
  readonly licence: string;
  readonly dateRead: string | undefined;
  readonly file: string;
  readonly sha256: string;
  readonly check: number | undefined;
  readonly restores: number | undefined;
  readonly repairs: readonly string[];
  readonly dataVersion: string;
}

interface Item {
  readonly kind: string;
  readonly item: string;
  readonly change: VersionReply["changed"][number]["change"];
}

/** A version with what it concerns. */
export const toVersionReply = (version: Version, items: readonly Item[]): VersionReply => ({
  version: version.id,
  kind: version.kind,
  made_at: version.madeAt,
  who: version.who,
  what: version.what,
  source: version.source,
  licence: version.licence,
  date_read: version.dateRead ?? null,
  file: version.file,
  sha256: version.sha256 === "" ? null : `sha256:${version.sha256}`,
  check: version.check ?? null,
  restores: version.restores ?? null,
  repairs: [...version.repairs],
  data_version: version.dataVersion,
  changed: items.map(({ kind, item, change }) => ({ kind, id: item, change })),
});
