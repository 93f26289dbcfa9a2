import { type Bounds, boundsOf, unionOfBounds } from "../core/geometry/bounds.ts";
import { type UniquePoints, uniquePoints } from "../core/geometry/unique-points.ts";
import type { Crs } from "./crs.ts";
import type { NamedFeature } from "./source-ids.ts";

/** The vertices of features in one system, to be taken feature by feature. */
export interface InOneSystem {
  /** Of all features of their files; `undefined` when there is no vertex. */
  readonly bounds: Bounds | undefined;
  /** x and y by turns of a feature's vertices: the caller's until it asks for the next. */
  readonly xyOf: (feature: number) => Float64Array;
}

/** Where the vertices of one system's features are, once projected. */
interface Group {
  readonly crs: Crs;
  readonly members: number[];
}

/**
 * Brings features into one system. Each distinct vertex is projected once, so vertices that were
 * equal stay so; where the features are in that system already, nothing is copied.
 *
 * @throws AppError crs/out-of-range
 */
export function inSystem(features: readonly NamedFeature[], target: Crs): InOneSystem {
  const projected = new Map<number, { readonly points: UniquePoints; readonly first: number }>();
  const boxes: (Bounds | undefined)[] = [];
  for (const { crs, members } of bySystem(features).values()) {
    const parts = members.map((feature) => features[feature]!.feature.xy);
    if (crs.printed === target.printed) {
      // Whoever read the files has been over all their vertices already.
      const files = new Set(members.map((feature) => features[feature]!.file));
      boxes.push(...[...files].map(({ bounds }) => bounds));
      continue;
    }
    const points = uniquePoints(parts);
    crs.toLonLat(points.xy);
    target.fromLonLat(points.xy);
    boxes.push(boundsOf(points.xy));
    let first = 0;
    members.forEach((feature, i) => {
      projected.set(feature, { points, first });
      first += parts[i]!.length / 2;
    });
  }
  let scratch = new Float64Array();
  return {
    bounds: unionOfBounds(boxes.filter((box) => box !== undefined)),
    xyOf: (feature) => {
      const { xy } = features[feature]!.feature;
      const own = projected.get(feature);
      if (own === undefined) return xy;
      if (scratch.length < xy.length) scratch = new Float64Array(xy.length);
      spread(own.points, own.first, xy.length, scratch);
      return scratch.subarray(0, xy.length);
    },
  };
}

/** The features' numbers by the system that their coordinates are in. */
function bySystem(features: readonly NamedFeature[]): Map<string, Group> {
  const groups = new Map<string, Group>();
  features.forEach(({ file: { crs } }, feature) => {
    const group = groups.get(crs.printed);
    if (group) group.members.push(feature);
    else groups.set(crs.printed, { crs, members: [feature] });
  });
  return groups;
}

/** Coordinates of the points from `first` on, `length` numbers in all. */
function spread({ index, xy }: UniquePoints, first: number, length: number, to: Float64Array) {
  for (let at = 0; at < length; at += 2) {
    const from = 2 * index[first + at / 2]!;
    to[at] = xy[from]!;
    to[at + 1] = xy[from + 1]!;
  }
}

/** The vertices of features, end to end, in one system; throws as {@link inSystem} does. */
export function projectFeatures(features: readonly NamedFeature[], target: Crs): Float64Array {
  const { xyOf } = inSystem(features, target);
  const all = new Float64Array(features.reduce((sum, { feature }) => sum + feature.xy.length, 0));
  let at = 0;
  features.forEach(({ feature }, i) => {
    all.set(xyOf(i), at);
    at += feature.xy.length;
  });
  return all;
}
