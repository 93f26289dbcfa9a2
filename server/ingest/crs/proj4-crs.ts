import proj4 from "proj4";
import type { Crs } from "../crs.ts";
import { outOfRange } from "./out-of-range.ts";

type Transform = (point: number[]) => number[];

/** A system whose points go to degrees of WGS 84 and back by a transform each. */
export function byTransforms(
  printed: string,
  toLonLat: Transform,
  fromLonLat: Transform,
  doubt: string | undefined,
): Crs {
  const each = (xy: Float64Array, transform: Transform) => {
    for (let i = 0; i < xy.length; i += 2) {
      const [x = Number.NaN, y = Number.NaN] = transform([xy[i]!, xy[i + 1]!]);
      if (!Number.isFinite(x) || !Number.isFinite(y)) throw outOfRange(printed, xy[i], xy[i + 1]);
      xy[i] = x;
      xy[i + 1] = y;
    }
  };
  return {
    printed,
    toLonLat: (xy) => each(xy, toLonLat),
    fromLonLat: (xy) => each(xy, fromLonLat),
    ...(doubt !== undefined && { doubt }),
  };
}

/** A system as proj4 knows it. */
export function byProj4(printed: string, definition: string, doubt?: string): Crs {
  const converter = proj4(definition);
  return byTransforms(
    printed,
    (point) => converter.inverse(point),
    (point) => converter.forward(point),
    doubt,
  );
}

/**
 * A system whose datum proj4 would pass over without a word: first to the datum's own degrees, then
 * by its shift.
 */
export function byShift(
  printed: string,
  ellipsoid: { readonly a: number; readonly rf: number },
  towgs84: readonly number[],
  doubt: string,
): Crs {
  const { a, rf } = ellipsoid;
  // A name that proj4 knew would bring its own shift, and ours would come on top of it.
  const nameless = printed.replace(/(DATUM\s*\[\s*)"[^"]*"/i, '$1"none"');
  const own = `+proj=longlat +a=${a} +rf=${rf} +no_defs`;
  const projected = proj4(own, nameless);
  const shifted = proj4(`+proj=longlat +a=${a} +rf=${rf} +towgs84=${towgs84.join(",")} +no_defs`);
  return byTransforms(
    printed,
    (point) => shifted.inverse(projected.inverse(point)),
    (point) => projected.forward(shifted.forward(point)),
    doubt,
  );
}
