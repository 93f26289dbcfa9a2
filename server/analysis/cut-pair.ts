/** Gap and overspill of one outline against one area, cut from their own ground alone. */
import { fragmentShapes } from "../core/fit/fragment-shapes.ts";
import { type MeasuredFragment, measuring } from "../core/fit/pairs.ts";
import { rolesOf } from "../core/fit/roles.ts";
import type { Shapes } from "../core/overlay/model.ts";
import type { Db } from "../store/db.ts";
import { STORE_GRID } from "../store/geometry-codec.ts";
import { certifiedPartition } from "./certified.ts";
import { shapesOf } from "./sources.ts";

export interface CutPair {
  /** The largest first. */
  readonly fragments: readonly MeasuredFragment[];
  /** Polygon n is fragment n, on the stored grid. */
  readonly shapes: Shapes;
}

/**
 * As `openPair`, without people and without what could move: for many pairs at once.
 *
 * @param outline id of a boundary, as `area`
 * @throws AppError certificate/failed
 */
export function cutPair(db: Db, outline: number, area: number, tolerance: number): CutPair {
  const result = certifiedPartition(shapesOf(db, [outline, area]), {});
  const { graph, pairs } = measuring(result, rolesOf(1, 1, 0, 0), tolerance);
  const [pair] = [...pairs()];
  const fragments = pair?.fragments() ?? [];
  return { fragments, shapes: fragmentShapes(graph, STORE_GRID, fragments) };
}
