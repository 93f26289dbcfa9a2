import type { Geos, GeosPointer } from "./geos.ts";

const DOUBLE = 8;

/** Area of a geometry in the unit of its coordinates, squared. */
export function areaOf(geos: Geos, geometry: GeosPointer): number {
  const buffer = geos.Module._malloc(DOUBLE);
  geos.GEOSArea(geometry, buffer);
  const area = geos.Module.HEAPF64[buffer / DOUBLE]!;
  geos.Module._free(buffer);
  return area;
}

/** Whether GEOS calls the geometry valid. */
export const isValid = (geos: Geos, geometry: GeosPointer): boolean =>
  geos.GEOSisValid(geometry) === 1;
