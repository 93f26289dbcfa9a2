/** The outlines of one thing as they stood after a version, as GeoJSON. */
import { AppError } from "../core/errors.ts";
import type { Db } from "../store/db.ts";
import { decodeShapes, STORE_GRID } from "../store/geometry-codec.ts";
import type { InitiativeState } from "../store/items/initiative-item.ts";
import type { KeptBoundary } from "../store/items/kept-boundary.ts";
import type { LayerState } from "../store/items/layer-item.ts";
import { keptGeometryTable } from "../store/kept-geometry.ts";
import { unpackState } from "../store/packed-state.ts";
import { versionTable } from "../store/version.ts";
import { drawnRings } from "./drawn-rings.ts";

interface Outlined {
  readonly about: Readonly<Record<string, unknown>>;
  readonly boundaries: readonly KeptBoundary[];
}

/**
 * One feature for each dated boundary of an initiative, or for each area of a layer; the geometry is
 * null where nothing is drawn. Rings stand as they are stored, unrepaired ones too.
 *
 * @throws AppError input/not-found where nothing of this id was noted by then
 */
export function versionOutlines(
  db: Db,
  id: string,
  version: number,
  toLonLat: (xy: Float64Array) => void,
): string {
  const table = versionTable(db);
  const kind = table.named(id).find((item) => item.kind === "initiative" || item.kind === "layer");
  const found = kind && table.stateAt(kind.kind, id, version);
  if (!kind || !found?.state) {
    throw new AppError(
      "input/not-found",
      `No outline of "${id}" was noted by version ${version}. "patchwork versions ${id}" lists those that were.`,
      { id, version },
    );
  }
  const state = unpackState(found.state);
  const things = kind.kind === "initiative" ? ofInitiative(id, state) : ofLayer(id, state);
  const geometries = keptGeometryTable(db);
  const features = things.flatMap(({ about, boundaries }) =>
    boundaries.map(({ drawn, version: number, from, to, grade, definition }) => ({
      type: "Feature",
      properties: {
        ...about,
        version,
        boundary: number,
        from: from ?? null,
        to: to ?? null,
        grade,
        definition,
        area_m2: drawn?.area ?? null,
      },
      geometry: drawn
        ? drawnRings(decodeShapes([geometries.find(drawn.geometry)]), STORE_GRID, toLonLat)
        : null,
    })),
  );
  return `${JSON.stringify({ type: "FeatureCollection", features })}\n`;
}

function ofInitiative(id: string, state: object): Outlined[] {
  const { initiative, boundaries } = state as InitiativeState;
  return [{ about: { id, name: initiative.name }, boundaries }];
}

function ofLayer(id: string, state: object): Outlined[] {
  const { areas } = state as LayerState;
  return areas.map(({ code, name, boundaries }) => ({
    about: { layer: id, code, name },
    boundaries,
  }));
}
