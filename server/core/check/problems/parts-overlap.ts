import type { Bounds } from "../../geometry/bounds.ts";
import { partition } from "../../overlay/partition.ts";
import { boundsMeet } from "../bounds-meet.ts";
import type { Problem } from "../model.ts";

export const partsOverlap = {
  id: "parts-overlap",
  standing: "repairable",
  repair: "redraw",
  unit: "m2",
  sentence: (n) =>
    n === 1
      ? "1 outline has parts that cover the same ground"
      : `${n} outlines have parts that cover the same ground`,
  advice: "Accept the repair, which counts that ground once.",
  ofFeature({ feature, subject }) {
    const { shapes } = feature;
    if (shapes.polygonShape.length < 2 || !boundsMeet(partBounds(feature.shapes))) return [];
    const count = shapes.polygonShape.length;
    const grid = { step: subject.step, originX: 0, originY: 0 };
    // Each part as a source of its own: a cell with two sources is ground drawn twice.
    const parts = {
      ...shapes,
      count,
      polygonShape: Int32Array.from({ length: count }, (_, i) => i),
    };
    const { cells, cellSources, cellArea } = partition(parts, grid);
    const twice = [...cellArea.keys()].filter(
      (cell) => cellSources.start[cell + 1]! - cellSources.start[cell]! > 1,
    );
    return twice.map((cell) => {
      const polygon = cells.polygonShape.indexOf(cell);
      const at = 2 * cells.ringVertex[cells.polygonRing[polygon]!]!;
      return {
        feature: feature.index,
        at: [cells.xy[at]!, cells.xy[at + 1]!] as const,
        size: cellArea[cell]!,
      };
    });
  },
} as const satisfies Problem;

/** The box of each polygon. */
function partBounds({
  polygonRing,
  ringVertex,
  xy,
}: {
  readonly polygonRing: Int32Array;
  readonly ringVertex: Int32Array;
  readonly xy: Int32Array;
}): Bounds[] {
  return Array.from({ length: polygonRing.length - 1 }, (_, polygon) => {
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    const end = ringVertex[polygonRing[polygon + 1]!]!;
    for (let v = ringVertex[polygonRing[polygon]!]!; v < end; v++) {
      west = Math.min(west, xy[2 * v]!);
      south = Math.min(south, xy[2 * v + 1]!);
      east = Math.max(east, xy[2 * v]!);
      north = Math.max(north, xy[2 * v + 1]!);
    }
    return [west, south, east, north];
  });
}
