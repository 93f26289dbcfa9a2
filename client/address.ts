/**
 * The view in the address, and back. Short names that never change their meaning:
 * `d` date, `cat` categories, `prog` programmes, `dep` a department (repeated), `by` ranking,
 * `min` lowest depth shown or `depth` the depths shown, `place` code, `cell` ground outside every
 * place, `v` zoom/latitude/longitude, `ds` the data version a copied link was made with.
 */
import { RANKINGS, type Ranking } from "../server/core/hotspots/ranking.ts";
import { TOP_DEPTH } from "../server/core/hotspots/summary.ts";
import { FIRST_DAY, LAST_DAY } from "../server/core/hotspots/timeline.ts";
import { CATEGORIES, type Category } from "../server/core/model.ts";
import { type IsoDate, isoDate } from "../server/core/units.ts";

export interface Camera {
  readonly zoom: number;
  readonly lat: number;
  readonly lon: number;
}

/** Everything that a link carries. An empty filter leaves all in. */
export interface View {
  readonly at: IsoDate;
  readonly categories: readonly Category[];
  readonly programmes: readonly string[];
  readonly departments: readonly string[];
  readonly by: Ranking;
  /** Depth classes shown, ascending, 0 to {@link TOP_DEPTH} (open); empty shows all. */
  readonly depths: readonly number[];
  /** Code of the chosen place. */
  readonly place: string | undefined;
  /** Index of the chosen ground where it lies outside every place; never beside a place. */
  readonly cell: number | undefined;
  /** Where the map looks; absent fits England. */
  readonly camera: Camera | undefined;
}

/** A part of an address that could not be used as it stands. */
export interface Doubt {
  readonly part: "d" | "cat" | "prog" | "dep" | "by" | "depth" | "place" | "cell" | "v";
  readonly value: string;
}

export const DEFAULT_VIEW: View = {
  at: isoDate("2002-06-01")!,
  categories: [],
  programmes: [],
  departments: [],
  by: "cover",
  depths: [],
  place: undefined,
  cell: undefined,
  camera: undefined,
};

export const DEPTH_CLASSES: readonly number[] = Array.from({ length: TOP_DEPTH + 1 }, (_, d) => d);

/** A date inside the years the product looks at: the nearest such day. */
export function clampDate(date: IsoDate): IsoDate {
  if (date < FIRST_DAY) return FIRST_DAY;
  return date > LAST_DAY ? LAST_DAY : date;
}

/**
 * The view of an address; what cannot be read falls back and is named.
 *
 * @param search the query part, with or without its question mark
 */
export function readAddress(search: string): {
  view: View;
  doubts: Doubt[];
  pinned: string | undefined;
} {
  const query = new URLSearchParams(search);
  const doubts: Doubt[] = [];
  const doubt = (part: Doubt["part"], value: string) => {
    doubts.push({ part, value });
  };
  const list = (name: string) =>
    (query.get(name) ?? "")
      .split(",")
      .map((text) => text.trim())
      .filter((text, i, all) => text !== "" && all.indexOf(text) === i);
  const view: View = {
    at: readDate(query.get("d"), doubt),
    categories: list("cat").filter((text): text is Category => {
      const known = (CATEGORIES as readonly string[]).includes(text);
      if (!known) doubt("cat", text);
      return known;
    }),
    programmes: list("prog"),
    departments: query.getAll("dep").filter((text, i, all) => text && all.indexOf(text) === i),
    by: readRanking(query.get("by"), doubt),
    depths: readDepths(query, list("depth"), doubt),
    place: query.get("place") || undefined,
    cell: query.get("place") ? undefined : readCell(query.get("cell"), doubt),
    camera: readCamera(query.get("v"), doubt),
  };
  return { view, doubts, pinned: query.get("ds") || undefined };
}

function readCell(text: string | null, doubt: Doubter): number | undefined {
  if (text === null) return undefined;
  if (/^\d{1,7}$/.test(text)) return Number(text);
  doubt("cell", text);
  return undefined;
}

type Doubter = (part: Doubt["part"], value: string) => void;

function readDate(text: string | null, doubt: Doubter): IsoDate {
  if (text === null) return DEFAULT_VIEW.at;
  const date = isoDate(text);
  if (date && clampDate(date) === date) return date;
  doubt("d", text);
  return date ? clampDate(date) : DEFAULT_VIEW.at;
}

function readRanking(text: string | null, doubt: Doubter): Ranking {
  const found = RANKINGS.find((ranking) => ranking === text);
  if (text !== null && !found) doubt("by", text);
  return found ?? DEFAULT_VIEW.by;
}

function readDepths(query: URLSearchParams, listed: string[], doubt: Doubter): number[] {
  const min = query.get("min");
  const texts = min === null ? listed : [min];
  const classes = texts.flatMap((text) => {
    const depth = /^\d$/.test(text) ? Number(text) : -1;
    if (DEPTH_CLASSES.includes(depth)) return [depth];
    doubt("depth", text);
    return [];
  });
  const shown = DEPTH_CLASSES.filter((depth) =>
    min === null ? classes.includes(depth) : classes.length > 0 && depth >= classes[0]!,
  );
  return shown.length === DEPTH_CLASSES.length ? [] : shown;
}

function readCamera(text: string | null, doubt: Doubter): Camera | undefined {
  if (text === null) return undefined;
  const [zoom, lat, lon, ...rest] = text.split("/").map((part) => (part === "" ? NaN : +part));
  const good =
    rest.length === 0 &&
    zoom !== undefined &&
    lat !== undefined &&
    lon !== undefined &&
    zoom >= 0 &&
    zoom <= 22 &&
    Math.abs(lat) <= 85 &&
    Math.abs(lon) <= 180;
  if (good) return { zoom, lat, lon };
  doubt("v", text);
  return undefined;
}

/** The query part of a view's address, question mark included; the date always stands in it. */
export function writeAddress(view: View): string {
  const parts: [string, string][] = [["d", view.at]];
  const add = (name: string, value: string) => {
    if (value !== "") parts.push([name, value]);
  };
  add("cat", view.categories.join(","));
  add("prog", view.programmes.join(","));
  for (const department of view.departments) add("dep", department);
  if (view.by !== DEFAULT_VIEW.by) add("by", view.by);
  const [lowest] = view.depths;
  const upward = lowest !== undefined && view.depths.length === TOP_DEPTH + 1 - lowest;
  if (upward) add("min", String(lowest));
  else add("depth", view.depths.join(","));
  add("place", view.place ?? "");
  add("cell", String(view.cell ?? ""));
  if (view.camera) {
    const { zoom, lat, lon } = view.camera;
    add("v", `${trim(zoom, 2)}/${trim(lat, 4)}/${trim(lon, 4)}`);
  }
  return `?${parts.map(([name, value]) => `${name}=${escapeValue(value)}`).join("&")}`;
}

const trim = (value: number, digits: number) => String(Number(value.toFixed(digits)));

/** Commas and slashes may stand in a query, and read better. */
const escapeValue = (value: string) =>
  encodeURIComponent(value).replaceAll("%2C", ",").replaceAll("%2F", "/");
