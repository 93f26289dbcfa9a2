/** What can be taken away, and how it begins: for people who choose before they download. */
import { z } from "zod";
import { aboutSchema } from "./about.ts";

const formatSchema = z.object({ id: z.string(), title: z.string(), mediaType: z.string() });

/** GET /api/v1/exports */
export const exportsReply = z.object({
  dataVersion: z.string(),
  units: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      hasGround: z.boolean(),
      formats: z.array(formatSchema),
    }),
  ),
  documents: z.array(
    z.object({ id: z.string(), title: z.string(), formats: z.array(formatSchema) }),
  ),
});
export type ExportsReply = z.infer<typeof exportsReply>;

/** GET /api/v1/exports/{unit}: the first rows of an export, and all that it carries. */
export const exportPreviewReply = z.object({
  dataVersion: z.string(),
  unit: z.string(),
  /** Rows in the whole file. */
  total: z.number().int(),
  fields: z.array(
    z.object({
      name: z.string(),
      type: z.enum(["text", "integer", "real", "list"]),
      meaning: z.string(),
      /** Id of the rule behind it, where one is named. */
      definition: z.string().optional(),
    }),
  ),
  /** Null is unknown; a list is a set of ids. */
  rows: z.array(z.array(z.union([z.string(), z.number(), z.null(), z.array(z.string())]))),
  about: aboutSchema,
});
export type ExportPreviewReply = z.infer<typeof exportPreviewReply>;

/** GET /api/v1/exports/{unit}/sizes: what each format's file will weigh, exactly. */
export const exportSizesReply = z.object({
  dataVersion: z.string(),
  unit: z.string(),
  rows: z.number().int(),
  sizes: z.array(z.object({ format: z.string(), bytes: z.number().int() })),
});
export type ExportSizesReply = z.infer<typeof exportSizesReply>;
