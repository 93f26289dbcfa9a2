import type { Shapes } from "../../server/core/overlay/model.ts";

/** Shapes in metres as well-known text, one multipolygon a shape; the first ring is the outer one. */
export function toWkt({ polygonRing, ringVertex, xy }: Shapes): string {
  const rings = (polygon: number) => {
    const texts: string[] = [];
    for (let ring = polygonRing[polygon]!; ring < polygonRing[polygon + 1]!; ring++) {
      const points: string[] = [];
      for (let v = ringVertex[ring]!; v < ringVertex[ring + 1]!; v++) {
        points.push(`${xy[2 * v]! / 1000} ${xy[2 * v + 1]! / 1000}`);
      }
      texts.push(`(${[...points, points[0]].join(", ")})`);
    }
    return `(${texts.join(", ")})`;
  };
  const polygons = Array.from({ length: polygonRing.length - 1 }, (_, p) => rings(p));
  return `MULTIPOLYGON (${polygons.join(", ")})`;
}
