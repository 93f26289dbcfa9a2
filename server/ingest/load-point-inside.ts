import type { Shapes } from "../core/overlay/model.ts";
import { STORE_GRID } from "../store/geometry-codec.ts";

/**
 * A point inside a shape: the middle of the widest stretch of a line across its largest polygon, half
 * way up. The line runs between grid lines, so it meets no vertex.
 *
 * @param polygons the polygons of one shape
 * @returns x and y in metres; `undefined` for a shape without ground
 */
export function pointInside(
  shapes: Shapes,
  polygons: readonly number[],
): readonly [number, number] | undefined {
  let best: { readonly polygon: number; readonly extent: Extent } | undefined;
  for (const polygon of polygons) {
    const extent = extentOf(shapes, polygon);
    if (extent.size > (best?.extent.size ?? 0)) best = { polygon, extent };
  }
  if (!best) return undefined;
  const y = Math.floor((best.extent.low + best.extent.high) / 2) + 0.5;
  const crossings = crossingsAt(shapes, best.polygon, y);
  let widest = -1;
  let x = 0;
  for (let i = 0; i + 1 < crossings.length; i += 2) {
    const width = crossings[i + 1]! - crossings[i]!;
    if (width <= widest) continue;
    widest = width;
    x = (crossings[i]! + crossings[i + 1]!) / 2;
  }
  return widest < 0 ? undefined : [x * STORE_GRID.step, y * STORE_GRID.step];
}

interface Extent {
  readonly low: number;
  readonly high: number;
  /** Width times height. */
  readonly size: number;
}

function extentOf({ polygonRing, ringVertex, xy }: Shapes, polygon: number): Extent {
  let [west, east, low, high] = [Infinity, -Infinity, Infinity, -Infinity];
  const end = ringVertex[polygonRing[polygon + 1]!]!;
  for (let v = ringVertex[polygonRing[polygon]!]!; v < end; v++) {
    west = Math.min(west, xy[2 * v]!);
    east = Math.max(east, xy[2 * v]!);
    low = Math.min(low, xy[2 * v + 1]!);
    high = Math.max(high, xy[2 * v + 1]!);
  }
  return { low, high, size: Math.max(0, east - west) * Math.max(0, high - low) };
}

/** Where the polygon's lines cross height `y`, from west to east: pairs by turns in and out. */
function crossingsAt({ polygonRing, ringVertex, xy }: Shapes, polygon: number, y: number) {
  const crossings: number[] = [];
  for (let ring = polygonRing[polygon]!; ring < polygonRing[polygon + 1]!; ring++) {
    let before = ringVertex[ring + 1]! - 1;
    for (let v = ringVertex[ring]!; v < ringVertex[ring + 1]!; before = v++) {
      const [x0, y0] = [xy[2 * before]!, xy[2 * before + 1]!];
      const [x1, y1] = [xy[2 * v]!, xy[2 * v + 1]!];
      if (y0 < y !== y1 < y) crossings.push(x0 + ((y - y0) / (y1 - y0)) * (x1 - x0));
    }
  }
  return crossings.sort((a, b) => a - b);
}
