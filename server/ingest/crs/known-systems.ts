import { DATUM_SHIFTS, type DatumShift } from "./datums.ts";

const IRISH = "+proj=tmerc +lat_0=53.5 +lon_0=-8 +units=m +no_defs";

/** A datum that the tables here rest on. */
function datum(name: string): DatumShift {
  const found = DATUM_SHIFTS.get(name);
  if (found === undefined) throw new Error(`There is no datum ${name}.`);
  return found;
}

const IRELAND = datum("tm65");
const ED50 = datum("ed50");
const NAD27 = datum("nad27");
const shift = ({ towgs84 }: DatumShift) => `+towgs84=${towgs84.join(",")}`;

const IRISH_GRID = `${IRISH} +k=1.000035 +x_0=200000 +y_0=250000 +ellps=mod_airy ${shift(IRELAND)}`;
const MERCATOR =
  "+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +no_defs";

/** What proj4 is told of each system that may be named by number. */
const DEFINITIONS: Readonly<Record<number, string>> = {
  2157: `${IRISH} +k=0.99982 +x_0=600000 +y_0=750000 +ellps=GRS80 +towgs84=0,0,0`,
  3035: "+proj=laea +lat_0=52 +lon_0=10 +x_0=4321000 +y_0=3210000 +ellps=GRS80 +towgs84=0,0,0 +units=m +no_defs",
  3395: "+proj=merc +lon_0=0 +k=1 +x_0=0 +y_0=0 +datum=WGS84 +units=m +no_defs",
  3857: MERCATOR,
  4230: `+proj=longlat +ellps=intl ${shift(ED50)} +no_defs`,
  4267: `+proj=longlat +ellps=clrk66 ${shift(NAD27)} +no_defs`,
  4299: `+proj=longlat +ellps=mod_airy ${shift(IRELAND)} +no_defs`,
  4300: `+proj=longlat +ellps=mod_airy ${shift(IRELAND)} +no_defs`,
  29901: `${IRISH} +k=1 +x_0=200000 +y_0=250000 +ellps=airy ${shift(IRELAND)}`,
  29902: IRISH_GRID,
  29903: IRISH_GRID,
};

/** Degrees that are taken as those of WGS 84: they differ by a metre or two at the most. */
export const DEGREE_SYSTEMS: ReadonlySet<number> = new Set([4326, 4258, 4269, 4979, 4937]);

/** What is not sure about a system on a datum, in a sentence. */
export const doubtOf = ({ title, accuracy, where }: DatumShift): string =>
  `It rests on ${title}, whose shift to WGS 84 holds to about ${accuracy} m ${where}.`;

const ED50_ZONES = [23028, 23029, 23030, 23031, 23032];

/** What is not sure about the systems that are known by number. */
export const DOUBTS: ReadonlyMap<number, string> = new Map<number, string>([
  [4269, "NAD83 was taken as WGS 84, which holds to about 2 m."],
  [4267, doubtOf(NAD27)],
  ...[4230, ...ED50_ZONES].map((epsg) => [epsg, doubtOf(ED50)] as const),
  ...[4299, 4300, 29901, 29902, 29903].map((epsg) => [epsg, doubtOf(IRELAND)] as const),
]);

/** What proj4 is told of a system; `undefined` where its number is not known here. */
export function definitionOf(epsg: number): string | undefined {
  const zone = epsg % 100;
  const family = Math.floor(epsg / 100);
  if (ED50_ZONES.includes(epsg)) {
    return `+proj=utm +zone=${zone} +ellps=intl ${shift(ED50)} +units=m +no_defs`;
  }
  if (zone >= 1 && zone <= 60) {
    if (family === 326) return `+proj=utm +zone=${zone} +datum=WGS84 +units=m +no_defs`;
    if (family === 327) return `+proj=utm +zone=${zone} +south +datum=WGS84 +units=m +no_defs`;
    if (family === 258 && zone >= 28 && zone <= 38) {
      return `+proj=utm +zone=${zone} +ellps=GRS80 +towgs84=0,0,0 +units=m +no_defs`;
    }
  }
  return DEFINITIONS[epsg];
}
