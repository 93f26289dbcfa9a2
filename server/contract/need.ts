/** Uncovered need on the wire: GET /api/v1/need and /api/v1/places/{code}/need, `need --json`. */
import { z } from "zod";
import { REACHES } from "../core/need/reach.ts";
import { certificateSchema } from "./certificate.ts";

/** The share that is asked about where none is given. */
export const DEFAULT_SHARE = 0.1;

/** What a need figure is asked with, beside the question. */
export const needQuery = z.object({
  share: z
    .string()
    .default(String(DEFAULT_SHARE))
    .transform(Number)
    .refine((share) => share > 0 && share <= 1, "It must be more than 0 and at most 1, such as 0.1")
    .describe("The most deprived share of small areas: more than 0, at most 1; 0.1 without it."),
  score: z.string().optional().describe("The set of scores to go by; the first one without it."),
});
export type NeedAsked = z.output<typeof needQuery>;

/** Small areas, or people, by how they are reached. */
const byReach = z.object({ covers: z.number(), within: z.number(), none: z.number() });

export const needCountsSchema = z.object({
  /** Small areas among the most deprived, by how their point is reached. */
  areas: byReach,
  /** People in them: by area split, and by best fit. */
  people: byReach,
  people_best_fit: byReach,
  /** Small areas among them whose people are not known: in no count of people. */
  areas_without_people: z.number().int(),
  /** People in them under 0, 1, 2, and 3 or more outlines, by best fit. */
  people_by_depth: z.array(z.number()),
  /** Small areas among them whose score was carried over a change of areas. */
  areas_carried: z.number().int(),
  /** People outside the most deprived areas, and those of them under an outline. */
  elsewhere: z.object({ people: z.number(), covered: z.number() }),
  /** Share of the people in need with nothing recorded; null where there are none. */
  none_share: z.number().nullable(),
});
export type NeedCountsReply = z.infer<typeof needCountsSchema>;

const programmeSchema = z.object({
  programme: z.string(),
  name: z.string(),
  held: z.number().int(),
  /** Null where it is not known how many there were. */
  existed: z.number().int().nullable(),
  note: z.string(),
});

const amountSource = z.object({
  id: z.string(),
  title: z.string(),
  vintage: z.string(),
  attribution: z.string(),
  licence: z.string(),
});

/** What every reply about need says of itself. */
const needHead = z.object({
  dataVersion: z.string(),
  question: z.record(z.string(), z.string()),
  /** The areas, and where people and scores are from. */
  layer: z.object({ id: z.string(), title: z.string(), vintage: z.string() }),
  people: amountSource,
  score: amountSource,
  programmes: z.object({
    /** Whether nobody chose: those held complete are counted. */
    by_default: z.boolean(),
    counted: z.array(programmeSchema),
    /** Counted, and not held whole. */
    incomplete: z.array(programmeSchema),
    /** At work on the date and not counted, being not held whole. */
    left_out: z.array(programmeSchema),
  }),
  /** What a reader must know before using the figure. */
  caveats: z.array(z.string()),
});

export const needReply = needHead.extend({
  /** Small areas with and without a score. */
  areas: z.object({ scored: z.number().int(), unscored: z.number().int() }),
  total: needCountsSchema,
  regions: z.array(needCountsSchema.extend({ region: z.string() })),
  places: z.array(
    needCountsSchema.extend({ code: z.string(), name: z.string(), region: z.string() }),
  ),
  /** The share of people in need with nothing recorded, by the size of the units (M-W4). */
  sensitivity: z
    .object({
      least: z.number(),
      most: z.number(),
      by: z.array(z.object({ units: z.string(), value: z.number().nullable() })),
    })
    .nullable(),
  /** Sets of scores that can be asked for, and those that no loaded layer has areas for. */
  scores: z.array(z.string()),
  scores_without_areas: z.array(z.string()),
  certificate: certificateSchema,
});
export type NeedReply = z.infer<typeof needReply>;

export const smallAreaSchema = z.object({
  code: z.string(),
  name: z.string(),
  /** 1 for the highest score; areas that tie share the better rank. */
  rank: z.number().int().nullable(),
  score: z.number().nullable(),
  change: z.enum(["unchanged", "split", "merged", "irregular"]),
  people: z.number().nullable(),
  in_need: z.boolean(),
  reach: z.enum(REACHES),
  /** Share of its ground under an outline. */
  covered: z.number(),
  /** Outlines over its point. */
  depth: z.number().int(),
  on_edge: z.boolean(),
});
export type SmallAreaReply = z.infer<typeof smallAreaSchema>;

/** GET /api/v1/need/areas: for a map, one row an area of the tiles that is in need. */
export const needAreasReply = z.object({
  dataVersion: z.string(),
  question: z.record(z.string(), z.string()),
  areas: z.array(
    z.object({
      /** As in the tiles of `need`. */
      area: z.number().int(),
      code: z.string(),
      /** Code of the place that its point lies in; null where none has it. */
      place: z.string().nullable(),
      reach: z.enum(REACHES),
      covered: z.number(),
      depth: z.number().int(),
    }),
  ),
});
export type NeedAreasReply = z.infer<typeof needAreasReply>;

/** GET /api/v1/places/{code}/need */
export const placeNeedReply = needHead.extend({
  place: z.object({ code: z.string(), name: z.string(), region: z.string() }),
  counts: needCountsSchema,
  /** Every small area of the place, most deprived first. */
  small_areas: z.array(smallAreaSchema),
});
export type PlaceNeedReply = z.infer<typeof placeNeedReply>;
