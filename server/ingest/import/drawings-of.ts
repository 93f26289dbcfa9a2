import type { Shapes } from "../../core/overlay/model.ts";
import { decodeShapes, encodePolygons } from "../../store/geometry-codec.ts";
import type { KeptBoundary } from "../../store/items/kept-boundary.ts";
import { keptDrawing } from "./outlines.ts";
import type { KeepGeometry } from "./prepared-import.ts";

/**
 * Each of some shapes as a kept drawing.
 *
 * @param polygons those of each shape
 * @param sound whether a shape's rings state its area
 */
export const drawingsOf = (
  shapes: Shapes,
  polygons: readonly (readonly number[])[],
  sound: readonly boolean[],
  keep: KeepGeometry,
): KeptBoundary["drawn"][] =>
  polygons.map((own, i) =>
    keptDrawing(decodeShapes([encodePolygons(shapes, own)]), keep, sound[i]!),
  );
