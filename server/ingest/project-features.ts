import { uniquePoints } from "../core/geometry/unique-points.ts";
import type { Crs } from "./crs.ts";
import type { NamedFeature } from "./source-ids.ts";

/** A feature's vertices and where they stand in the result. */
interface Stretch {
  readonly xy: Float64Array;
  readonly offset: number;
}

/** The features' stretches by the system that their coordinates are in. */
function bySystem(features: readonly NamedFeature[]): Map<string, [Crs, Stretch[]]> {
  const groups = new Map<string, [Crs, Stretch[]]>();
  let offset = 0;
  for (const { file, feature } of features) {
    const group = groups.get(file.crs.printed);
    const stretch = { xy: feature.xy, offset };
    if (group) group[1].push(stretch);
    else groups.set(file.crs.printed, [file.crs, [stretch]]);
    offset += feature.xy.length;
  }
  return groups;
}

function endToEnd(stretches: readonly Stretch[]): Float64Array {
  const xy = new Float64Array(stretches.reduce((sum, stretch) => sum + stretch.xy.length, 0));
  let at = 0;
  for (const stretch of stretches) {
    xy.set(stretch.xy, at);
    at += stretch.xy.length;
  }
  return xy;
}

/**
 * The vertices of features, end to end, in one system. Each distinct vertex is projected once, so
 * vertices that were equal stay so.
 *
 * @throws AppError crs/out-of-range
 */
export function projectFeatures(features: readonly NamedFeature[], target: Crs): Float64Array {
  const length = features.reduce((sum, { feature }) => sum + feature.xy.length, 0);
  const projected = new Float64Array(length);
  for (const [crs, stretches] of bySystem(features).values()) {
    if (crs.printed === target.printed) {
      for (const { xy, offset } of stretches) projected.set(xy, offset);
      continue;
    }
    const { index, xy } = uniquePoints(endToEnd(stretches));
    crs.toLonLat(xy);
    target.fromLonLat(xy);
    let point = 0;
    for (const stretch of stretches) {
      const end = stretch.offset + stretch.xy.length;
      for (let at = stretch.offset; at < end; at += 2) {
        const from = 2 * index[point++]!;
        projected[at] = xy[from]!;
        projected[at + 1] = xy[from + 1]!;
      }
    }
  }
  return projected;
}
