import type { Partition } from "../core/overlay/model.ts";
import { printedArea } from "./printed-area.ts";

/**
 * The figures of a partition as `overlay`, `analyse` and /api/v1/analysis print them, square metres.
 *
 * A cell's area is a whole number of half square grid steps, so sums are taken in whole numbers:
 * totals that are equal print the same digits, whatever the order of their terms.
 */
export function partitionFigures(partition: Partition) {
  const { cellArea, cellSources, sourceCount, grid } = partition;
  const halves = Array.from(cellArea, (area) => halfSteps(area, grid.step));
  const byDepth: bigint[] = [];
  const ofSource: bigint[] = new Array(sourceCount).fill(0n);
  halves.forEach((area, cell) => {
    const sources = cellSources.ids.subarray(
      cellSources.start[cell]!,
      cellSources.start[cell + 1]!,
    );
    byDepth[sources.length] = (byDepth[sources.length] ?? 0n) + area;
    for (const source of sources) ofSource[source]! += area;
  });
  const squareMetres = (sum: bigint) => printedArea((Number(sum) / 2) * grid.step * grid.step);
  const depths = Object.entries(byDepth);
  return {
    cells: partition.cells.count,
    holes: partition.holes.count,
    footprint_m2: squareMetres(total(halves)),
    area_by_depth: Object.fromEntries(depths.map(([depth, area]) => [depth, squareMetres(area)])),
    sum_depth_area_m2: squareMetres(total(depths.map(([depth, area]) => BigInt(depth) * area))),
    sum_source_area_m2: squareMetres(total(ofSource)),
  };
}

const halfSteps = (area: number, step: number) => BigInt(Math.round((2 * area) / (step * step)));

const total = (terms: readonly bigint[]) => terms.reduce((sum, term) => sum + term, 0n);
