/** What a person looks at: everything that a link carries. */
import { ENDING_MONTHS } from "../server/core/hotspots/place-measures.ts";
import type { Ranking } from "../server/core/hotspots/ranking.ts";
import { TOP_DEPTH } from "../server/core/hotspots/summary.ts";
import { FIRST_DAY, LAST_DAY } from "../server/core/hotspots/timeline.ts";
import type { Category } from "../server/core/model.ts";
import { type IsoDate, isoDate } from "../server/core/units.ts";

export interface Camera {
  readonly zoom: number;
  readonly lat: number;
  readonly lon: number;
}

/** What only one screen keeps, by its names in the address. */
export type Params = Readonly<Record<string, string>>;

/** A date and its filters, held to be compared with. */
export interface HeldView {
  readonly at: IsoDate;
  readonly categories: readonly Category[];
  readonly programmes: readonly string[];
  readonly departments: readonly string[];
  readonly aims: readonly string[];
  readonly funders: readonly string[];
}

/** Everything that a link carries. An empty filter leaves all in. */
export interface View {
  /** Id of a screen of client/screens/registry.ts. */
  readonly screen: string;
  /** Of the screen that is shown. */
  readonly params: Params;
  readonly at: IsoDate;
  readonly categories: readonly Category[];
  readonly programmes: readonly string[];
  readonly departments: readonly string[];
  readonly aims: readonly string[];
  readonly funders: readonly string[];
  /** Government Office region that is looked at; absent looks at England. */
  readonly region: string | undefined;
  readonly by: Ranking;
  /** How many months ahead "ending soon" looks. */
  readonly months: number;
  /**
   * Classes of the legend shown, ascending: of depth 0 to {@link TOP_DEPTH} (open), of a figure of places
   * its classes and {@link UNKNOWN_CLASS}; empty shows all.
   */
  readonly depths: readonly number[];
  /** Code of the chosen place. */
  readonly place: string | undefined;
  /** Index of the chosen ground where it lies outside every place; never beside a place. */
  readonly cell: number | undefined;
  /** Where the map looks; absent fits England. */
  readonly camera: Camera | undefined;
  /** What the hotspots are compared with. */
  readonly held: HeldView | undefined;
}

/** A part of an address that could not be used as it stands. */
export interface Doubt {
  readonly part:
    | "screen"
    | "d"
    | "cat"
    | "prog"
    | "dep"
    | "aim"
    | "fund"
    | "region"
    | "by"
    | "months"
    | "depth"
    | "place"
    | "cell"
    | "v"
    | "vs";
  readonly value: string;
}

export const START = "start";
export const HOTSPOTS = "hotspots";
export const PLACE = "place";

/** Every filter of the question empty: all is left in. */
export const NO_FILTERS: Omit<HeldView, "at"> = {
  categories: [],
  programmes: [],
  departments: [],
  aims: [],
  funders: [],
};

export const DEFAULT_VIEW: View = {
  screen: START,
  params: {},
  at: isoDate("2002-06-01")!,
  ...NO_FILTERS,
  region: undefined,
  by: "cover",
  months: ENDING_MONTHS,
  depths: [],
  place: undefined,
  cell: undefined,
  camera: undefined,
  held: undefined,
};

/** After the classes of a figure: places of which it cannot be told. */
export const UNKNOWN_CLASS = TOP_DEPTH + 1;
/** What "ending soon" can be set to, months. */
export const MONTHS_AHEAD = [6, 12, 24, 36] as const;

export const DEPTH_CLASSES: readonly number[] = Array.from({ length: TOP_DEPTH + 1 }, (_, d) => d);

/** A date inside the years the product looks at: the nearest such day. */
export function clampDate(date: IsoDate): IsoDate {
  if (date < FIRST_DAY) return FIRST_DAY;
  return date > LAST_DAY ? LAST_DAY : date;
}
