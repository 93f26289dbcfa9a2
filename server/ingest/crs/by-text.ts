import { AppError } from "../../core/errors.ts";
import type { Crs } from "../crs.ts";
import { DATUM_SHIFTS, isModern } from "./datums.ts";
import { doubtOf } from "./known-systems.ts";
import { byProj4, byShift } from "./proj4-crs.ts";
import type { WellKnownText } from "./well-known-text.ts";

const PROJ_STRING = /^\+proj=/i;
/** What a PROJ string says of its datum, or an ellipsoid that needs no shift. */
const PROJ_DATUM =
  /\+(?:towgs84|datum|nadgrids|R)=|\+ellps=(?:WGS84|GRS80)\b|\+a=6378137(?:\.0*)?\b/i;
const KNOWN_TEXT = /^(?:PROJ|GEOG|BOUND|COMPD)/i;

const excerpt = (text: string) => (text.length > 80 ? `${text.slice(0, 80)}…` : text);

/** A shift that nobody knows would put the ground some 100 m off, and nobody would see it. */
function unknownDatum(text: string, datum: string | undefined, file: string, known: string) {
  const named = datum === undefined ? "a datum without a name" : `the datum "${datum}"`;
  const message = `${file} states the coordinate reference system "${excerpt(text)}" on ${named}, and how that is shifted to WGS 84 is not known here. Save the file in one of these, or give one with --crs: ${known}.`;
  return new AppError("crs/unknown", message, { file, crs: text, datum: datum ?? null });
}

/**
 * The system of a well-known text or PROJ string that has no number of its own.
 *
 * @param known what a person may write after --crs
 * @throws AppError crs/unknown where it cannot be parsed, or its datum is not known
 */
export function byWellKnownText(
  text: string,
  { datum, ellipsoid, hasShift }: WellKnownText,
  file: string,
  known: string,
): Crs {
  if (PROJ_STRING.test(text) && !PROJ_DATUM.test(text)) {
    throw unknownDatum(text, undefined, file, known);
  }
  const isPlain =
    PROJ_STRING.test(text) || hasShift || ellipsoid === undefined || isModern(ellipsoid);
  const shift = datum === undefined ? undefined : DATUM_SHIFTS.get(datum);
  if (!isPlain && shift === undefined) throw unknownDatum(text, datum, file, known);
  try {
    if (!PROJ_STRING.test(text) && !KNOWN_TEXT.test(text)) throw new Error("no such text");
    if (isPlain || shift === undefined || ellipsoid === undefined) return byProj4(text, text);
    return byShift(text, ellipsoid, shift.towgs84, doubtOf(shift));
  } catch {
    throw new AppError(
      "crs/unknown",
      `${file} states the coordinate reference system "${excerpt(text)}", which is not known here. Give one with --crs: ${known}.`,
      { file, crs: text },
    );
  }
}
