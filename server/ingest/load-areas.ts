import { ringAreas, statedAreas } from "../core/geometry/ring-areas.ts";
import type { Shapes } from "../core/overlay/model.ts";
import { STORE_GRID } from "../store/geometry-codec.ts";

/** Square metres of each shape as it lies on the store's grid, so that cells add up to it. */
export function areasOnGrid(shapes: Shapes): Float64Array {
  const metres = Float64Array.from(shapes.xy, (steps) => steps * STORE_GRID.step);
  return statedAreas(shapes, ringAreas(shapes.ringVertex, metres));
}
