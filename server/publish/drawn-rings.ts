import { polygonsOf } from "../core/check/rings-of.ts";
import type { Grid, Shapes } from "../core/overlay/model.ts";

const rounded = (degrees: number) => Math.round(degrees * 1e7) / 1e7;

/**
 * An outline as a GeoJSON geometry with its rings as they are drawn, neither turned nor mended: it is
 * they that are to be seen.
 *
 * @param toLonLat metres in, degrees out, in place
 */
export function drawnRings(shapes: Shapes, grid: Grid, toLonLat: (xy: Float64Array) => void) {
  const degrees = Float64Array.from(
    shapes.xy,
    (steps, i) => steps * grid.step + (i % 2 === 0 ? grid.originX : grid.originY),
  );
  toLonLat(degrees);
  let at = 0;
  const coordinates = polygonsOf(shapes).map((rings) =>
    rings.map((ring) => {
      const points = Array.from({ length: ring.length / 2 }, (_, v) => [
        rounded(degrees[at + 2 * v]!),
        rounded(degrees[at + 2 * v + 1]!),
      ]);
      at += ring.length;
      return points.length === 0 ? points : [...points, points[0]!];
    }),
  );
  return { type: "MultiPolygon", coordinates } as const;
}
