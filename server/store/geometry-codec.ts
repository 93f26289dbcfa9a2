/**
 * Geometry as it lies in the store: rings of EPSG:27700 millimetres as differences, each a zigzag
 * variable-length integer. Differences run on from ring to ring, so small islands stay small.
 * Layout: version, polygons; for each polygon its rings; for each ring its vertices, then x, y.
 */
import type { Grid, Shapes } from "../core/overlay/model.ts";

/** The grid of all stored geometry: millimetres of the national grid. */
export const STORE_GRID: Grid = { step: 0.001, originX: 0, originY: 0 };

const VERSION = 1;

/** Encode every shape by itself. A shape without polygons becomes an empty geometry. */
export function encodeShapes(shapes: Shapes): Uint8Array[] {
  return polygonsByShape(shapes).map((polygons) => encodePolygons(shapes, polygons));
}

/** The polygons of each shape, in order. */
export function polygonsByShape(shapes: Shapes): number[][] {
  const lists: number[][] = Array.from({ length: shapes.count }, () => []);
  shapes.polygonShape.forEach((shape, polygon) => {
    lists[shape]!.push(polygon);
  });
  return lists;
}

/** Encode chosen polygons of `shapes` as one geometry. */
export function encodePolygons(shapes: Shapes, polygons: readonly number[]): Uint8Array {
  const { polygonRing, ringVertex, xy } = shapes;
  let vertices = 0;
  let rings = 0;
  for (const p of polygons) {
    rings += polygonRing[p + 1]! - polygonRing[p]!;
    vertices += ringVertex[polygonRing[p + 1]!]! - ringVertex[polygonRing[p]!]!;
  }
  const out = new Writer(16 + (polygons.length + rings + vertices * 2) * 5);
  out.unsigned(VERSION);
  out.unsigned(polygons.length);
  let lastX = 0;
  let lastY = 0;
  for (const p of polygons) {
    out.unsigned(polygonRing[p + 1]! - polygonRing[p]!);
    for (let r = polygonRing[p]!; r < polygonRing[p + 1]!; r++) {
      out.unsigned(ringVertex[r + 1]! - ringVertex[r]!);
      for (let v = ringVertex[r]!; v < ringVertex[r + 1]!; v++) {
        const x = xy[2 * v]!;
        const y = xy[2 * v + 1]!;
        out.signed(x - lastX);
        out.signed(y - lastY);
        lastX = x;
        lastY = y;
      }
    }
  }
  return out.bytes();
}

/**
 * Decode stored geometries: the n-th becomes shape n.
 *
 * @throws RangeError where the bytes are not of this layout (a damaged store)
 */
export function decodeShapes(geometries: readonly Uint8Array[]): Shapes {
  const polygonShape: number[] = [];
  const polygonRing: number[] = [0];
  const ringVertex: number[] = [0];
  let size = 0;
  for (const bytes of geometries) size += bytes.length;
  const xy = new Int32Array(size);
  let written = 0;
  geometries.forEach((bytes, shape) => {
    const from = new Reader(bytes);
    if (from.unsigned() !== VERSION) throw new RangeError("unknown version of stored geometry");
    let x = 0;
    let y = 0;
    for (let polygons = from.unsigned(); polygons > 0; polygons--) {
      const rings = from.unsigned();
      for (let r = 0; r < rings; r++) {
        for (let vertices = from.unsigned(); vertices > 0; vertices--) {
          x += from.signed();
          y += from.signed();
          xy[written++] = x;
          xy[written++] = y;
        }
        ringVertex.push(written / 2);
      }
      polygonShape.push(shape);
      polygonRing.push(ringVertex.length - 1);
    }
    from.expectEnd();
  });
  return {
    count: geometries.length,
    polygonShape: Int32Array.from(polygonShape),
    polygonRing: Int32Array.from(polygonRing),
    ringVertex: Int32Array.from(ringVertex),
    xy: xy.slice(0, written),
  };
}

class Writer {
  private readonly buffer: Uint8Array;
  private at = 0;

  constructor(capacity: number) {
    this.buffer = new Uint8Array(capacity);
  }

  unsigned(value: number) {
    let rest = value;
    while (rest > 127) {
      this.buffer[this.at++] = 128 + (rest % 128);
      rest = Math.floor(rest / 128);
    }
    this.buffer[this.at++] = rest;
  }

  /** Differences of two 32-bit integers need 34 bits once doubled, so no bit operators here. */
  signed(value: number) {
    this.unsigned(value < 0 ? -2 * value - 1 : 2 * value);
  }

  bytes() {
    return this.buffer.slice(0, this.at);
  }
}

class Reader {
  private readonly bytes: Uint8Array;
  private at = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  unsigned() {
    let value = 0;
    let scale = 1;
    for (;;) {
      const byte = this.bytes[this.at++];
      if (byte === undefined) throw new RangeError("stored geometry ends too early");
      value += (byte % 128) * scale;
      if (byte < 128) return value;
      scale *= 128;
    }
  }

  signed() {
    const doubled = this.unsigned();
    return doubled % 2 === 1 ? -(doubled + 1) / 2 : doubled / 2;
  }

  expectEnd() {
    if (this.at !== this.bytes.length)
      throw new RangeError("stored geometry is longer than it says");
  }
}
