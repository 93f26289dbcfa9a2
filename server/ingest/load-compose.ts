/** Outlines made of their member areas. */
import { compose } from "../core/overlay/compose.ts";
import type { Progress } from "../core/overlay/model.ts";
import { type Drawing, drawingOf } from "../store/drawing.ts";
import {
  decodeShapes,
  encodePolygons,
  polygonsByShape,
  STORE_GRID,
} from "../store/geometry-codec.ts";
import { areasOnGrid } from "./load-areas.ts";
import { type BoundaryPlan, type BuildingArea, planOutlines } from "./load-outlines.ts";
import type { LoadedLayer } from "./load-reference.ts";
import type { Registry } from "./registry/read-registry.ts";

export interface ComposedBoundary {
  readonly plan: BoundaryPlan;
  readonly drawn: Drawing | undefined;
}

export interface Composed {
  readonly boundaries: readonly ComposedBoundary[];
  /** Initiative -> names of members that the loaded geography cannot draw. */
  readonly missing: ReadonlyMap<string, readonly string[]>;
}

/**
 * Compose the outlines of all initiatives from the areas of all layers that stand for districts. The
 * same set of areas is united once, however many initiatives have it.
 *
 * @throws AppError certificate/failed, work/cancelled
 */
export function composeOutlines(
  registry: Registry,
  layers: readonly LoadedLayer[],
  progress?: Progress,
): Composed {
  const { areas, geometries } = buildingAreas(layers);
  const { boundaries, missing } = planOutlines(registry, areas);
  const drawings = new Map<string, Drawing>();
  const composed = boundaries.map((plan, i) => {
    progress?.("compose outlines", i / boundaries.length);
    if (plan.areas.length === 0) return { plan, drawn: undefined };
    const key = plan.areas.join();
    const drawn = drawings.get(key) ?? unite(plan.areas.map((area) => geometries[area]!));
    drawings.set(key, drawn);
    return { plan, drawn };
  });
  return { boundaries: composed, missing };
}

function buildingAreas(layers: readonly LoadedLayer[]) {
  const areas: BuildingArea[] = [];
  const geometries: Uint8Array[] = [];
  for (const { layer, areas: own, shapes } of layers) {
    const polygons = polygonsByShape(shapes);
    own.forEach(({ name, districts }, i) => {
      if (districts.length === 0) return;
      areas.push({ name, districts, grade: layer.grade, accuracy: layer.accuracy });
      geometries.push(encodePolygons(shapes, polygons[i]!));
    });
  }
  return { areas, geometries };
}

function unite(members: readonly Uint8Array[]): Drawing {
  const outline = compose(decodeShapes(members), STORE_GRID);
  const [area = 0] = areasOnGrid(outline);
  return drawingOf(outline, [...outline.polygonShape.keys()], area);
}
