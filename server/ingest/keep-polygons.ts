import { type Bounds, boundsOf, boundsWithin } from "../core/geometry/bounds.ts";
import type { PolygonFeature } from "./formats/format.ts";
import { RingBuilder } from "./formats/ring-builder.ts";

/**
 * A feature without those of its polygons that reach outside a box: Rockall, say, which belongs to
 * the Western Isles and lies off the national grid.
 *
 * @param box in the feature's own coordinates
 */
export function polygonsWithin(feature: PolygonFeature, box: Bounds): PolygonFeature {
  const bounds = boundsOf(feature.xy);
  if (bounds === undefined || boundsWithin(bounds, box)) return feature;
  const { polygonRing, ringVertex, xy } = feature;
  const kept = new RingBuilder();
  for (let polygon = 0; polygon + 1 < polygonRing.length; polygon++) {
    const rings = ringVertex.subarray(polygonRing[polygon]!, polygonRing[polygon + 1]! + 1);
    const own = boundsOf(xy.subarray(2 * rings[0]!, 2 * rings[rings.length - 1]!));
    if (own === undefined || !boundsWithin(own, box)) continue;
    for (let ring = 0; ring + 1 < rings.length; ring++) {
      for (let at = rings[ring]!; at < rings[ring + 1]!; at++) {
        kept.vertex(xy[2 * at]!, xy[2 * at + 1]!);
      }
      kept.endRing();
    }
    kept.endPolygon();
  }
  return { ...feature, ...kept.take(), openRings: feature.openRings };
}
