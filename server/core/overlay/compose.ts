import { AppError } from "../errors.ts";
import type { Grid, Shapes } from "./model.ts";
import { partition } from "./partition.ts";
import type { WatchOptions } from "./watch.ts";

/**
 * Dissolves all polygons of all members into one shape: the ground that at least one of them covers.
 * An initiative made of districts gets its outline so.
 *
 * @returns one shape in canonical form; without polygons when no member covers ground
 * @throws AppError `certificate/failed`, `work/cancelled`
 */
export function compose(members: Shapes, grid: Grid, options: WatchOptions = {}): Shapes {
  const polygonShape = new Int32Array(members.polygonShape.length);
  const { cells, certificate } = partition({ ...members, count: 1, polygonShape }, grid, options);
  if (!certificate.passed) {
    const message = "The union of the member areas failed its certificate and was not used.";
    throw new AppError("certificate/failed", message, { certificate });
  }
  return { ...cells, count: 1 };
}
