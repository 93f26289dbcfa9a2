import { areaByDepth, footprint } from "../core/overlay/folds.ts";
import type { Partition } from "../core/overlay/model.ts";

/** The figures of a partition as `overlay`, `analyse` and /api/v1/analysis print them. */
export function partitionFigures(partition: Partition) {
  const byDepth = [...areaByDepth(partition)].map((area, depth) => [depth, area] as const).slice(1);
  return {
    cells: partition.cells.count,
    holes: partition.holes.count,
    footprint_m2: footprint(partition),
    area_by_depth: Object.fromEntries(byDepth.filter(([, area]) => area > 0)),
    sum_depth_area_m2: byDepth.reduce((sum, [depth, area]) => sum + depth * area, 0),
    sum_source_area_m2: partition.sourceArea.reduce((sum, area) => sum + area, 0),
  };
}
