/** Areas drawn as the ground they cover. */
import { compose } from "../core/overlay/compose.ts";
import type { Shapes } from "../core/overlay/model.ts";
import {
  decodeShapes,
  encodePolygons,
  encodeShapes,
  polygonsByShape,
  STORE_GRID,
} from "../store/geometry-codec.ts";

/**
 * Each shape drawn anew from the ground it covers, in canonical form. A ring that meets itself, which
 * other programs refuse as invalid, becomes rings that do not. For the places, since they are
 * exported as they stand.
 *
 * @throws AppError certificate/failed
 */
export function redrawEach(shapes: Shapes): Shapes {
  const blobs = polygonsByShape(shapes).flatMap((polygons) => {
    const alone = decodeShapes([encodePolygons(shapes, polygons)]);
    return encodeShapes(compose(alone, STORE_GRID));
  });
  return decodeShapes(blobs);
}
