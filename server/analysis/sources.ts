/** The sources of a partition, read from the store. */
import type { Shapes } from "../core/overlay/model.ts";
import { boundaryTable, type StoredBoundary } from "../store/boundary.ts";
import type { Db } from "../store/db.ts";
import { decodeShapes } from "../store/geometry-codec.ts";
import { placeTable, type StoredPlace } from "../store/place.ts";
import { referenceLayerTable, type StoredLayer } from "../store/reference-layer.ts";

export interface StudySources {
  readonly layer: StoredLayer;
  /** Sources 0, 1, ...: every drawn version of every initiative. */
  readonly outlines: readonly StoredBoundary[];
  /** The sources after them. */
  readonly places: readonly StoredPlace[];
}

/** What the study is made of, in the order of its indices: outlines by initiative, places by code. */
export function studySources(db: Db): StudySources {
  const layer = referenceLayerTable(db)
    .all()
    .find(({ role }) => role === "places");
  if (!layer) throw new Error("the store has data and no layer of places");
  return {
    layer,
    outlines: boundaryTable(db).outlines(),
    places: placeTable(db).ofLayer(layer.id),
  };
}

/** Boundaries as shapes: the n-th becomes shape n, on the store's grid. */
export function shapesOf(db: Db, boundaries: readonly number[]): Shapes {
  const table = boundaryTable(db);
  return decodeShapes(
    boundaries.map((id) => {
      const geometry = table.geometry(id);
      if (!geometry) throw new Error(`boundary ${id} is not drawn`);
      return geometry;
    }),
  );
}
