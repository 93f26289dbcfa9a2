/** Outlines of checked features as they are stored: as drawn, or with accepted repairs made. */

import type { CheckedFeature } from "../../core/check/model.ts";
import type { Proposal } from "../../core/check/propose.ts";
import { repaired } from "../../core/check/propose.ts";
import { REPAIRS } from "../../core/check/repairs/registry.ts";
import { polygonsOf, shapeOf } from "../../core/check/rings-of.ts";
import type { Shapes } from "../../core/overlay/model.ts";
import { partition } from "../../core/overlay/partition.ts";
import { drawingOf } from "../../store/drawing.ts";
import { STORE_GRID } from "../../store/geometry-codec.ts";
import type { KeptBoundary } from "../../store/items/kept-boundary.ts";
import { areasOnGrid } from "../load-areas.ts";
import type { Accepted, KeepGeometry } from "./prepared-import.ts";

/** The polygons of features with one id, as one shape, with the repairs that were accepted. */
export function outlineOf(
  features: readonly CheckedFeature[],
  proposals: ReadonlyMap<number, readonly Proposal[]>,
  accepted: Accepted,
): Shapes {
  const polygons = features.flatMap((feature) =>
    polygonsOf(
      repaired(feature.shapes, repairsOf(feature.index, proposals, accepted), STORE_GRID.step),
    ),
  );
  return shapeOf(polygons);
}

/** The outlines with repairs proposed, as they came in. */
export const drawnOf = (
  features: readonly CheckedFeature[],
  proposals: ReadonlyMap<number, readonly Proposal[]>,
): ReadonlyMap<number, Shapes> =>
  new Map(
    features
      .filter(({ index }) => proposals.has(index))
      .map(({ index, shapes }) => [index, shapes]),
  );

function repairsOf(
  feature: number,
  proposals: ReadonlyMap<number, readonly Proposal[]>,
  accepted: Accepted,
) {
  const proposed = (proposals.get(feature) ?? []).map(({ repair }) => repair);
  if (accepted === "all") return new Set(proposed);
  return new Set(proposed.filter((repair) => accepted.get(feature)?.has(repair)));
}

/** The repairs made of some features, in words; empty where none was. */
export function repairWords(
  features: readonly CheckedFeature[],
  proposals: ReadonlyMap<number, readonly Proposal[]>,
  accepted: Accepted,
): string {
  const made = new Set(features.flatMap(({ index }) => [...repairsOf(index, proposals, accepted)]));
  return REPAIRS.filter(({ id }) => made.has(id))
    .map(({ id }) => id)
    .join(", ");
}

/**
 * A shape as a kept drawing. Where something is wrong with its lines its area is that of the ground
 * the engine reads, so that cells add up to it.
 *
 * @param sound whether its rings state its area
 * @returns `undefined` for a shape that covers no ground
 */
export function keptDrawing(
  shape: Shapes,
  keep: KeepGeometry,
  sound: boolean,
): KeptBoundary["drawn"] {
  if (shape.polygonShape.length === 0) return undefined;
  const [area = 0] = sound ? areasOnGrid(shape) : partition(shape, STORE_GRID).sourceArea;
  if (area === 0) return undefined;
  const { geometry, ...drawn } = drawingOf(shape, [...shape.polygonShape.keys()], area);
  return { ...drawn, geometry: keep(geometry) };
}
