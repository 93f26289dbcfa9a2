/**
 * The domain, in reading order. Plain values: they pass to a worker by structured clone and to the
 * browser as JSON. `undefined` is unknown; it is never 0. Intervals are half-open: `end` is the day
 * after the last day alive.
 */
import type { IsoDate, Metres, Pounds, SquareMetres } from "./units.ts";

/** The four kinds of PAT 17 §4.45. */
export const CATEGORIES = ["holistic", "theme", "client", "partnership"] as const;
export type Category = (typeof CATEGORIES)[number];

/** How a boundary is known. Only the first three (the outlines) enter the partition. */
export const GRADES = ["surveyed", "composed", "generalised", "indicative", "located"] as const;
export type Grade = (typeof GRADES)[number];
export const OUTLINE_GRADES: readonly Grade[] = ["surveyed", "composed", "generalised"];

/** sourced: read in a cited document. recalled: general knowledge, no document read. */
export type Confidence = "sourced" | "recalled";

/** One sourced statement: who says, where, when it was read. */
export interface Evidence {
  readonly confidence: Confidence;
  /** The documents, in words; empty when recalled. */
  readonly source: string;
  /** What the row's keeper wants a reader to know. */
  readonly notes: string;
  readonly dateRead: IsoDate | undefined;
}

/** A policy with a name and an owner. */
export interface Programme {
  readonly code: string;
  readonly name: string;
  readonly category: Category;
  /** One word for a department and those that took over from it; empty is not recorded. */
  readonly department: string;
  /** The departments as the registry states them. */
  readonly leadDepartment: string;
  readonly start: IsoDate | undefined;
  readonly end: IsoDate | undefined;
  readonly budget: Pounds | undefined;
  /** Years that one of its initiatives lasts at most; ends an initiative whose end is not recorded. */
  readonly longest: number | undefined;
  /** How many of its initiatives we hold, and how many there were. */
  readonly held: number;
  readonly existed: number | undefined;
  /** In words, e.g. "about 1,000 schemes in six rounds". */
  readonly existedNote: string;
  /** Terms of the controlled list that it works towards, in order of name; empty is not recorded. */
  readonly aims: readonly string[];
  readonly evidence: Evidence;
}

/** Degrees of WGS 84. */
export interface LonLat {
  readonly lon: number;
  readonly lat: number;
}

/** One programme's work in one place. */
export interface Initiative {
  readonly id: string;
  /** Index into {@link Study.programmes}. */
  readonly programme: number;
  readonly name: string;
  readonly round: string;
  readonly start: IsoDate | undefined;
  readonly end: IsoDate | undefined;
  readonly budget: Pounds | undefined;
  readonly accountableBody: string;
  readonly confidence: Confidence;
  /** Where it lies, approximately: most points are recalled. Never a place of measurement. */
  readonly point: LonLat | undefined;
  /** Indices of the places that hold one of its member areas and share no ground with an outline. */
  readonly within: readonly number[];
  /** Names of member areas that the loaded geography cannot draw: the outline is incomplete. */
  readonly missing: readonly string[];
  /** Indices into {@link Study.funders}, ascending: who its own streams name; empty is not recorded. */
  readonly funders: readonly number[];
}

/** The outline of an initiative over a span of time: a source of the partition. */
export interface Outline {
  /** Index into {@link Study.initiatives}. */
  readonly initiative: number;
  readonly grade: Grade;
  /** How far its lines may lie from the real ones; `undefined` is not stated. */
  readonly accuracy: Metres | undefined;
  /** Within the initiative's own life; `undefined` means for as long as it lives. */
  readonly from: IsoDate | undefined;
  readonly to: IsoDate | undefined;
}

/**
 * An indicative boundary: a point and a cited size, drawn as a smallest and a largest disc. It is
 * counted in `depth_max` and never cut.
 */
export interface Indication extends LonLat {
  /** Index into {@link Study.initiatives}. */
  readonly initiative: number;
  /** As an outline's. */
  readonly from: IsoDate | undefined;
  readonly to: IsoDate | undefined;
  readonly smallest: SquareMetres;
  readonly largest: SquareMetres;
  readonly citation: string;
  /** Indices, ascending, of the cells whose ground the largest disc meets. */
  readonly reaches: readonly number[];
}

/** A full set of areas with a vintage, such as the districts of 1998 to 2009. */
export interface ReferenceLayer {
  readonly id: string;
  readonly title: string;
  readonly vintage: string;
  readonly grade: Grade;
  readonly accuracy: Metres | undefined;
  readonly attribution: string;
  readonly licence: string;
}

/** A reference area looked at with everything that falls on it. */
export interface Place {
  readonly code: string;
  readonly name: string;
  /** Government Office region; empty outside England. */
  readonly region: string;
  /** England, Wales or Scotland. Places of England are ranked; the registry is England's. */
  readonly country: string;
  readonly area: SquareMetres;
  /** A point inside, WGS 84. */
  readonly lon: number;
  readonly lat: number;
  /** West, south, east, north. */
  readonly bounds: readonly [number, number, number, number];
}

/** The largest piece of ground covered by exactly one set of outlines within one place. */
export interface Cell {
  /** Index into {@link Study.places}; -1 for ground outside every place. */
  readonly place: number;
  /** Indices into {@link Study.outlines}, ascending. Empty: uncovered ground of its place. */
  readonly coveredBy: readonly number[];
  readonly area: SquareMetres;
}

/** A dated change of a programme's rules. */
export interface RuleChange {
  readonly date: IsoDate;
  readonly programme: number;
  readonly what: string;
  readonly confidence: Confidence;
}

/** What a question is asked of: the registry over one reference layer, cut into cells once. */
export interface Study {
  readonly dataVersion: string;
  readonly layer: ReferenceLayer;
  readonly programmes: readonly Programme[];
  /** Every funder of the register's streams, as they state them, in order of name. */
  readonly funders: readonly string[];
  readonly initiatives: readonly Initiative[];
  readonly outlines: readonly Outline[];
  readonly indications: readonly Indication[];
  readonly places: readonly Place[];
  readonly cells: readonly Cell[];
  readonly ruleChanges: readonly RuleChange[];
}
