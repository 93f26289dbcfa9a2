/** Outlines drawn by hand in metres of the national grid, for checks and imports. */

import { shapeOf } from "../../server/core/check/rings-of.ts";
import type { Shapes } from "../../server/core/overlay/model.ts";

export type Points = readonly (readonly [number, number])[];

/** One polygon a list of rings, each a list of points in grid steps. */
export const drawn = (...polygons: readonly Points[][]): Shapes =>
  shapeOf(polygons.map((rings) => rings.map((ring) => ring.flat())));

export const square = (x: number, y: number, side: number): Points => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
];

export const reversed = (ring: Points): Points => [...ring].reverse();

export interface SketchedFeature {
  readonly id?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
  /** Rings of one polygon, metres; closed when written. */
  readonly rings?: readonly Points[];
  /** Polygons of a multipolygon. */
  readonly polygons?: readonly (readonly Points[])[];
  /** Anything else, as it stands. */
  readonly geometry?: unknown;
}

const closed = (ring: Points) => [...ring, ring[0]];

function geometryOf({ rings, polygons, geometry }: SketchedFeature): unknown {
  if (rings) return { type: "Polygon", coordinates: rings.map(closed) };
  if (polygons) {
    return { type: "MultiPolygon", coordinates: polygons.map((parts) => parts.map(closed)) };
  }
  return geometry ?? null;
}

/** A GeoJSON file that says it is on the national grid. */
export function gridGeojson(features: readonly SketchedFeature[]): string {
  return JSON.stringify({
    type: "FeatureCollection",
    crs: { type: "name", properties: { name: "urn:ogc:def:crs:EPSG::27700" } },
    features: features.map((feature) => ({
      type: "Feature",
      ...(feature.id === undefined ? {} : { id: feature.id }),
      properties: feature.properties ?? {},
      geometry: geometryOf(feature),
    })),
  });
}
