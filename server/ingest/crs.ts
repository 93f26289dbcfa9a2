import { AppError } from "../core/errors.ts";
import { type Bounds, boundsWithin } from "../core/geometry/bounds.ts";
import { fromNationalGrid, toNationalGrid } from "../core/geometry/national-grid.ts";
import { addShifts, removeShifts } from "../core/geometry/shift-grid.ts";
import { expectDegrees } from "./crs/by-range.ts";
import { isOsgb } from "./crs/datums.ts";
import { DEGREE_SYSTEMS, DOUBTS, definitionOf } from "./crs/known-systems.ts";
import { outOfRange } from "./crs/out-of-range.ts";
import { readWellKnownText } from "./crs/well-known-text.ts";
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
  /** What is not sure about the way to WGS 84, as one sentence; left out where all is. */
  readonly doubt?: string | undefined;
}

export const NATIONAL_GRID = "EPSG:27700";
const OSGB_DEGREES = "EPSG:4277";
const WGS84 = "OGC:CRS84";

/** Whether a system is known here by its number. */
export const knowsEpsg = (epsg: number): boolean =>
  epsg === 27700 || epsg === 4277 || DEGREE_SYSTEMS.has(epsg) || definitionOf(epsg) !== undefined;

/** What a person may write after --crs, for messages. */
export const KNOWN_CRS =
  "EPSG:4326, EPSG:27700, EPSG:3857, EPSG:3035, EPSG:2157, EPSG:29903, or a UTM zone " +
  "(EPSG:326nn, 327nn, 258nn)";

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

/** Degrees of OSGB36, which lie some 100 m off those of WGS 84, through OSTN15. */
function osgbDegrees(): Crs {
  const checked = (xy: Float64Array, shift: typeof addShifts) => {
    const before = xy.slice();
    const outside = shift(shiftGrid(), xy);
    if (outside >= 0) throw outOfRange(OSGB_DEGREES, before[2 * outside], before[2 * outside + 1]);
  };
  return {
    printed: OSGB_DEGREES,
    toLonLat: (xy) => checked(xy, addShifts),
    fromLonLat: (xy) => checked(xy, removeShifts),
  };
}

/** proj4 is loaded with the first system that is not our own: most files are in one that is. */
const proj4Crs = () => import("./crs/proj4-crs.ts");

async function byNumber(epsg: number): Promise<Crs | undefined> {
  if (epsg === 27700) return nationalGrid();
  if (epsg === 4277) return osgbDegrees();
  const doubt = DOUBTS.get(epsg);
  if (DEGREE_SYSTEMS.has(epsg)) return doubt === undefined ? lonLat : { ...lonLat, doubt };
  const definition = definitionOf(epsg);
  if (definition === undefined) return undefined;
  return (await proj4Crs()).byProj4(`EPSG:${epsg}`, definition, doubt);
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
 * The system that a file or a person states. Well-known text that carries a number which is known
 * here is read by that number.
 *
 * @param text an EPSG name, an OGC one, a PROJ string or well-known text
 * @param file what messages call its origin
 * @throws AppError crs/unknown
 */
export async function statedCrs(text: string, file: string): Promise<Crs> {
  const trimmed = text.trim();
  if (isCrs84(trimmed)) return lonLat;
  const wkt = readWellKnownText(trimmed);
  const epsg = epsgNumber(trimmed) ?? wkt.epsg;
  const numbered = epsg === undefined ? undefined : await byNumber(epsg);
  if (numbered !== undefined) return numbered;
  if (isGeographic(trimmed)) return lonLat;
  if (isNationalGrid(trimmed)) return nationalGrid();
  if (wkt.isGeographic && isOsgb(wkt.datum)) return osgbDegrees();
  const { byWellKnownText } = await import("./crs/by-text.ts");
  return byWellKnownText(trimmed, wkt, file, KNOWN_CRS);
}

/**
 * The system of a file that states none: WGS 84 where the coordinates can be degrees, else a
 * question, never a guess.
 *
 * @throws AppError crs/unknown
 */
export function assumedCrs(bounds: Bounds, file: string): Crs {
  expectDegrees(bounds, file, KNOWN_CRS);
  return lonLat;
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
  const flat = (await proj4Crs()).byProj4(printed, printed);
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
