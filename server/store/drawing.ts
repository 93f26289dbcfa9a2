import type { Shapes } from "../core/overlay/model.ts";
import { encodePolygons, STORE_GRID } from "./geometry-codec.ts";

/** Metres of EPSG:27700. */
export interface MetreBox {
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
}

/** What a boundary with an outline is stored as. */
export interface Drawing {
  readonly geometry: Uint8Array;
  /** Square metres. */
  readonly area: number;
  readonly vertices: number;
  readonly box: MetreBox;
}

/** Chosen polygons of some shapes on the store's grid, as a drawing of the given area. */
export function drawingOf(shapes: Shapes, polygons: readonly number[], area: number): Drawing {
  const { polygonRing, ringVertex } = shapes;
  let vertices = 0;
  for (const p of polygons) {
    vertices += ringVertex[polygonRing[p + 1]!]! - ringVertex[polygonRing[p]!]!;
  }
  return {
    geometry: encodePolygons(shapes, polygons),
    area,
    vertices,
    box: boxOf(shapes, polygons),
  };
}

/** The box of chosen polygons. */
export function boxOf(shapes: Shapes, polygons: readonly number[]): MetreBox {
  const { polygonRing, ringVertex, xy } = shapes;
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const p of polygons) {
    const end = ringVertex[polygonRing[p + 1]!]!;
    for (let v = ringVertex[polygonRing[p]!]!; v < end; v++) {
      west = Math.min(west, xy[2 * v]!);
      east = Math.max(east, xy[2 * v]!);
      south = Math.min(south, xy[2 * v + 1]!);
      north = Math.max(north, xy[2 * v + 1]!);
    }
  }
  const { step } = STORE_GRID;
  return { west: west * step, east: east * step, south: south * step, north: north * step };
}
