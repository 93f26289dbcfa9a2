import initGeos from "geos-wasm";

/** GEOS in WebAssembly, held to what the tests and the bench need of it. */
export type Geos = Awaited<ReturnType<typeof initGeos>>;

/** A geometry inside GEOS: an address that must be given back with `free`. */
export type GeosPointer = number;

const DOUBLE = 8;
const POINTER = 4;

let started: Promise<Geos> | undefined;

/** Starts GEOS once a process; complaints of GEOS stay silent, since callers read return values. */
export function openGeos(): Promise<Geos> {
  started ??= initGeos({ errorHandler: () => undefined, noticeHandler: () => undefined });
  return started;
}

/** The faces that the linework makes, each with a point inside it. Lengths in the input's unit. */
export interface GeosFaces {
  readonly count: number;
  readonly area: Float64Array;
  readonly perimeter: Float64Array;
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** One line string of GEOS from x, y laid end to end, closed here. */
export function closedLine(geos: Geos, xy: Float64Array): GeosPointer {
  const vertices = xy.length / 2 + 1;
  const buffer = geos.Module._malloc(vertices * 2 * DOUBLE);
  const at = buffer / DOUBLE;
  geos.Module.HEAPF64.set(xy, at);
  geos.Module.HEAPF64.set(xy.subarray(0, 2), at + xy.length);
  const sequence = geos.GEOSCoordSeq_copyFromBuffer(buffer, vertices, 0, 0);
  geos.Module._free(buffer);
  return geos.GEOSGeom_createLineString(sequence);
}

/** A collection of GEOS; it owns its members from now on. */
export function collect(geos: Geos, type: number, members: readonly GeosPointer[]): GeosPointer {
  const list = geos.Module._malloc(Math.max(1, members.length) * POINTER);
  geos.Module.HEAPU32.set(members, list / POINTER);
  const collection = geos.GEOSGeom_createCollection(type, list, members.length);
  geos.Module._free(list);
  return collection;
}

/** Nodes the linework (a unary union of lines) and polygonizes it; takes the linework over. */
export function faceCollection(geos: Geos, lines: GeosPointer): GeosPointer {
  const noded = geos.GEOSUnaryUnion(lines);
  geos.GEOSGeom_destroy(lines);
  if (!noded) throw new Error("GEOS could not node the linework");
  return facesOfNoded(geos, noded);
}

/** The faces of lines that meet in their ends only; takes the lines over. */
export function facesOfNoded(geos: Geos, noded: GeosPointer): GeosPointer {
  const list = geos.Module._malloc(POINTER);
  geos.Module.HEAPU32[list / POINTER] = noded;
  const faces = geos.GEOSPolygonize(list, 1);
  geos.Module._free(list);
  geos.GEOSGeom_destroy(noded);
  if (!faces) throw new Error("GEOS could not polygonize the noded linework");
  return faces;
}

/** Area, perimeter and a point inside each face of a collection. */
export function measureFaces(geos: Geos, faces: GeosPointer): GeosFaces {
  const count = geos.GEOSGetNumGeometries(faces);
  const out = {
    count,
    area: new Float64Array(count),
    perimeter: new Float64Array(count),
    x: new Float64Array(count),
    y: new Float64Array(count),
  };
  const buffer = geos.Module._malloc(DOUBLE);
  const read = () => geos.Module.HEAPF64[buffer / DOUBLE]!;
  for (let face = 0; face < count; face++) {
    const polygon = geos.GEOSGetGeometryN(faces, face);
    geos.GEOSArea(polygon, buffer);
    out.area[face] = read();
    geos.GEOSLength(polygon, buffer);
    out.perimeter[face] = read();
    const point = geos.GEOSPointOnSurface(polygon);
    if (!point) continue;
    geos.GEOSGeomGetX(point, buffer);
    out.x[face] = read();
    geos.GEOSGeomGetY(point, buffer);
    out.y[face] = read();
    geos.GEOSGeom_destroy(point);
  }
  geos.Module._free(buffer);
  return out;
}

/** Text into GEOS's memory; the caller frees it. */
export function textPointer(geos: Geos, text: string): number {
  const size = text.length + 1;
  const pointer = geos.Module._malloc(size);
  geos.Module.stringToUTF8(text, pointer, size);
  return pointer;
}

/** A geometry from well-known text, or `undefined` where GEOS refuses it. */
export function fromWkt(geos: Geos, wkt: string): GeosPointer | undefined {
  const text = textPointer(geos, wkt);
  const geometry = geos.GEOSGeomFromWKT(text);
  geos.Module._free(text);
  return geometry || undefined;
}
