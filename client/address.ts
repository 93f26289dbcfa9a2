/**
 * The view in the address, and back. The path names the screen: `/` is the start, `/hotspots`, or
 * `/place/CODE`. Short names in the query never change their meaning: `d` date, `cat` categories,
 * `prog` programmes, `dep` a department and `fund` a funder (both repeated), `aim` aims, `region`, `place`
 * code, and on the hotspots `by` ranking, `months` that
 * "ending soon" looks ahead,
 * `min` lowest depth shown or `depth` the depths shown, `cell` ground outside every place, `v`
 * zoom/latitude/longitude, `vs` a date and filters to compare with; `ds` the data version a copied link was made with. Other names belong to
 * the screen that wrote them. `/?d=...`, as links were before there were screens, is the hotspots.
 */
import { RANKINGS, type Ranking } from "../server/core/hotspots/ranking.ts";
import { TOP_DEPTH } from "../server/core/hotspots/summary.ts";
import { CATEGORIES, type Category } from "../server/core/model.ts";
import { type IsoDate, isoDate } from "../server/core/units.ts";
import { readHeld, writeHeld } from "./held.ts";
import {
  type Camera,
  clampDate,
  DEFAULT_VIEW,
  DEPTH_CLASSES,
  type Doubt,
  HOTSPOTS,
  type Params,
  PLACE,
  START,
  UNKNOWN_CLASS,
  type View,
} from "./view.ts";

/** Names of the query that have one meaning on every screen. */
const SHARED_NAMES = ["d", "cat", "prog", "dep", "fund", "aim", "region", "place", "ds"];
const HOTSPOTS_NAMES = ["by", "months", "min", "depth", "cell", "v", "vs"];

/**
 * The view of an address; what cannot be read falls back and is named.
 *
 * @param address path and query, or a query alone
 */
export function readAddress(address: string): {
  view: View;
  doubts: Doubt[];
  pinned: string | undefined;
} {
  const { pathname, searchParams: query } = new URL(address, "http://host");
  const doubts: Doubt[] = [];
  const doubt = (part: Doubt["part"], value: string) => {
    doubts.push({ part, value });
  };
  const list = (name: string) =>
    (query.get(name) ?? "")
      .split(",")
      .map((text) => text.trim())
      .filter((text, i, all) => text !== "" && all.indexOf(text) === i);
  const repeated = (name: string) =>
    query.getAll(name).filter((text, i, all) => text && all.indexOf(text) === i);
  const path = readPath(pathname, query, doubt);
  const place = path.place ?? (query.get("place") || undefined);
  const view: View = {
    screen: path.screen,
    params: readParams(query, path.screen),
    at: readDate(query.get("d"), doubt),
    categories: list("cat").filter((text): text is Category => {
      const known = (CATEGORIES as readonly string[]).includes(text);
      if (!known) doubt("cat", text);
      return known;
    }),
    programmes: list("prog"),
    departments: repeated("dep"),
    aims: list("aim"),
    funders: repeated("fund"),
    region: query.get("region") || undefined,
    by: readRanking(query.get("by"), doubt),
    months: readMonths(query.get("months"), doubt),
    depths: readDepths(query, list("depth"), doubt),
    place,
    cell: place ? undefined : readCell(query.get("cell"), doubt),
    camera: readCamera(query.get("v"), doubt),
    held: readCompared(query.get("vs"), doubt),
  };
  return { view, doubts, pinned: query.get("ds") || undefined };
}

function readCell(text: string | null, doubt: Doubter): number | undefined {
  if (text === null) return undefined;
  if (/^\d{1,7}$/.test(text)) return Number(text);
  doubt("cell", text);
  return undefined;
}

function readPath(pathname: string, query: URLSearchParams, doubt: Doubter) {
  const [screen = "", detail, ...rest] = pathname.split("/").filter(Boolean).map(decoded);
  const old = [...SHARED_NAMES, ...HOTSPOTS_NAMES].some((name) => query.has(name));
  if (screen === "") return { screen: old ? HOTSPOTS : START };
  if (screen === PLACE && detail && rest.length === 0) return { screen, place: detail };
  if (detail !== undefined || screen === PLACE) doubt("screen", pathname);
  return { screen: screen === PLACE ? START : screen };
}

/** A broken escape stands as it is: the path then leads nowhere, and is told. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The start keeps nothing, the hotspots' names are all known: others are left out. */
function readParams(query: URLSearchParams, screen: string): Params {
  if (screen === START) return {};
  if (screen === HOTSPOTS)
    return Object.fromEntries([...query].filter(([name]) => OVERLAY_NAMES.includes(name)));
  return Object.fromEntries([...query].filter(([name]) => !SHARED_NAMES.includes(name)));
}

/** What the hotspots lay over their map: need, and fit against a tier, each with what is left in. */
const OVERLAY_NAMES = ["need", "fit", "fits"];

/** Every class that a legend can leave in, and how the address names the last of them. */
const CLASSES = [...DEPTH_CLASSES, UNKNOWN_CLASS];
const UNKNOWN_NAME = "u";

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

function readMonths(text: string | null, doubt: Doubter): number {
  if (text === null) return DEFAULT_VIEW.months;
  const months = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (months >= 1 && months <= 120) return months;
  doubt("months", text);
  return DEFAULT_VIEW.months;
}

function readDepths(query: URLSearchParams, listed: string[], doubt: Doubter): number[] {
  const min = query.get("min");
  const texts = min === null ? listed : [min];
  const classes = texts.flatMap((text) => {
    const depth = text === UNKNOWN_NAME ? UNKNOWN_CLASS : /^\d$/.test(text) ? Number(text) : -1;
    if (CLASSES.includes(depth)) return [depth];
    doubt("depth", text);
    return [];
  });
  if (min === null) {
    const shown = CLASSES.filter((depth) => classes.includes(depth));
    return shown.join() === DEPTH_CLASSES.join() ? [] : shown;
  }
  const shown = DEPTH_CLASSES.filter((depth) => classes.length > 0 && depth >= classes[0]!);
  return shown.length === DEPTH_CLASSES.length ? [] : shown;
}

function readCompared(text: string | null, doubt: Doubter): View["held"] {
  const held = text === null ? undefined : readHeld(text);
  if (text !== null && !held) doubt("vs", text);
  return held;
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

/** Path and query of a view; but for the start, the date always stands in it. */
export function writeAddress(view: View): string {
  if (view.screen === START) return "/";
  const parts: [string, string][] = [["d", view.at]];
  const add = (name: string, value: string) => {
    if (value !== "") parts.push([name, value]);
  };
  add("cat", view.categories.join(","));
  add("prog", view.programmes.join(","));
  for (const department of view.departments) add("dep", department);
  for (const funder of view.funders) add("fund", funder);
  add("aim", view.aims.join(","));
  add("region", view.region ?? "");
  const inPath = view.screen === PLACE;
  if (view.screen === HOTSPOTS) parts.push(...hotspotsParts(view));
  if (!inPath) add("place", view.place ?? "");
  if (view.screen === HOTSPOTS) parts.push(...spotParts(view));
  for (const [name, value] of Object.entries(view.params)) add(name, value);
  const path = inPath ? `/${PLACE}/${encodeURIComponent(view.place ?? "")}` : `/${view.screen}`;
  return `${path}?${parts.map(([name, value]) => `${name}=${escapeValue(value)}`).join("&")}`;
}

function hotspotsParts({ by, months, depths }: View): [string, string][] {
  const [lowest] = depths;
  const upward =
    lowest !== undefined && depths.at(-1) === TOP_DEPTH && depths.length === TOP_DEPTH + 1 - lowest;
  const parts: [string, string][] = by === DEFAULT_VIEW.by ? [] : [["by", by]];
  if (months !== DEFAULT_VIEW.months) parts.push(["months", String(months)]);
  if (upward) parts.push(["min", String(lowest)]);
  else if (depths.length > 0) parts.push(["depth", depths.map(className).join(",")]);
  return parts;
}

const className = (at: number) => (at === UNKNOWN_CLASS ? UNKNOWN_NAME : String(at));

function spotParts({ cell, camera, held }: View): [string, string][] {
  const parts: [string, string][] = cell === undefined ? [] : [["cell", String(cell)]];
  if (camera) {
    const { zoom, lat, lon } = camera;
    parts.push(["v", `${trim(zoom, 2)}/${trim(lat, 4)}/${trim(lon, 4)}`]);
  }
  if (held) parts.push(["vs", writeHeld(held)]);
  return parts;
}

const trim = (value: number, digits: number) => String(Number(value.toFixed(digits)));

/** Commas and slashes may stand in a query, and read better. */
const escapeValue = (value: string) =>
  encodeURIComponent(value).replaceAll("%2C", ",").replaceAll("%2F", "/");
