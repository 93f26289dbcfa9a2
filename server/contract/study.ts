/** The study on the wire: what the app needs to recolour without asking again. */
import { z } from "zod";
import { CATEGORIES, GRADES, type Study } from "../core/model.ts";
import { evidenceSchema, toEvidenceReply } from "./evidence.ts";

const index = z.number().int().nonnegative();
const date = z.string().nullable();

/** Degrees of WGS 84; approximate, and most are recalled. */
export const pointSchema = z.object({ lon: z.number(), lat: z.number() });

/** A point and a cited size, in square metres, drawn as a smallest and a largest disc. */
export const citedSizeSchema = pointSchema.extend({
  smallest: z.number(),
  largest: z.number(),
  citation: z.string(),
});

export const programmeSchema = z.object({
  code: z.string(),
  name: z.string(),
  category: z.enum(CATEGORIES),
  department: z.string(),
  leadDepartment: z.string(),
  start: date,
  end: date,
  budget: z.number().nullable(),
  held: z.number().int(),
  longest: z.number().nullable(),
  existed: z.number().int().nullable(),
  existedNote: z.string(),
  aims: z.array(z.string()),
  evidence: evidenceSchema,
});

export const studyReply = z.object({
  dataVersion: z.string(),
  layer: z.object({
    id: z.string(),
    title: z.string(),
    vintage: z.string(),
    grade: z.enum(GRADES),
    accuracy: z.number().nullable(),
    attribution: z.string(),
    licence: z.string(),
  }),
  programmes: z.array(programmeSchema),
  funders: z.array(z.string()).default([]),
  initiatives: z.array(
    z.object({
      id: z.string(),
      programme: index,
      name: z.string(),
      round: z.string(),
      start: date,
      end: date,
      budget: z.number().nullable(),
      accountableBody: z.string(),
      confidence: z.enum(["sourced", "recalled"]),
      point: pointSchema.nullable(),
      within: z.array(index),
      missing: z.array(z.string()),
      /** None in a study that was kept before funders were told. */
      funders: z.array(index).default([]),
    }),
  ),
  outlines: z.array(
    z.object({
      initiative: index,
      grade: z.enum(GRADES),
      /** Metres; null is not stated, as in a study that was kept before it was told. */
      accuracy: z.number().nullable().default(null),
      from: date,
      to: date,
    }),
  ),
  indications: z.array(
    citedSizeSchema.extend({
      initiative: index,
      from: date,
      to: date,
      /** Cells whose ground the largest disc meets: the depth there may be one more. */
      reaches: z.array(index),
    }),
  ),
  places: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      region: z.string(),
      country: z.string(),
      area: z.number(),
      lon: z.number(),
      lat: z.number(),
      bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]),
    }),
  ),
  cells: z.array(
    z.object({ place: z.number().int(), coveredBy: z.array(index), area: z.number() }),
  ),
  ruleChanges: z.array(
    z.object({
      date: z.string(),
      programme: index,
      what: z.string(),
      confidence: z.enum(["sourced", "recalled"]),
    }),
  ),
});

export type StudyReply = z.infer<typeof studyReply>;

/** A study as JSON takes it: unknown becomes null. */
export function toStudyReply(study: Study): StudyReply {
  return JSON.parse(JSON.stringify(studyWithNulls(study)));
}

/** The other way: null is how JSON says unknown; inside it is `undefined`. */
export const fromStudyReply = (reply: StudyReply): Study => withoutNulls(reply) as Study;

function withoutNulls(value: unknown): unknown {
  if (value === null) return undefined;
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, withoutNulls(v)]));
}

function studyWithNulls(study: Study) {
  const { layer } = study;
  return {
    ...study,
    layer: { ...layer, accuracy: layer.accuracy ?? null },
    programmes: study.programmes.map((programme) => ({
      ...programme,
      start: programme.start ?? null,
      end: programme.end ?? null,
      budget: programme.budget ?? null,
      longest: programme.longest ?? null,
      existed: programme.existed ?? null,
      evidence: toEvidenceReply(programme.evidence),
    })),
    initiatives: study.initiatives.map((initiative) => ({
      ...initiative,
      start: initiative.start ?? null,
      end: initiative.end ?? null,
      budget: initiative.budget ?? null,
      point: initiative.point ?? null,
    })),
    outlines: study.outlines.map((outline) => ({
      ...withOpenEnds(outline),
      accuracy: outline.accuracy ?? null,
    })),
    indications: study.indications.map(withOpenEnds),
  };
}

const withOpenEnds = <T extends { readonly from: unknown; readonly to: unknown }>(row: T) => ({
  ...row,
  from: row.from ?? null,
  to: row.to ?? null,
});
