/** What can be read off a system's well-known text, in either of its versions, without parsing it. */
export interface WellKnownText {
  /** The number that stands for the whole of it in the EPSG register. */
  readonly epsg: number | undefined;
  /** Name of the datum in small letters and digits, without `D_`. */
  readonly datum: string | undefined;
  /** Half the longer axis in metres, and one over the flattening. */
  readonly ellipsoid: { readonly a: number; readonly rf: number } | undefined;
  /** Whether its coordinates are degrees and not metres or feet. */
  readonly isGeographic: boolean;
  /** Whether it says itself how its datum is shifted to WGS 84. */
  readonly hasShift: boolean;
}

/** `AUTHORITY["EPSG","27700"]` or `ID["EPSG",27700]`. */
const AUTHORITY = /(?:AUTHORITY|ID)\s*\[\s*"EPSG"\s*,\s*"?(\d+)"?[^[\]]*\]/gi;
const ELLIPSOID = /(?:SPHEROID|ELLIPSOID)\s*\[\s*"[^"]*"\s*,\s*([\d.eE+-]+)\s*,\s*([\d.eE+-]+)/i;
const DATUM = /(?:DATUM|ENSEMBLE|TRF)\s*\[\s*"([^"]*)"/i;

/** The number of the whole stands in its last member, outside every other. */
function ownNumber(text: string): number | undefined {
  const last = [...text.matchAll(AUTHORITY)].at(-1);
  if (last === undefined) return undefined;
  const rest = text.slice((last.index ?? 0) + last[0].length);
  return /^\s*\]\s*$/.test(rest) ? Number(last[1]) : undefined;
}

/** A name without what programs write differently: `D_OSGB_1936` and `OSGB 1936` are `osgb1936`. */
const plainName = (name: string) =>
  name
    .replace(/^D_/i, "")
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");

export function readWellKnownText(text: string): WellKnownText {
  const datum = DATUM.exec(text)?.[1];
  const [, a, rf] = ELLIPSOID.exec(text) ?? [];
  return {
    epsg: ownNumber(text),
    datum: datum === undefined ? undefined : plainName(datum),
    ellipsoid: a === undefined ? undefined : { a: Number(a), rf: Number(rf) },
    isGeographic: /^\s*(?:GEOG|BOUNDCRS\s*\[\s*SOURCECRS\s*\[\s*GEOG)/i.test(text),
    hasShift: /TOWGS84|ABRIDGEDTRANSFORMATION/i.test(text),
  };
}
