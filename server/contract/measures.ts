import { PARTNERSHIP_MEASURES, STREAM_MEASURES } from "./money-measures.ts";
import { NEED_MEASURES } from "./need-measures.ts";

/** The figures of a place, named as files and replies name them. One list; nothing repeats it. */
export interface MeasureEntry {
  readonly id: string;
  readonly title: string;
  readonly unit:
    | "count"
    | "people"
    | "gbp"
    | "per-year"
    | "m2"
    | "share"
    | "rank"
    | "months"
    | "ratio"
    | "tuple";
  /** In words for people; an id has no place in it. */
  readonly meaning: string;
  /** Id of the rule in the code and its documentation, for who checks it; not shown to people. */
  readonly definition?: string;
}

export const PLACE_MEASURES = [
  {
    id: "covers",
    title: "Cover the place",
    unit: "count",
    meaning: "Initiatives alive on the date whose outline holds at least 99.5 % of the place.",
  },
  {
    id: "touches",
    title: "Touch the place",
    unit: "count",
    meaning: "Initiatives alive on the date whose outline holds part of the place.",
  },
  {
    id: "within",
    title: "Somewhere within",
    unit: "count",
    meaning: "Initiatives alive on the date that lie in the place and whose outline is not known.",
  },
  {
    id: "undated",
    title: "Undated",
    unit: "count",
    meaning: "Initiatives recorded at the place whose start is not known: in no other count.",
  },
  {
    id: "all",
    title: "All recorded",
    unit: "count",
    meaning: "covers + touches + within.",
  },
  {
    id: "funders",
    title: "Lead departments",
    unit: "count",
    meaning:
      "Different lead departments among all recorded; a department and its successors are one.",
  },
  {
    id: "started",
    title: "Started",
    unit: "count",
    meaning: "Initiatives that began in the twelve months up to the date.",
  },
  {
    id: "ended",
    title: "Ended",
    unit: "count",
    meaning: "Initiatives that ended in the twelve months up to the date.",
  },
  {
    id: "ending",
    title: "Ending within a year",
    unit: "count",
    meaning: "Initiatives alive on the date that end within the next twelve months.",
  },
  {
    id: "ending_money",
    title: "Budgets of those ending",
    unit: "gbp",
    meaning:
      "Sum of the recorded budgets (often lifetime) of those ending, not the money of those months; " +
      "empty where none is recorded.",
  },
  {
    id: "ending_money_known",
    title: "Budgets known of those ending",
    unit: "count",
    meaning: "How many of those ending have a recorded budget: the others are not in the sum.",
  },
  {
    id: "rule_changes",
    title: "Rule changes",
    unit: "count",
    meaning: "Dated rule changes of programmes alive here, in the twelve months up to the date.",
  },
  {
    id: "churn",
    title: "Churn",
    unit: "per-year",
    meaning:
      "(started + ended + rule changes) over mean alive in the twelve months up to the date; " +
      "empty where less than one was alive on average. A lower bound: only recorded rule changes count.",
    definition: "M-T3",
  },
  {
    id: "rank",
    title: "Rank",
    unit: "rank",
    meaning: "1 for the first place of England by covers, then within, then touches; ties share.",
  },
] as const satisfies readonly MeasureEntry[];

export const CELL_MEASURES = [
  {
    id: "depth",
    title: "Depth",
    unit: "count",
    meaning: "How many outlines cover the cell; 0 for a hole.",
  },
  {
    id: "depth_max",
    title: "Largest depth",
    unit: "count",
    meaning: "Depth with the largest discs of indicative boundaries counted in.",
  },
  {
    id: "area_m2",
    title: "Area",
    unit: "m2",
    meaning: "Grid area in square metres.",
  },
] as const satisfies readonly MeasureEntry[];

export const PARTITION_MEASURES = [
  {
    id: "footprint_m2",
    title: "Footprint",
    unit: "m2",
    meaning: "Ground covered by at least one source.",
  },
  {
    id: "area_by_depth",
    title: "Area by depth",
    unit: "m2",
    meaning: "Ground covered by exactly so many sources.",
  },
  {
    id: "sum_depth_area_m2",
    title: "Depth times area",
    unit: "m2",
    meaning: "Sum over cells of depth times area: equal to the sum of the sources' areas.",
    definition: "M-O2",
  },
  {
    id: "sum_source_area_m2",
    title: "Sum of source areas",
    unit: "m2",
    meaning: "Sum of the sources' areas, an overlap counted once for each source.",
  },
] as const satisfies readonly MeasureEntry[];

export const PAIR_MEASURES = [
  {
    id: "intersection_m2",
    title: "Shared ground",
    unit: "m2",
    meaning: "Ground covered by both initiatives.",
  },
  {
    id: "jaccard",
    title: "Jaccard",
    unit: "share",
    meaning: "Shared ground over combined ground.",
    definition: "M-O4",
  },
  {
    id: "a_in_b",
    title: "First within second",
    unit: "share",
    meaning: "Share of the first initiative's ground that the second covers.",
  },
  {
    id: "b_in_a",
    title: "Second within first",
    unit: "share",
    meaning: "Share of the second initiative's ground that the first covers.",
  },
] as const satisfies readonly MeasureEntry[];

/** Every measure built so far. */
export const MEASURES: readonly MeasureEntry[] = [
  ...PLACE_MEASURES,
  ...CELL_MEASURES,
  ...PARTITION_MEASURES,
  ...PAIR_MEASURES,
  ...NEED_MEASURES,
  ...STREAM_MEASURES,
  ...PARTNERSHIP_MEASURES,
];

const BY_ID = new Map(MEASURES.map((measure) => [measure.id, measure]));

/** A measure by its id. @throws Error where there is none: our fault */
export function measureNamed(id: string): MeasureEntry {
  const measure = BY_ID.get(id);
  if (measure === undefined) throw new Error(`no measure ${id}`);
  return measure;
}
