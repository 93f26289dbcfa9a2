import type { Shapes } from "../../server/core/overlay/model.ts";

/** In grid steps; a source without polygons has its west beyond its east. */
export interface Box {
  west: number;
  south: number;
  east: number;
  north: number;
}

/** West, south, east and north of each source. */
export function boxesOf({ count, polygonShape, polygonRing, ringVertex, xy }: Shapes): Box[] {
  const boxes = Array.from({ length: count }, () => ({
    west: Number.POSITIVE_INFINITY,
    south: Number.POSITIVE_INFINITY,
    east: Number.NEGATIVE_INFINITY,
    north: Number.NEGATIVE_INFINITY,
  }));
  for (let polygon = 0; polygon < polygonShape.length; polygon++) {
    const box = boxes[polygonShape[polygon]!]!;
    const end = ringVertex[polygonRing[polygon + 1]!]!;
    for (let vertex = ringVertex[polygonRing[polygon]!]!; vertex < end; vertex++) {
      box.west = Math.min(box.west, xy[2 * vertex]!);
      box.south = Math.min(box.south, xy[2 * vertex + 1]!);
      box.east = Math.max(box.east, xy[2 * vertex]!);
      box.north = Math.max(box.north, xy[2 * vertex + 1]!);
    }
  }
  return boxes;
}
