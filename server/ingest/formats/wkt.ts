import type { RingBuilder } from "./ring-builder.ts";
import { endPolygon, type Tell } from "./tell.ts";

/** Text that breaks the rules of well-known text; the message is a sentence. */
export class WktFault extends Error {}

const NUMBER = /[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?|[-+]?(?:nan|inf(?:inity)?)/iy;
const WORD = /[a-z]+/iy;
const SPACE = /\s*/y;
const SRID = /^\s*SRID=(\d+);/i;
const DEEPEST = 32;
/** Kinds that hold whole geometries, named one by one. */
const COLLECTIONS = new Set(["GEOMETRYCOLLECTION", "MULTISURFACE"]);

/** Kinds that are no polygons, by what other formats call them. */
const OTHERS: ReadonlyMap<string, string> = new Map([
  ["POINT", "Point"],
  ["LINESTRING", "LineString"],
  ["MULTIPOINT", "MultiPoint"],
  ["MULTILINESTRING", "MultiLineString"],
  ["CIRCULARSTRING", "CircularString"],
  ["COMPOUNDCURVE", "CompoundCurve"],
  ["CURVEPOLYGON", "CurvePolygon"],
  ["MULTICURVE", "MultiCurve"],
  ["POLYHEDRALSURFACE", "PolyhedralSurface"],
  ["TIN", "TIN"],
  ["TRIANGLE", "Triangle"],
]);

/** Whether a text begins as well-known text does. */
export const looksLikeWkt = (text: string) =>
  /^\s*(?:SRID=\d+;)?\s*(?:MULTI)?(?:POLYGON|POINT|LINESTRING|SURFACE|GEOMETRYCOLLECTION|CURVEPOLYGON)\s*(?:Z|M|ZM)?\s*(?:\(|EMPTY)/i.test(
    text,
  );

interface Cursor {
  readonly text: string;
  at: number;
}

function match(cursor: Cursor, form: RegExp): string | undefined {
  form.lastIndex = cursor.at;
  const found = form.exec(cursor.text)?.[0];
  if (found !== undefined) cursor.at += found.length;
  return found;
}

/** Takes a sign if it stands next. */
function sign(cursor: Cursor, wanted: string): boolean {
  match(cursor, SPACE);
  if (cursor.text[cursor.at] !== wanted) return false;
  cursor.at++;
  return true;
}

function expectSign(cursor: Cursor, wanted: string): void {
  if (sign(cursor, wanted)) return;
  const found = cursor.text.slice(cursor.at, cursor.at + 12) || "its end";
  throw new WktFault(`Its well-known text has "${found}" where "${wanted}" is expected.`);
}

/** The word that stands next, in capitals. */
function word(cursor: Cursor): string {
  match(cursor, SPACE);
  return match(cursor, WORD)?.toUpperCase() ?? "";
}

/** Visits each element of a bracketed list, or none of an empty one. */
function list(cursor: Cursor, visit: () => void): void {
  const { at } = cursor;
  if (word(cursor) === "EMPTY") return;
  cursor.at = at;
  expectSign(cursor, "(");
  do visit();
  while (sign(cursor, ","));
  expectSign(cursor, ")");
}

function position(cursor: Cursor): readonly [number, number] {
  const numbers: number[] = [];
  for (match(cursor, SPACE); ; match(cursor, SPACE)) {
    const text = match(cursor, NUMBER);
    if (text === undefined) break;
    numbers.push(/n/i.test(text) ? Number.NaN : Number(text));
  }
  if (numbers.length < 2 || numbers.length > 4) {
    throw new WktFault(`A position in its well-known text has ${numbers.length} numbers.`);
  }
  return [numbers[0]!, numbers[1]!];
}

function polygon(cursor: Cursor, builder: RingBuilder, tell: Tell): void {
  const mark = builder.mark();
  let finite = true;
  list(cursor, () => {
    list(cursor, () => {
      const [x, y] = position(cursor);
      if (Number.isFinite(x) && Number.isFinite(y)) builder.vertex(x, y);
      else finite = false;
    });
    builder.endRing();
  });
  endPolygon(builder, mark, finite, tell);
}

/** Passes over brackets. @returns the first place in them */
function pass(cursor: Cursor): readonly [number, number] | undefined {
  let depth = 0;
  const { at } = cursor;
  if (word(cursor) === "EMPTY") return undefined;
  cursor.at = at;
  do {
    if (sign(cursor, "(")) depth++;
    else if (sign(cursor, ")")) depth--;
    else if (cursor.at >= cursor.text.length) throw new WktFault("Its well-known text ends early.");
    else cursor.at++;
  } while (depth > 0);
  const first = /[-+.\d][-+.\de]*\s+[-+.\d][-+.\de]*/i.exec(cursor.text.slice(at, cursor.at));
  const place = first?.[0].split(/\s+/).map(Number) ?? [];
  return place.length === 2 && place.every(Number.isFinite) ? [place[0]!, place[1]!] : undefined;
}

function geometry(cursor: Cursor, builder: RingBuilder, tell: Tell, depth: number): void {
  if (depth > DEEPEST) throw new WktFault("Its well-known text is nested too deep.");
  const kind = word(cursor);
  const { at } = cursor;
  if (!["Z", "M", "ZM"].includes(word(cursor))) cursor.at = at;
  const plain = kind.replace(/(?:ZM|Z|M)$/, "");
  if (plain === "POLYGON") polygon(cursor, builder, tell);
  else if (plain === "MULTIPOLYGON") list(cursor, () => polygon(cursor, builder, tell));
  else if (COLLECTIONS.has(plain)) list(cursor, () => geometry(cursor, builder, tell, depth + 1));
  else {
    const type = OTHERS.get(kind) ?? OTHERS.get(plain);
    if (type === undefined) throw new WktFault(`Its well-known text begins with "${kind}".`);
    const place = pass(cursor);
    const message = `The geometry is "${type}"; only polygons can be read.`;
    tell("geometry/not-polygon", message, { place, detail: { type } });
  }
}

/**
 * Lays down the polygons of a geometry in well-known text; heights and measures are passed over.
 *
 * @returns the number of the system that the text names (`SRID=27700;…`)
 * @throws WktFault where it breaks the rules; what was laid down then is to be taken back
 */
export function addWkt(text: string, builder: RingBuilder, tell: Tell): number | undefined {
  const srid = SRID.exec(text);
  const cursor = { text, at: srid?.[0].length ?? 0 };
  geometry(cursor, builder, tell, 0);
  match(cursor, SPACE);
  if (cursor.at < text.length) {
    throw new WktFault(
      `Its well-known text goes on after its end: "${text.slice(cursor.at, cursor.at + 12)}".`,
    );
  }
  return srid === null ? undefined : Number(srid[1]);
}
