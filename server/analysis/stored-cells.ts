/** Between a partition's typed arrays and the rows of the store. */
import type { Shapes } from "../core/overlay/model.ts";
import type { NewCell } from "../store/analysis.ts";
import { boxOf, type MetreBox } from "../store/drawing.ts";
import { encodePolygons, polygonsByShape } from "../store/geometry-codec.ts";

/** The ground of some shapes, laid together as one. Shapes of one partition share no ground. */
export interface Ground {
  readonly geometry: Uint8Array;
  readonly box: MetreBox;
}

/** Lay shapes together: `groups` lists the shapes of each piece of ground. */
export function groundOf(shapes: Shapes, groups: readonly (readonly number[])[]): Ground[] {
  const polygons = polygonsByShape(shapes);
  return groups.map((group) => {
    const members = group.flatMap((shape) => polygons[shape]!);
    return { geometry: encodePolygons(shapes, members), box: boxOf(shapes, members) };
  });
}

/** Holes as rows: one polygon each, covered by nothing. */
export function holeRows(holes: Shapes, area: Float64Array): NewCell[] {
  const each = Array.from({ length: holes.count }, (_, hole) => [hole]);
  return groundOf(holes, each).map((ground, hole) => ({
    ...ground,
    kind: "hole",
    place: null,
    area: area[hole]!,
    sources: [],
  }));
}
