import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import proj4 from "proj4";
import type { Shapes } from "../../server/core/overlay/model.ts";

/** A polygon layer over shared vertices: feature -> polygons -> rings -> vertex ids, not closed. */
export type Feature = readonly (readonly Int32Array[])[];

/** Vertices held once, in WGS 84 degrees and in whole millimetres of the national grid. */
export interface Ground {
  readonly lon: number[];
  readonly lat: number[];
  readonly x: number[];
  readonly y: number[];
  /** The id of the vertex at this place: the same id for the same place. */
  at(lon: number, lat: number): number;
  /** A new vertex, whether or not one lies there already. */
  add(lon: number, lat: number): number;
}

const GRID_FILE = new URL("../../data/reference/OSTN15_NTv2_OSGBtoETRS.gsb.gz", import.meta.url);
const STEPS_PER_METRE = 1000;
/** Keys are made of degrees in steps of a ten-millionth, offset so that Britain is positive. */
const PER_DEGREE = 1e7;
const LON_OFFSET = 9;
const LAT_OFFSET = 49;
const LAT_SPAN = 12 * PER_DEGREE;

/** proj4 with OSTN15: slow and heavy, but not the code under test. */
function nationalGrid() {
  const raw = gunzipSync(readFileSync(GRID_FILE));
  proj4.nadgrid(
    "OSTN15-workloads",
    raw.buffer.slice(raw.byteOffset, raw.byteOffset + raw.byteLength),
  );
  return proj4(
    "WGS84",
    "+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy" +
      " +units=m +no_defs +nadgrids=@OSTN15-workloads,null",
  );
}

/** An empty ground, and the way from the national grid in metres back to degrees. */
export function createGround(): { ground: Ground; toDegrees: (xy: number[]) => number[] } {
  const projection = nationalGrid();
  const lon: number[] = [];
  const lat: number[] = [];
  const x: number[] = [];
  const y: number[] = [];
  const known = new Map<number, number>();
  const add = (longitude: number, latitude: number) => {
    const [east = Number.NaN, north = Number.NaN] = projection.forward([longitude, latitude]);
    lon.push(longitude);
    lat.push(latitude);
    x.push(Math.round(east * STEPS_PER_METRE));
    return y.push(Math.round(north * STEPS_PER_METRE)) - 1;
  };
  const at = (longitude: number, latitude: number) => {
    const key =
      Math.round((longitude + LON_OFFSET) * PER_DEGREE) * LAT_SPAN +
      Math.round((latitude - LAT_OFFSET) * PER_DEGREE);
    const found = known.get(key);
    if (found !== undefined) return found;
    const id = add(longitude, latitude);
    known.set(key, id);
    return id;
  };
  return { ground: { lon, lat, x, y, at, add }, toDegrees: (xy) => projection.inverse(xy) };
}

/** Twice the signed area of a ring, in square millimetres; near enough to tell its direction. */
export function signedArea(ground: Ground, ring: ArrayLike<number>): number {
  let sum = 0;
  const [originX, originY] = [ground.x[ring[0]!]!, ground.y[ring[0]!]!];
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [a, b] = [ring[j]!, ring[i]!];
    sum +=
      (ground.x[a]! - originX) * (ground.y[b]! - originY) -
      (ground.x[b]! - originX) * (ground.y[a]! - originY);
  }
  return sum;
}

/** The features as the engine takes them: one source a feature, on the 1 mm national grid. */
export function toShapes(ground: Ground, features: readonly Feature[]): Shapes {
  const polygons = features.flatMap((feature, shape) => feature.map((rings) => ({ rings, shape })));
  const rings = polygons.flatMap((polygon) => polygon.rings);
  const vertices = rings.reduce((sum, ring) => sum + ring.length, 0);
  const polygonShape = Int32Array.from(polygons, (polygon) => polygon.shape);
  const polygonRing = runningSum(polygons.map((polygon) => polygon.rings.length));
  const ringVertex = runningSum(rings.map((ring) => ring.length));
  const xy = new Int32Array(2 * vertices);
  let next = 0;
  for (const ring of rings) {
    for (const id of ring) {
      xy[next++] = ground.x[id]!;
      xy[next++] = ground.y[id]!;
    }
  }
  return { count: features.length, polygonShape, polygonRing, ringVertex, xy };
}

function runningSum(lengths: readonly number[]): Int32Array {
  const sums = new Int32Array(lengths.length + 1);
  for (let i = 0; i < lengths.length; i++) sums[i + 1] = sums[i]! + lengths[i]!;
  return sums;
}
