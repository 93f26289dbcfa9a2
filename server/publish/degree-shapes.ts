import type { FeatureCollection, Position } from "geojson";
import type { Shapes } from "../core/overlay/model.ts";

/** Whole steps of a degree, so that equal positions are equal numbers. */
const PER_DEGREE = 1e7;

/** A GeoJSON collection of polygons as shapes in ten-millionths of a degree, and in degrees. */
export function degreeShapes(collection: FeatureCollection): {
  readonly shapes: Shapes;
  readonly lonLat: Float64Array;
} {
  const polygonShape: number[] = [];
  const polygonRing = [0];
  const ringVertex = [0];
  const degrees: number[] = [];
  collection.features.forEach(({ geometry }, shape) => {
    for (const rings of polygonsOf(geometry)) {
      for (const ring of rings) {
        for (const [lon, lat] of ring.slice(0, -1)) degrees.push(lon!, lat!);
        ringVertex.push(degrees.length / 2);
      }
      polygonShape.push(shape);
      polygonRing.push(ringVertex.length - 1);
    }
  });
  return {
    lonLat: Float64Array.from(degrees),
    shapes: {
      count: collection.features.length,
      polygonShape: Int32Array.from(polygonShape),
      polygonRing: Int32Array.from(polygonRing),
      ringVertex: Int32Array.from(ringVertex),
      xy: Int32Array.from(degrees, (degree) => Math.round(degree * PER_DEGREE)),
    },
  };
}

function polygonsOf(geometry: FeatureCollection["features"][number]["geometry"]): Position[][][] {
  if (geometry?.type === "Polygon") return [geometry.coordinates];
  return geometry?.type === "MultiPolygon" ? geometry.coordinates : [];
}
