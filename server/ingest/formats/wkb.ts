import type { RingBuilder } from "./ring-builder.ts";
import { endPolygon, type Tell } from "./tell.ts";

/** Kinds of geometry by their number; heights and measures add 1000, 2000 or 3000 (OGC 06-103r4). */
const KINDS: Readonly<Record<number, string>> = {
  1: "Point",
  2: "LineString",
  3: "Polygon",
  4: "MultiPoint",
  5: "MultiLineString",
  6: "MultiPolygon",
  7: "GeometryCollection",
  8: "CircularString",
  9: "CompoundCurve",
  10: "CurvePolygon",
  11: "MultiCurve",
  12: "MultiSurface",
  15: "PolyhedralSurface",
  16: "TIN",
  17: "Triangle",
};
/** Kinds that hold whole geometries, each with its own head. */
const HOLDERS = new Set([4, 5, 6, 7, 9, 10, 11, 12, 15, 16]);
const POLYGON = 3;
const POLYGONS = new Set([POLYGON, 17]);
const DEEPEST = 32;

/** Bytes that break the rules of well-known binary. */
export class WkbFault extends Error {}

interface Cursor {
  readonly bytes: Buffer;
  at: number;
}

interface Head {
  readonly kind: number;
  /** Numbers a position. */
  readonly width: number;
  readonly little: boolean;
}

function take(cursor: Cursor, length: number): number {
  const { at } = cursor;
  if (length < 0 || at + length > cursor.bytes.length) throw new WkbFault("It ends too early.");
  cursor.at += length;
  return at;
}

function uint32(cursor: Cursor, little: boolean): number {
  const at = take(cursor, 4);
  return little ? cursor.bytes.readUInt32LE(at) : cursor.bytes.readUInt32BE(at);
}

function double({ bytes }: Cursor, at: number, little: boolean): number {
  return little ? bytes.readDoubleLE(at) : bytes.readDoubleBE(at);
}

/** Both ways of writing heights are known: ISO's thousands, and the flags of EWKB. */
function head(cursor: Cursor): Head {
  const order = cursor.bytes[take(cursor, 1)]!;
  if (order > 1) throw new WkbFault(`Its byte order is ${order}.`);
  const little = order === 1;
  const code = uint32(cursor, little);
  if (code & 0x20000000) take(cursor, 4);
  const flags = (code & 0x80000000 ? 1 : 0) + (code & 0x40000000 ? 1 : 0);
  const plain = code & 0x0fffffff;
  const thousands = Math.floor(plain / 1000);
  const kind = plain % 1000;
  if (thousands > 3 || KINDS[kind] === undefined) throw new WkbFault(`Its kind is ${plain}.`);
  return { kind, width: 2 + flags + (thousands === 3 ? 2 : thousands > 0 ? 1 : 0), little };
}

/** A count of things that each take at least so many bytes, believed only if they fit. */
function count(cursor: Cursor, little: boolean, least: number): number {
  const number = uint32(cursor, little);
  if (number * least > cursor.bytes.length - cursor.at) {
    throw new WkbFault(`It states ${number} parts, more than its bytes hold.`);
  }
  return number;
}

/** Takes positions, and hands over x and y of each. @returns whether all were finite */
function positions(
  cursor: Cursor,
  { width, little }: Head,
  visit: (x: number, y: number) => void,
): boolean {
  let finite = true;
  const number = count(cursor, little, 8 * width);
  for (let i = 0; i < number; i++) {
    const at = take(cursor, 8 * width);
    const x = double(cursor, at, little);
    const y = double(cursor, at + 8, little);
    if (Number.isFinite(x) && Number.isFinite(y)) visit(x, y);
    else finite = false;
  }
  return finite;
}

/** Passes over a geometry. @returns the first place in it */
function pass(cursor: Cursor, own: Head, depth: number): readonly [number, number] | undefined {
  let first: readonly [number, number] | undefined;
  const visit = (x: number, y: number) => {
    first ??= [x, y];
  };
  if (own.kind === 1) {
    const at = take(cursor, 8 * own.width);
    const place = [double(cursor, at, own.little), double(cursor, at + 8, own.little)] as const;
    return place.every(Number.isFinite) ? place : undefined;
  }
  if (HOLDERS.has(own.kind)) {
    if (depth > DEEPEST) throw new WkbFault("It is nested too deep.");
    const parts = count(cursor, own.little, 5);
    for (let i = 0; i < parts; i++) {
      const place = pass(cursor, head(cursor), depth + 1);
      first ??= place;
    }
  } else if (POLYGONS.has(own.kind)) {
    const rings = count(cursor, own.little, 4);
    for (let i = 0; i < rings; i++) positions(cursor, own, visit);
  } else positions(cursor, own, visit);
  return first;
}

function addPolygon(cursor: Cursor, own: Head, builder: RingBuilder, tell: Tell): void {
  const mark = builder.mark();
  const rings = count(cursor, own.little, 4);
  let finite = true;
  for (let i = 0; i < rings; i++) {
    finite = positions(cursor, own, (x, y) => builder.vertex(x, y)) && finite;
    builder.endRing();
  }
  endPolygon(builder, mark, finite, tell);
}

function add(cursor: Cursor, builder: RingBuilder, tell: Tell, depth: number): void {
  const start = cursor.at;
  const own = head(cursor);
  const type = KINDS[own.kind]!;
  if (own.kind === POLYGON) addPolygon(cursor, own, builder, tell);
  else if (["MultiPolygon", "GeometryCollection", "MultiSurface"].includes(type)) {
    if (depth > DEEPEST) throw new WkbFault("It is nested too deep.");
    const parts = count(cursor, own.little, 5);
    for (let i = 0; i < parts; i++) add(cursor, builder, tell, depth + 1);
  } else {
    cursor.at = start;
    const place = pass(cursor, head(cursor), depth);
    const message = `The geometry is "${type}"; only polygons can be read.`;
    tell("geometry/not-polygon", message, { place, detail: { type } });
  }
}

/**
 * Lays down the polygons of a geometry in well-known binary, with heights and measures passed over.
 *
 * @throws WkbFault where the bytes break the rules; what was laid down then is to be taken back
 */
export function addWkb(bytes: Buffer, from: number, builder: RingBuilder, tell: Tell): void {
  add({ bytes, at: from }, builder, tell, 0);
}
