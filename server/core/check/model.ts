/**
 * What is looked at when a file is checked, and what is found. Plain values: a report of them is
 * stored and printed. A finding is no error; nothing is mended before a person accepts it.
 */

import type { Lines } from "../fit/lines.ts";
import type { Shapes } from "../overlay/model.ts";
import type { IsoDate } from "../units.ts";
import type { Meeting } from "./meetings.ts";
import type { RepairId } from "./repairs/registry.ts";
import type { RingWalks } from "./walks.ts";

/** What a feature's geometry was in the file; a row of a table has none to have. */
export type GeometryKind = "polygon" | "line" | "point" | "mixed" | "none" | "row";

/** Something that the reader of a file met at a feature, in its own words. */
export interface Met {
  readonly code: string;
  readonly message: string;
  /** Grid steps; `undefined` where nothing has a place, or it lies off the ground. */
  readonly at: readonly [number, number] | undefined;
}

/** One feature of a file, or one row of a table. */
export interface CheckedFeature {
  /** Position in the file, from 0. */
  readonly index: number;
  /** Its id: of the field asked for, else its own, else its position. */
  readonly id: string;
  /** What people call it; empty where the file does not say. */
  readonly name: string;
  readonly kind: GeometryKind;
  /** Longitude and latitude, where the geometry is a point. */
  readonly point: readonly [number, number] | undefined;
  /** One shape on the grid; without polygons where the geometry is of another kind. */
  readonly shapes: Shapes;
  /** elsewhere: off the ground the file is about. swapped: there too, but not with x and y swapped. */
  readonly outside: "elsewhere" | "swapped" | undefined;
  /** What its reader met. */
  readonly met: readonly Met[];
  readonly properties: Readonly<Record<string, unknown>>;
}

/** Which field of the file holds what. */
export interface FieldRoles {
  readonly id?: string;
  readonly start?: string;
  readonly end?: string;
  readonly amounts: readonly string[];
  /** Columns that say one thing of an initiative or area, whichever of its rows they stand in. */
  readonly shared?: readonly string[];
  /** First and last day of the outline in a row. */
  readonly boundaryFrom?: string;
  readonly boundaryLast?: string;
  /** Rows name the areas that an initiative is made of, so that several of one are meant. */
  readonly members?: true;
}

/** An area that a row names and that could not be told. */
export interface Unmatched {
  readonly feature: number;
  readonly wanted: string;
  readonly why: "unknown" | "ambiguous";
  /** What it might be, best first: code and name. */
  readonly suggestions: readonly string[];
}

export interface CheckSubject {
  readonly features: readonly CheckedFeature[];
  /** Metres between the grid's lines. */
  readonly step: number;
  /** Whether the format asks for outer rings against the clock and inner ones with it. */
  readonly rightHand: boolean;
  readonly fields: FieldRoles;
  /** Today, as the caller says. */
  readonly today: IsoDate;
  /** Lines that the file's own should lie on; `undefined` where nothing is to compare with. */
  readonly reference: { readonly title: string; readonly lines: Lines } | undefined;
  /** Areas named by a row that no loaded layer has, or several have. */
  readonly unmatched: readonly Unmatched[];
}

/** A feature with its rings as the engine's noding leads them, made when first asked for. */
export interface FeatureView {
  readonly feature: CheckedFeature;
  readonly subject: CheckSubject;
  readonly walks: () => RingWalks;
  readonly meetings: () => readonly Meeting[];
}

/** One thing found at one place. */
export interface Finding {
  /** Position of the feature in the file, from 0. */
  readonly feature: number;
  /** Ring of the feature, from 0 over all its polygons. */
  readonly ring?: number;
  /** Grid steps: x and y. */
  readonly at?: readonly [number, number];
  /** What there is of it, in the problem's unit. */
  readonly size?: number;
  /** The value found, of a field. */
  readonly field?: string;
  readonly value?: string;
}

/**
 * repairable: a repair is proposed. decide: only a person can say; the file can be imported once it
 * is settled. note: worth knowing, nothing need be done.
 */
export type Standing = "repairable" | "decide" | "note";

/** A kind of problem: how it is found and what is said of it. */
export interface Problem {
  /** In reports and the API: never renamed. */
  readonly id: string;
  readonly standing: Standing;
  readonly repair: RepairId | undefined;
  readonly unit: "m2" | "m" | undefined;
  /** Of the file as a whole and of no one feature. */
  readonly whole?: true;
  /** How many features have it, as a sentence. */
  readonly sentence: (features: number) => string;
  /** What to do. */
  readonly advice: string;
  readonly ofFeature?: (view: FeatureView) => readonly Finding[];
  readonly ofFile?: (subject: CheckSubject) => readonly Finding[];
}
