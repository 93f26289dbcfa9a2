import { gridFor, roundInto } from "../core/geometry/grid-rounding.ts";
import { ringAreas } from "../core/geometry/ring-areas.ts";
import type { Grid } from "../core/overlay/model.ts";
import type { Crs } from "./crs.ts";
import { inSystem } from "./project-features.ts";
import type { NamedFeature } from "./source-ids.ts";

/** Features that lie on one integer grid. */
export interface OnGrid {
  readonly grid: Grid;
  /** Vertices of all features, end to end, in grid steps. */
  readonly xy: Int32Array;
  /** Signed square metres of each ring of all features as projected, before rounding. */
  readonly ringAreas: Float64Array;
}

/**
 * Projects features and rounds them to a grid, halves upward, one feature after another: beside
 * what was read and what the partition takes, no coordinates are held.
 *
 * @param step of the grid, in metres; by default as `gridFor` says
 * @throws AppError crs/out-of-range, limit/extent
 */
export function placeOnGrid(
  features: readonly NamedFeature[],
  target: Crs,
  step: number | undefined,
): OnGrid {
  const { bounds, xyOf } = inSystem(features, target);
  const grid = gridFor(bounds ?? [0, 0, 0, 0], step);
  const sum = (of: (feature: NamedFeature["feature"]) => number) =>
    features.reduce((total, { feature }) => total + of(feature), 0);
  const xy = new Int32Array(sum((feature) => feature.xy.length));
  const areas = new Float64Array(sum(({ ringVertex }) => ringVertex.length - 1));
  let number = 0;
  let ring = 0;
  features.forEach(({ feature: { ringVertex } }, i) => {
    const metres = xyOf(i);
    roundInto(xy, number, metres, grid);
    areas.set(ringAreas(ringVertex, metres), ring);
    number += metres.length;
    ring += ringVertex.length - 1;
  });
  return { grid, xy, ringAreas: areas };
}
