import type { Db } from "../db.ts";
import {
  type NewReferenceArea,
  referenceLayerTable,
  type StoredLayer,
} from "../reference-layer.ts";
import type { ItemKind } from "./item-kind.ts";
import { boundaryWriter, type KeptBoundary, keptBoundaries } from "./kept-boundary.ts";

export interface LayerState {
  readonly layer: Omit<StoredLayer, "areas" | "id">;
  readonly areas: readonly (Omit<NewReferenceArea, "layer_id"> & {
    readonly boundaries: readonly KeptBoundary[];
  })[];
}

/** A reference layer with all its areas. */
export const layerItem = {
  id: "layer",
  title: "reference layer",
  read(db: Db, id: string): LayerState | undefined {
    const table = referenceLayerTable(db);
    const found = table.all().find((layer) => layer.id === id);
    if (!found) return undefined;
    const { id: _, areas: __, ...layer } = found;
    const boundaries = keptBoundaries(db, "reference_area_id");
    return {
      layer,
      areas: table.areasOf(id).map(({ id: area, layer_id, ...facts }) => ({
        ...facts,
        boundaries: boundaries.read(area),
      })),
    };
  },
  remove(db: Db, id: string): void {
    const table = referenceLayerTable(db);
    const boundaries = keptBoundaries(db, "reference_area_id");
    for (const area of table.areasOf(id)) boundaries.remove(area.id);
    table.remove(id);
  },
  write(db: Db, id: string, state: object): void {
    const { layer, areas } = state as LayerState;
    const table = referenceLayerTable(db);
    table.add({ ...layer, id, accuracy: layer.accuracy });
    const write = boundaryWriter(db);
    for (const { boundaries, ...area } of areas) {
      const referenceArea = table.addArea({ ...area, layer_id: id });
      for (const boundary of boundaries) write({ referenceArea }, boundary);
    }
  },
} as const satisfies ItemKind;
