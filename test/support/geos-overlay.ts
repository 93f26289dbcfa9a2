import type { SetOperation } from "./corpora-cases.ts";
import type { Drawn } from "./corpora-engine.ts";
import { readGeometry } from "./corpora-wkt.ts";
import { fromWkt, type Geos, type GeosPointer } from "./geos.ts";

const POINTER = 4;

/** What GEOS makes of a set operation: polygons, or `undefined` where it refuses. */
export function geosOperation(
  geos: Geos,
  operation: SetOperation,
  operands: readonly string[],
  step: number | undefined,
): Drawn | undefined {
  const inputs = operands.map((wkt) => readInput(geos, wkt));
  const [a, b] = inputs;
  if (a === undefined || (operands.length > 1 && b === undefined)) return undefined;
  const result = b === undefined ? union(geos, a, step) : overlay(geos, operation, a, b, step);
  for (const input of inputs) if (input !== undefined) geos.GEOSGeom_destroy(input);
  return result ? takePolygons(geos, result) : undefined;
}

/** GEOS's repair of a polygon by its linework: even-odd, like the engine's reading. */
export function geosMadeValid(geos: Geos, wkt: string): Drawn | undefined {
  const input = readInput(geos, wkt);
  if (input === undefined) return undefined;
  const result = geos.GEOSMakeValid(input);
  geos.GEOSGeom_destroy(input);
  return result ? takePolygons(geos, result) : undefined;
}

function union(geos: Geos, a: GeosPointer, step: number | undefined): GeosPointer {
  return step === undefined ? geos.GEOSUnaryUnion(a) : geos.GEOSUnaryUnionPrec(a, step);
}

function overlay(
  geos: Geos,
  operation: SetOperation,
  a: GeosPointer,
  b: GeosPointer,
  step: number | undefined,
): GeosPointer {
  const exact = step === undefined;
  if (operation === "intersection") {
    return exact ? geos.GEOSIntersection(a, b) : geos.GEOSIntersectionPrec(a, b, step);
  }
  if (operation === "union") {
    return exact ? geos.GEOSUnion(a, b) : geos.GEOSUnionPrec(a, b, step);
  }
  if (operation === "difference") {
    return exact ? geos.GEOSDifference(a, b) : geos.GEOSDifferencePrec(a, b, step);
  }
  return exact ? geos.GEOSSymDifference(a, b) : geos.GEOSSymDifferencePrec(a, b, step);
}

function readInput(geos: Geos, text: string): GeosPointer | undefined {
  if (!/^[0-9a-f\s]+$/i.test(text)) return fromWkt(geos, text);
  const bytes = Buffer.from(text.replace(/\s+/g, ""), "hex");
  const pointer = geos.Module._malloc(bytes.length);
  geos.Module.HEAPU8.set(bytes, pointer);
  const geometry = geos.GEOSGeomFromWKB_buf(pointer, bytes.length);
  geos.Module._free(pointer);
  return geometry || undefined;
}

/** The polygons of a geometry, bit for bit; gives the geometry back to GEOS. */
function takePolygons(geos: Geos, geometry: GeosPointer): Drawn {
  const size = geos.Module._malloc(POINTER);
  const hex = geos.GEOSGeomToHEX_buf(geometry, size);
  const length = geos.Module.HEAPU32[size / POINTER]!;
  const text = Buffer.from(geos.Module.HEAPU8.subarray(hex, hex + length)).toString("latin1");
  geos.GEOSFree(hex);
  geos.Module._free(size);
  geos.GEOSGeom_destroy(geometry);
  return readGeometry(text).polygons;
}
