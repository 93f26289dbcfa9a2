import { featureCollection, intersect, multiPolygon } from "@turf/turf";
import type { Feature, MultiPolygon } from "geojson";
import type { Shapes } from "../../server/core/overlay/model.ts";
import { chance } from "../support/workloads-random.ts";
import { type Box, boxesOf } from "./source-boxes.ts";

/** What intersecting all candidate pairs with @turf/turf would take, from a sample of them. */
export interface TurfPairs {
  /** Pairs of sources whose bounding boxes overlap. */
  readonly candidates: number;
  readonly sampled: number;
  readonly failed: number;
  /** Seconds for all candidates at the sample's pace. */
  readonly extrapolated: number;
}

const MOST_SECONDS = 15;
const MOST_PAIRS = 200;

/** Intersects a random sample of the candidate pairs until time or pairs run out. */
export function turfPairs(shapes: Shapes): TurfPairs {
  const pairs = candidatePairs(boxesOf(shapes));
  const random = chance(7);
  const start = performance.now();
  let sampled = 0;
  let failed = 0;
  const seconds = () => (performance.now() - start) / 1000;
  while (sampled < Math.min(MOST_PAIRS, pairs.length) && seconds() < MOST_SECONDS) {
    const [a, b] = pairs[random.below(pairs.length)]!;
    try {
      intersect(featureCollection([turfFeature(shapes, a), turfFeature(shapes, b)]));
    } catch {
      failed++;
    }
    sampled++;
  }
  const extrapolated = (seconds() / sampled) * pairs.length;
  return { candidates: pairs.length, sampled, failed, extrapolated };
}

function turfFeature(shapes: Shapes, source: number): Feature<MultiPolygon> {
  const { polygonShape, polygonRing, ringVertex, xy } = shapes;
  const polygons: number[][][][] = [];
  for (let polygon = 0; polygon < polygonShape.length; polygon++) {
    if (polygonShape[polygon] !== source) continue;
    const rings: number[][][] = [];
    for (let ring = polygonRing[polygon]!; ring < polygonRing[polygon + 1]!; ring++) {
      const points: number[][] = [];
      for (let vertex = ringVertex[ring]!; vertex < ringVertex[ring + 1]!; vertex++) {
        points.push([xy[2 * vertex]! / 1000, xy[2 * vertex + 1]! / 1000]);
      }
      points.push(points[0]!);
      rings.push(points);
    }
    polygons.push(rings);
  }
  return multiPolygon(polygons);
}

/** Pairs of sources whose boxes overlap, by a sweep from west to east. */
function candidatePairs(boxes: readonly Box[]): [number, number][] {
  const order = boxes.map((_, source) => source).sort((a, b) => boxes[a]!.west - boxes[b]!.west);
  const pairs: [number, number][] = [];
  let active: number[] = [];
  for (const source of order) {
    const box = boxes[source]!;
    active = active.filter((other) => boxes[other]!.east >= box.west);
    for (const other of active) {
      if (boxes[other]!.south <= box.north && boxes[other]!.north >= box.south) {
        pairs.push([other, source]);
      }
    }
    active.push(source);
  }
  return pairs;
}
