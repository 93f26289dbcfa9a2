/** Rings of one polygon: x, y laid end to end, the first vertex not repeated. */
export type PolygonRings = readonly Float64Array[];

/** A geometry of a corpus as far as it matters here: its polygons, or that it has other parts. */
export interface CorpusGeometry {
  readonly polygons: readonly PolygonRings[];
  /** Holds points, lines or curves too, which the engine does not take. */
  readonly other: boolean;
}

const POLYGON = 3;
const MULTI_POLYGON = 6;
const COLLECTION = 7;
const EWKB_FLAGS = 0x1fffffff;
const EWKB_Z = 0x80000000;
const EWKB_SRID = 0x20000000;

/** Reads well-known text, or well-known binary in hexadecimal. Throws on anything else. */
export function readGeometry(text: string): CorpusGeometry {
  const trimmed = text.trim();
  return /^[0-9a-f\s]+$/i.test(trimmed) ? readHex(trimmed.replace(/\s+/g, "")) : readWkt(trimmed);
}

function join(parts: readonly CorpusGeometry[]): CorpusGeometry {
  return { polygons: parts.flatMap((part) => part.polygons), other: parts.some((p) => p.other) };
}

const only = (polygons: readonly PolygonRings[]): CorpusGeometry => ({ polygons, other: false });

const isClosed = (xy: readonly number[]) =>
  xy.length > 2 && xy[0] === xy[xy.length - 2] && xy[1] === xy[xy.length - 1];

const opened = (xy: readonly number[]) => Float64Array.from(isClosed(xy) ? xy.slice(0, -2) : xy);

/** Recursive descent over words, brackets and commas. */
function readWkt(text: string): CorpusGeometry {
  const tokens = text.match(/[A-Za-z]+|[(),]|[-+]?[\d.]+(?:[eE][-+]?\d+)?/g) ?? [];
  let at = 0;
  const expect = (token: string) => {
    if (tokens[at++] !== token) throw new Error(`expected ${token} in ${text.slice(0, 60)}`);
  };
  const list = <T>(item: () => T): T[] => {
    if (tokens[at]?.toUpperCase() === "EMPTY") {
      at++;
      return [];
    }
    expect("(");
    const items = [item()];
    while (tokens[at] === ",") {
      at++;
      items.push(item());
    }
    expect(")");
    return items;
  };
  const position = () => {
    const numbers: number[] = [];
    while (tokens[at] !== "," && tokens[at] !== ")") numbers.push(Number(tokens[at++]));
    return numbers.slice(0, 2);
  };
  const ring = () => opened(list(position).flat());
  const polygon = () => list(ring).filter((points) => points.length > 0);
  const skip = () => {
    let depth = 0;
    do {
      if (tokens[at] === "(") depth++;
      if (tokens[at] === ")") depth--;
      at++;
    } while (depth > 0 && at < tokens.length);
  };
  const geometry = (): CorpusGeometry => {
    const kind = tokens[at++]?.toUpperCase() ?? "";
    while (/^(Z|M|ZM)$/i.test(tokens[at] ?? "")) at++;
    if (kind === "POLYGON") return only([polygon()].filter((rings) => rings.length > 0));
    if (kind === "MULTIPOLYGON") return only(list(polygon).filter((rings) => rings.length > 0));
    if (kind === "GEOMETRYCOLLECTION") return join(list(geometry));
    const empty = tokens[at]?.toUpperCase() === "EMPTY";
    skip();
    return { polygons: [], other: !empty };
  };
  return geometry();
}

function readHex(hex: string): CorpusGeometry {
  const bytes = new DataView(Uint8Array.from(Buffer.from(hex, "hex")).buffer);
  let at = 0;
  const geometry = (): CorpusGeometry => {
    const little = bytes.getUint8(at++) === 1;
    const count = () => {
      at += 4;
      return bytes.getUint32(at - 4, little);
    };
    const double = () => {
      at += 8;
      return bytes.getFloat64(at - 8, little);
    };
    const type = count();
    if ((type & EWKB_SRID) !== 0) count();
    const ordinates = (type & EWKB_Z) !== 0 ? 3 : 2;
    const kind = (type & EWKB_FLAGS) % 1000;
    const times = <T>(make: () => T) => Array.from({ length: count() }, make);
    const position = () => Array.from({ length: ordinates }, double).slice(0, 2);
    if (kind === POLYGON) {
      const rings = times(() => opened(times(position).flat())).filter((ring) => ring.length > 0);
      return only(rings.length > 0 ? [rings] : []);
    }
    if (kind === MULTI_POLYGON || kind === COLLECTION) return join(times(geometry));
    if (kind === 1) position();
    else if (kind === 2) times(position);
    else times(geometry);
    return { polygons: [], other: true };
  };
  return geometry();
}
