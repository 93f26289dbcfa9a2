import type { Shapes } from "../../../core/overlay/model.ts";
import { isCounterClockwise } from "../ground.ts";

/** Min x, min y, max x, max y. */
export type Box = readonly [number, number, number, number];

const POLYGON = 3;
const MULTIPOLYGON = 6;
/** "GP", version 0, flags (little-endian, a box of x and y), system; then the box. */
const HEADER = 8 + 4 * 8;

/**
 * One row's ground as a GeoPackage blob: header with box, then WKB, little-endian. Rings are closed,
 * outer rings against the clock.
 *
 * @param metres x and y of every vertex by turns
 * @returns nothing where the row has no polygon
 */
export function encodeMultiPolygon(
  shapes: Shapes,
  metres: Float64Array,
  polygons: readonly number[],
  srsId: number,
): { bytes: Uint8Array; box: Box } | undefined {
  if (polygons.length === 0) return undefined;
  const { polygonRing, ringVertex } = shapes;
  const bytes = new Uint8Array(HEADER + sizeOf(shapes, polygons));
  const out = new Writer(bytes);
  out.skip(HEADER);
  out.kind(MULTIPOLYGON, polygons.length);
  for (const polygon of polygons) {
    const first = polygonRing[polygon]!;
    const last = polygonRing[polygon + 1]!;
    out.kind(POLYGON, last - first);
    for (let ring = first; ring < last; ring++) {
      out.ring(metres, ringVertex[ring]!, ringVertex[ring + 1]!, ring === first);
    }
  }
  const box = boxOf(shapes, metres, polygons);
  writeHeader(new DataView(bytes.buffer), box, srsId);
  return { bytes, box };
}

function sizeOf({ polygonRing, ringVertex }: Shapes, polygons: readonly number[]): number {
  let size = 9;
  for (const polygon of polygons) {
    size += 9;
    for (let ring = polygonRing[polygon]!; ring < polygonRing[polygon + 1]!; ring++) {
      size += 4 + 16 * (ringVertex[ring + 1]! - ringVertex[ring]! + 1);
    }
  }
  return size;
}

function boxOf({ polygonRing, ringVertex }: Shapes, xy: Float64Array, polygons: readonly number[]) {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const polygon of polygons) {
    const from = ringVertex[polygonRing[polygon]!]!;
    const to = ringVertex[polygonRing[polygon + 1]!]!;
    for (let v = from; v < to; v++) {
      west = Math.min(west, xy[2 * v]!);
      east = Math.max(east, xy[2 * v]!);
      south = Math.min(south, xy[2 * v + 1]!);
      north = Math.max(north, xy[2 * v + 1]!);
    }
  }
  return [west, south, east, north] as const;
}

/** The header's box runs min x, max x, min y, max y. */
function writeHeader(view: DataView, [west, south, east, north]: Box, srsId: number): void {
  view.setUint8(0, 0x47);
  view.setUint8(1, 0x50);
  view.setUint8(2, 0);
  view.setUint8(3, 0b0000_0011);
  view.setInt32(4, srsId, true);
  [west, east, south, north].forEach((value, i) => {
    view.setFloat64(8 + 8 * i, value, true);
  });
}

class Writer {
  private readonly view: DataView;
  private at = 0;

  constructor(bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer);
  }

  skip(bytes: number) {
    this.at += bytes;
  }

  /** Byte order, type of geometry, how many parts follow. */
  kind(type: number, parts: number) {
    this.view.setUint8(this.at, 1);
    this.view.setUint32(this.at + 1, type, true);
    this.view.setUint32(this.at + 5, parts, true);
    this.at += 9;
  }

  ring(xy: Float64Array, from: number, to: number, outer: boolean) {
    const count = to - from;
    const forward = isCounterClockwise(xy, from, to) === outer;
    this.view.setUint32(this.at, count + 1, true);
    this.at += 4;
    for (let i = 0; i <= count; i++) {
      const v = from + ((forward ? i : count - i) % count);
      this.view.setFloat64(this.at, xy[2 * v]!, true);
      this.view.setFloat64(this.at + 8, xy[2 * v + 1]!, true);
      this.at += 16;
    }
  }
}
