import type { Shapes } from "../../server/core/overlay/model.ts";
import {
  closedLine,
  collect,
  facesOfNoded,
  type Geos,
  type GeosPointer,
  measureFaces,
  openGeos,
} from "../support/geos.ts";
import { boxesOf } from "./source-boxes.ts";

/** Seconds by stage, and what came of it. */
export interface GeosMosaic {
  readonly node: number;
  readonly polygonize: number;
  readonly label: number;
  readonly faces: number;
  /** Pairs of a face and a source that covers it. */
  readonly memberships: number;
}

const MULTI_LINE_STRING = 5;
const MULTI_POLYGON = 6;
const COLLECTION = 7;
/** More vertices than this at once do not fit the two gigabytes of WebAssembly. */
const VERTICES_A_PART = 400_000;
const COLUMNS = 256;

/**
 * The partition as one makes it with GEOS: union of all lines, polygonize, and for a point in each
 * face the prepared sources that contain it.
 */
export async function geosMosaic(shapes: Shapes): Promise<GeosMosaic> {
  const geos = await openGeos();
  const clock = stopwatch();
  const noded = nodeLines(geos, shapes);
  const node = clock();
  const collection = facesOfNoded(geos, noded);
  const polygonize = clock();
  const faces = measureFaces(geos, collection);
  const sources = preparedSources(geos, shapes);
  const candidates = boxIndex(shapes);
  let memberships = 0;
  for (let face = 0; face < faces.count; face++) {
    const [x, y] = [faces.x[face]!, faces.y[face]!];
    for (const source of candidates(x, y)) {
      memberships += geos.GEOSPreparedContainsXY(sources[source]!, x, y) === 1 ? 1 : 0;
    }
  }
  return { node, polygonize, label: clock(), faces: faces.count, memberships };
}

function stopwatch(): () => number {
  let last = performance.now();
  return () => {
    const now = performance.now();
    const seconds = (now - last) / 1000;
    last = now;
    return seconds;
  };
}

function nodeLines(geos: Geos, shapes: Shapes): GeosPointer {
  const parts: GeosPointer[] = [];
  let lines: GeosPointer[] = [];
  let vertices = 0;
  const flush = () => {
    if (lines.length === 0) return;
    parts.push(unionOfLines(geos, collect(geos, MULTI_LINE_STRING, lines)));
    lines = [];
    vertices = 0;
  };
  forRings(shapes, (xy) => {
    lines.push(closedLine(geos, xy));
    vertices += xy.length / 2;
    if (vertices > VERTICES_A_PART) flush();
  });
  flush();
  return parts.length === 1 ? parts[0]! : unionOfLines(geos, collect(geos, COLLECTION, parts));
}

function unionOfLines(geos: Geos, lines: GeosPointer): GeosPointer {
  const noded = geos.GEOSUnaryUnion(lines);
  geos.GEOSGeom_destroy(lines);
  if (!noded) throw new Error("GEOS ran out of memory while noding");
  return noded;
}

function forRings({ ringVertex, xy }: Shapes, visit: (xy: Float64Array) => void): void {
  for (let ring = 0; ring + 1 < ringVertex.length; ring++) {
    visit(Float64Array.from(xy.subarray(2 * ringVertex[ring]!, 2 * ringVertex[ring + 1]!)));
  }
}

/** One prepared multipolygon a source; the workloads put shells before their holes. */
function preparedSources(geos: Geos, shapes: Shapes): number[] {
  const polygons: GeosPointer[][] = Array.from({ length: shapes.count }, () => []);
  const { polygonRing, polygonShape, ringVertex, xy } = shapes;
  for (let polygon = 0; polygon < polygonShape.length; polygon++) {
    const rings: GeosPointer[] = [];
    for (let ring = polygonRing[polygon]!; ring < polygonRing[polygon + 1]!; ring++) {
      const points = xy.subarray(2 * ringVertex[ring]!, 2 * ringVertex[ring + 1]!);
      rings.push(closedRing(geos, Float64Array.from(points)));
    }
    polygons[polygonShape[polygon]!]!.push(polygonOf(geos, rings));
  }
  return polygons.map((parts) => geos.GEOSPrepare(collect(geos, MULTI_POLYGON, parts)));
}

function closedRing(geos: Geos, xy: Float64Array): GeosPointer {
  const line = closedLine(geos, xy);
  const sequence = geos.GEOSCoordSeq_clone(geos.GEOSGeom_getCoordSeq(line));
  geos.GEOSGeom_destroy(line);
  return geos.GEOSGeom_createLinearRing(sequence);
}

function polygonOf(geos: Geos, [shell, ...holes]: readonly GeosPointer[]): GeosPointer {
  if (shell === undefined) throw new Error("A polygon needs a shell.");
  const list = geos.Module._malloc(Math.max(1, holes.length) * 4);
  geos.Module.HEAPU32.set(holes, list / 4);
  const polygon = geos.GEOSGeom_createPolygon(shell, list, holes.length);
  geos.Module._free(list);
  return polygon;
}

/** Sources whose bounding box holds a point, by a grid of columns and rows over all boxes. */
function boxIndex(shapes: Shapes): (x: number, y: number) => readonly number[] {
  const boxes = boxesOf(shapes);
  const all = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (const { west, south, east, north } of boxes) {
    all.west = Math.min(all.west, west);
    all.south = Math.min(all.south, south);
    all.east = Math.max(all.east, east);
    all.north = Math.max(all.north, north);
  }
  const column = (x: number) => Math.floor(((x - all.west) / (all.east - all.west + 1)) * COLUMNS);
  const row = (y: number) => Math.floor(((y - all.south) / (all.north - all.south + 1)) * COLUMNS);
  const cells: number[][] = Array.from({ length: COLUMNS * COLUMNS }, () => []);
  boxes.forEach(({ west, south, east, north }, source) => {
    if (west > east) return;
    for (let r = row(south); r <= row(north); r++) {
      for (let c = column(west); c <= column(east); c++) cells[r * COLUMNS + c]!.push(source);
    }
  });
  return (x, y) =>
    cells[row(y) * COLUMNS + column(x)]!.filter((source) => {
      const { west, south, east, north } = boxes[source]!;
      return x >= west && x <= east && y >= south && y <= north;
    });
}
