import { type Bounds, boundsOf, boundsWithin } from "../../core/geometry/bounds.ts";
import type { RingBuilder } from "./ring-builder.ts";

const NULL = 0;
/** Shape types with and without heights (Z, +10) and measures (M, +20). */
const KINDS: Readonly<Record<number, string>> = {
  1: "Point",
  3: "LineString",
  5: "Polygon",
  8: "MultiPoint",
};
const MULTIPATCH = 31;
const POLYGON = "Polygon";

/** Where the rings of a polygon record begin in its content. */
const PARTS = 44;

/** What a record's content is. */
export type Shape =
  | { readonly kind: "null" }
  | { readonly kind: "damaged"; readonly why: string }
  | { readonly kind: "other"; readonly type: string; readonly place: Place | undefined }
  | { readonly kind: "coordinate"; readonly place: Place | undefined }
  | { readonly kind: "polygon"; readonly rings: readonly Float64Array[] };

type Place = readonly [x: number, y: number];

/** The kind of shape that a code stands for, whether it has heights and measures or not. */
export function shapeKind(code: number): string | undefined {
  if (code === MULTIPATCH) return "MultiPatch";
  return code < 30 ? KINDS[code % 10] : undefined;
}

function pointAt(content: Buffer, at: number): Place | undefined {
  if (at + 16 > content.length) return undefined;
  const place = [content.readDoubleLE(at), content.readDoubleLE(at + 8)] as const;
  return place.every(Number.isFinite) ? place : undefined;
}

/** Where the first point of a shape that is no polygon stands in its record. */
function firstPoint(kind: string, content: Buffer): Place | undefined {
  if (kind === "Point") return pointAt(content, 4);
  if (kind === "MultiPoint") return pointAt(content, 40);
  if (kind !== "LineString" || content.length < PARTS) return undefined;
  return pointAt(content, PARTS + 4 * Math.max(0, content.readInt32LE(36)));
}

/**
 * What a record holds. Only counts that its length bears out are believed; heights and measures,
 * with or without which a Z record may end, are passed over.
 */
export function shapeOf(content: Buffer): Shape {
  const code = content.readInt32LE(0);
  if (code === NULL) return { kind: "null" };
  const kind = shapeKind(code);
  if (kind === undefined) return { kind: "damaged", why: `Its shape type is ${code}.` };
  if (kind !== POLYGON) return { kind: "other", type: kind, place: firstPoint(kind, content) };
  if (content.length < PARTS) return { kind: "damaged", why: "It is too short for a polygon." };
  const parts = content.readInt32LE(36);
  const points = content.readInt32LE(40);
  const needed = PARTS + 4 * parts + 16 * points;
  if (parts < 0 || points < 0 || needed > content.length) {
    const why = `It states ${parts} rings and ${points} points, more than its ${content.length} bytes hold.`;
    return { kind: "damaged", why };
  }
  return ringsOf(content, parts, points);
}

function ringsOf(content: Buffer, parts: number, points: number): Shape {
  const starts = Array.from({ length: parts }, (_, i) => content.readInt32LE(PARTS + 4 * i));
  const ends = [...starts.slice(1), points];
  const inOrder = starts.every((start, i) => start >= 0 && start <= ends[i]! && ends[i]! <= points);
  if (!inOrder) return { kind: "damaged", why: "Its rings do not follow each other." };
  const first = PARTS + 4 * parts;
  const rings: Float64Array[] = [];
  for (const [i, start] of starts.entries()) {
    const ring = new Float64Array(2 * (ends[i]! - start));
    for (let k = 0; k < ring.length; k++) {
      const value = content.readDoubleLE(first + 16 * start + 8 * k);
      if (!Number.isFinite(value)) return { kind: "coordinate", place: pointAt(content, first) };
      ring[k] = value;
    }
    rings.push(ring);
  }
  return { kind: "polygon", rings };
}

/** Twice the signed area, relative to the first vertex: positive where the ring runs anticlockwise. */
function doubleArea(ring: Float64Array): number {
  const [x0 = 0, y0 = 0] = ring;
  let sum = 0;
  for (let i = 0; i + 3 < ring.length; i += 2) {
    sum += (ring[i]! - x0) * (ring[i + 3]! - y0) - (ring[i + 2]! - x0) * (ring[i + 1]! - y0);
  }
  return sum;
}

/** How a point lies to a ring: inside, outside, or on it. */
function sideOf(ring: Float64Array, x: number, y: number): "in" | "out" | "on" {
  let inside = false;
  const last = ring.length - 2;
  for (let i = 0, j = last; i <= last; j = i, i += 2) {
    const [xi, yi, xj, yj] = [ring[i]!, ring[i + 1]!, ring[j]!, ring[j + 1]!];
    const cross = (xj - xi) * (y - yi) - (yj - yi) * (x - xi);
    const between = Math.min(xi, xj) <= x && x <= Math.max(xi, xj);
    if (cross === 0 && between && Math.min(yi, yj) <= y && y <= Math.max(yi, yj)) return "on";
    if (yi > y !== yj > y && (yj > yi ? cross > 0 : cross < 0)) inside = !inside;
  }
  return inside ? "in" : "out";
}

/** Whether a hole lies in a ring, by the first of its vertices that is not on it. */
function holds(outer: Float64Array, hole: Float64Array): boolean {
  for (let i = 0; i < hole.length; i += 2) {
    const side = sideOf(outer, hole[i]!, hole[i + 1]!);
    if (side !== "on") return side === "in";
  }
  return true;
}

interface Outer {
  readonly ring: Float64Array;
  readonly bounds: Bounds;
  readonly area: number;
  readonly holes: Float64Array[];
}

/**
 * Lays the rings of one record down as polygons: clockwise rings are outer ones, the others holes,
 * each in the smallest outer ring around it. A hole in no outer ring becomes one itself, as a ring
 * drawn the wrong way round does in every other program.
 *
 * @param onStray told of each such hole, where there is an outer ring that it could have lain in
 * @param tick asked between rings, to end what takes too long
 */
export function addRings(
  rings: readonly Float64Array[],
  builder: RingBuilder,
  onStray: (place: readonly [x: number, y: number]) => void,
  tick: () => void,
): void {
  const outers: Outer[] = [];
  const holes: Float64Array[] = [];
  const asOuter = (ring: Float64Array, area: number) => {
    const bounds = boundsOf(ring);
    if (bounds !== undefined) outers.push({ ring, bounds, area: Math.abs(area), holes: [] });
  };
  for (const ring of rings) {
    const area = doubleArea(ring);
    if (area <= 0) asOuter(ring, area);
    else holes.push(ring);
  }
  const bySize = [...outers].sort((a, b) => a.area - b.area);
  for (const hole of holes) {
    tick();
    const box = boundsOf(hole);
    const home = bySize.find(
      ({ ring, bounds }) => box !== undefined && boundsWithin(box, bounds) && holds(ring, hole),
    );
    if (home !== undefined) home.holes.push(hole);
    else {
      if (bySize.length > 0) onStray([hole[0]!, hole[1]!]);
      asOuter(hole, doubleArea(hole));
    }
  }
  for (const outer of outers) {
    for (const ring of [outer.ring, ...outer.holes]) {
      for (let i = 0; i < ring.length; i += 2) builder.vertex(ring[i]!, ring[i + 1]!);
      builder.endRing();
    }
    builder.endPolygon();
  }
}
