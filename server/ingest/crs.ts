import proj4 from "proj4";
import { AppError } from "../core/errors.ts";
import { type Bounds, boundsWithin } from "../core/geometry/bounds.ts";
import { fromNationalGrid, toNationalGrid } from "../core/geometry/national-grid.ts";
import { shiftGrid } from "./grid-shift.ts";

/** A coordinate reference system that coordinates can be taken from and to, in place. */
export interface Crs {
  /** `EPSG:n`, `OGC:CRS84`, a PROJ string or well-known text. */
  readonly printed: string;
  /**
   * To WGS 84, degrees, longitude first; x and y of each point by turns.
   * @throws AppError crs/out-of-range naming the first point that the system does not reach
   */
  readonly toLonLat: (xy: Float64Array) => void;
  /** From WGS 84; throws as `toLonLat` does. */
  readonly fromLonLat: (xy: Float64Array) => void;
}

export const NATIONAL_GRID = "EPSG:27700";
const WGS84 = "OGC:CRS84";

const IRISH = "+proj=tmerc +lat_0=53.5 +lon_0=-8 +units=m +no_defs";
const IRISH_GRID = `${IRISH} +k=1.000035 +x_0=200000 +y_0=250000 +ellps=mod_airy +towgs84=482.5,-130.6,564.6,-1.042,-0.214,-0.631,8.15`;
const MERCATOR =
  "+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +no_defs";

/** What proj4 is told of each system that may be named by number. */
const DEFINITIONS: Readonly<Record<number, string>> = {
  2157: `${IRISH} +k=0.99982 +x_0=600000 +y_0=750000 +ellps=GRS80 +towgs84=0,0,0`,
  3035: "+proj=laea +lat_0=52 +lon_0=10 +x_0=4321000 +y_0=3210000 +ellps=GRS80 +towgs84=0,0,0 +units=m +no_defs",
  3857: MERCATOR,
  29902: IRISH_GRID,
  29903: IRISH_GRID,
};

/** Whether a system is known here by its number. */
export const knowsEpsg = (epsg: number): boolean =>
  [4326, 4258, 27700].includes(epsg) || definitionOf(epsg) !== undefined;

/** What a person may write after --crs, for messages. */
export const KNOWN_CRS =
  "EPSG:4326, EPSG:27700, EPSG:3857, EPSG:3035, EPSG:2157, EPSG:29903, or a UTM zone " +
  "(EPSG:326nn, 327nn, 258nn)";

function definitionOf(epsg: number): string | undefined {
  const zone = epsg % 100;
  const family = Math.floor(epsg / 100);
  if (zone >= 1 && zone <= 60) {
    if (family === 326) return `+proj=utm +zone=${zone} +datum=WGS84 +units=m +no_defs`;
    if (family === 327) return `+proj=utm +zone=${zone} +south +datum=WGS84 +units=m +no_defs`;
    if (family === 258 && zone >= 28 && zone <= 38) {
      return `+proj=utm +zone=${zone} +ellps=GRS80 +towgs84=0,0,0 +units=m +no_defs`;
    }
  }
  return DEFINITIONS[epsg];
}

function outOfRange(crs: string, x: number | undefined, y: number | undefined): AppError {
  const message = `The point ${x}, ${y} lies outside the ground that ${crs} covers. Check the file's coordinate reference system, or give it with --crs.`;
  return new AppError("crs/out-of-range", message, { crs, x: x ?? null, y: y ?? null });
}

function checkDegrees(xy: Float64Array): void {
  for (let i = 0; i < xy.length; i += 2) {
    const x = xy[i]!;
    const y = xy[i + 1]!;
    if (!(Math.abs(x) <= 180 && Math.abs(y) <= 90)) throw outOfRange("EPSG:4326", x, y);
  }
}

const lonLat: Crs = { printed: WGS84, toLonLat: checkDegrees, fromLonLat: checkDegrees };

/**
 * The national grid by our own kernel through OSTN15: proj4 would do without the shifts. They are
 * read when the first point is projected, and so not at all where files are on the grid already.
 */
function nationalGrid(): Crs {
  const checked = (xy: Float64Array, transform: typeof toNationalGrid) => {
    const before = xy.slice();
    const outside = transform(shiftGrid(), xy);
    if (outside >= 0) {
      throw outOfRange(NATIONAL_GRID, before[2 * outside], before[2 * outside + 1]);
    }
  };
  return {
    printed: NATIONAL_GRID,
    toLonLat: (xy) => checked(xy, fromNationalGrid),
    fromLonLat: (xy) => checked(xy, toNationalGrid),
  };
}

function byProj4(printed: string, definition: string): Crs {
  const converter = proj4(definition);
  const each = (xy: Float64Array, transform: (point: number[]) => number[]) => {
    for (let i = 0; i < xy.length; i += 2) {
      const [x = Number.NaN, y = Number.NaN] = transform([xy[i]!, xy[i + 1]!]);
      if (!Number.isFinite(x) || !Number.isFinite(y)) throw outOfRange(printed, xy[i], xy[i + 1]);
      xy[i] = x;
      xy[i + 1] = y;
    }
  };
  return {
    printed,
    toLonLat: (xy) => each(xy, (point) => converter.inverse(point)),
    fromLonLat: (xy) => each(xy, (point) => converter.forward(point)),
  };
}

function byText(text: string, file: string): Crs {
  try {
    if (!/^(?:PROJ|GEOG|BOUND|COMPD|\+proj=)/i.test(text)) throw new Error("no such text");
    return byProj4(text, text);
  } catch {
    const stated = text.length > 80 ? `${text.slice(0, 80)}…` : text;
    throw new AppError(
      "crs/unknown",
      `${file} states the coordinate reference system "${stated}", which is not known here. Give one with --crs: ${KNOWN_CRS}.`,
      { file, crs: text },
    );
  }
}

/** `EPSG:27700`, `urn:ogc:def:crs:EPSG::27700`, and the addresses that stand for the same. */
const EPSG_NAME =
  /^(?:urn:(?:x-)?ogc:def:crs:|https?:\/\/www\.opengis\.net\/(?:def\/crs|gml\/srs)\/)?epsg(?:\.xml#|:[\d.]*:|\/[\d.]+\/|:)(\d+)$/i;

function epsgNumber(text: string): number | undefined {
  const number = EPSG_NAME.exec(text)?.[1];
  return number === undefined ? undefined : Number(number);
}

const isCrs84 = (text: string) => /(?:^|[:/])CRS84$/i.test(text);
/** A geographic system in well-known text whose datum is WGS 84 or, to a metre, ETRS89. */
const isGeographic = (text: string) =>
  /^GEOG\w*\[/i.test(text) && /WGS.?(?:19)?84|ETRS/i.test(text);
const isNationalGrid = (text: string) =>
  /^PROJ\w*\[\s*"(?:OSGB.{0,12})?British.National.Grid/i.test(text);

/**
 * The system that a file or a person states.
 *
 * @param text an EPSG name, an OGC one, a PROJ string or well-known text
 * @param file what messages call its origin
 * @throws AppError crs/unknown
 */
export async function statedCrs(text: string, file: string): Promise<Crs> {
  const trimmed = text.trim();
  const epsg = epsgNumber(trimmed);
  if (epsg === 4326 || epsg === 4258 || isCrs84(trimmed) || isGeographic(trimmed)) return lonLat;
  if (epsg === 27700 || isNationalGrid(trimmed)) return nationalGrid();
  const definition = epsg === undefined ? undefined : definitionOf(epsg);
  return definition === undefined ? byText(trimmed, file) : byProj4(`EPSG:${epsg}`, definition);
}

const DEGREES: Bounds = [-180, -90, 180, 90];
const NATIONAL_GRID_SHEETS: Bounds = [0, 0, 700_000, 1_300_000];

/**
 * The system of a file that states none: WGS 84 where the coordinates can be degrees, else a
 * question, never a guess.
 *
 * @throws AppError crs/unknown
 */
export function assumedCrs(bounds: Bounds, file: string): Crs {
  if (boundsWithin(bounds, DEGREES)) return lonLat;
  const found = `${file} states no coordinate reference system, and its coordinates (${bounds.map((value) => Math.round(value)).join(", ")}) are no degrees.`;
  const advice = boundsWithin(bounds, NATIONAL_GRID_SHEETS)
    ? "They look like the British National Grid: if so, give --crs EPSG:27700."
    : `Give one with --crs: ${KNOWN_CRS}.`;
  throw new AppError("crs/unknown", `${found} ${advice}`, { file, bounds });
}

/** Degrees that OSTN15 covers: Great Britain and the Isle of Man, but not Rockall. */
export const OSTN15_SHEET: Bounds = [-9, 49, 2, 61];
/** Inside that sheet by a margin, without the French coast along its southern edge. */
const BRITAIN: Bounds = [-8.99, 49.8, 1.99, 60.99];
/** Ground on the sheet that is not Great Britain: Ireland, Picardy, the Pas-de-Calais. */
const ELSEWHERE: readonly Bounds[] = [
  [-11, 51.3, -5.4, 55.28],
  [0, 49, 2, 50.6],
  [1.45, 49, 2, 51.05],
];

/**
 * The system in which figures are made (CONTRACT.md): the national grid in Great Britain, elsewhere
 * an equal-area projection about the data's centre, rounded to whole degrees.
 *
 * @param bounds of all input, degrees
 * @throws AppError file/unreadable when the shift grid is damaged
 */
export async function analysisCrs(bounds: Bounds): Promise<Crs> {
  const [west, south, east, north] = bounds;
  const lon = (west + east) / 2;
  const lat = (south + north) / 2;
  const elsewhere = ELSEWHERE.some((box) => boundsWithin([lon, lat, lon, lat], box));
  if (boundsWithin(bounds, BRITAIN) && !elsewhere) return nationalGrid();
  const centre = `+lat_0=${Math.round(lat)} +lon_0=${Math.round(lon)}`;
  const printed = `+proj=laea ${centre} +x_0=0 +y_0=0 +datum=WGS84 +units=m +no_defs`;
  const flat = byProj4(printed, printed);
  const centred = withinReach(Math.round(lon), Math.round(lat));
  return {
    ...flat,
    fromLonLat(xy) {
      centred(xy);
      flat.fromLonLat(xy);
    },
  };
}

/** Farther than this from its centre, in degrees, a map is too unlike the ground for straight edges. */
const REACH = 60;

/** Refuses points in degrees that lie too far from a centre, as the angle at the Earth's middle. */
function withinReach(lon: number, lat: number): (xy: Float64Array) => void {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const [sin, cos] = [Math.sin(radians(lat)), Math.cos(radians(lat))];
  const least = Math.cos(radians(REACH));
  return (xy) => {
    for (let i = 0; i < xy.length; i += 2) {
      const [x, y] = [xy[i]!, xy[i + 1]!];
      const across = cos * Math.cos(radians(y)) * Math.cos(radians(x - lon));
      if (sin * Math.sin(radians(y)) + across >= least) continue;
      throw new AppError(
        "limit/extent",
        `The point ${x}, ${y} lies more than ${REACH} degrees from the data's centre at ${lon}, ` +
          `${lat}, farther than one flat map holds for: cut the data into parts, or check its ` +
          "coordinate reference system.",
        { x, y, centre: [lon, lat] },
      );
    }
  };
}
