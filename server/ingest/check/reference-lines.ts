/** Lines that a checked file should lie on: of loaded layers, or of another file. */
import { basename } from "node:path";
import { linesOfShapes } from "../../core/fit/lines.ts";
import { boundaryTable } from "../../store/boundary.ts";
import type { Db } from "../../store/db.ts";
import type { MetreBox } from "../../store/drawing.ts";
import { decodeShapes, STORE_GRID } from "../../store/geometry-codec.ts";
import { referenceLayerTable } from "../../store/reference-layer.ts";
import { readPolygons } from "../read-polygons.ts";
import type { ReferenceWithin } from "./read-subject.ts";

/** Metres around a file's box: a missing datum shift is less than 200. */
const MARGIN = 500;

/** Metres: lines that may be off by more tell nothing of a shift of a hundred. */
const MOST_OFF = 50;

/**
 * Lines of the loaded layers that are fine enough to tell a shift by.
 *
 * @param only this layer alone
 */
export function linesOfLayers(db: Db, only?: string): ReferenceWithin {
  const layers = referenceLayerTable(db)
    .all()
    .filter(({ id, accuracy }) =>
      only === undefined ? (accuracy ?? Number.POSITIVE_INFINITY) <= MOST_OFF : id === only,
    );
  return (box) => {
    const boundaries = boundaryTable(db);
    const around = widened(box);
    const geometries = layers
      .flatMap(({ id }) => boundaries.inBox(id, around))
      .flatMap((id) => boundaries.geometry(id) ?? []);
    if (geometries.length === 0) return undefined;
    const title = layers.length === 1 ? layers[0]!.title : "the loaded reference layers";
    return { title, lines: linesOfShapes(decodeShapes(geometries), STORE_GRID) };
  };
}

const widened = ({ west, east, south, north }: MetreBox): MetreBox => ({
  west: west - MARGIN,
  east: east + MARGIN,
  south: south - MARGIN,
  north: north + MARGIN,
});

/**
 * Lines of a file of outlines on the national grid.
 *
 * @param layer the one layer to read of a file with several
 * @throws AppError of `readPolygons`
 */
export async function linesOfFile(path: string, layer?: string): Promise<ReferenceWithin> {
  const { shapes, grid } = await readPolygons([path], { layer });
  return () => ({ title: basename(path), lines: linesOfShapes(shapes, grid) });
}
