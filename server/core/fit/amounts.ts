import { pairAreas } from "../overlay/folds.ts";
import type { Partition } from "../overlay/model.ts";
import type { SourceRange } from "./layer-lines.ts";

/** People, or what else is counted by small areas, on the ground of sources and of pairs. */
export interface Amounts {
  /** Cell -> what lies on its ground. */
  readonly ofCell: Float64Array;
  /** Source -> what lies on its ground. */
  readonly ofSource: Float64Array;
  /** What lies on the ground that two sources share; 0 where they share none. */
  readonly shared: (a: number, b: number) => number;
}

/**
 * M-W1: what is counted by units, spread evenly over the ground of each.
 *
 * @param units the sources of the partition that are units
 * @param values unit -> its amount; NaN where it is not known, as is then all that it reaches
 * @source M. Goodchild and N. Lam 1980, Areal interpolation
 */
export function amountsOn(
  partition: Partition,
  units: SourceRange,
  values: ArrayLike<number>,
): Amounts {
  const { cellSources, cellArea, sourceArea, sourceCount } = partition;
  const ofCell = new Float64Array(cellArea.length);
  const ofSource = new Float64Array(sourceCount);
  for (let cell = 0; cell < cellArea.length; cell++) {
    const sources = cellSources.ids.subarray(
      cellSources.start[cell]!,
      cellSources.start[cell + 1]!,
    );
    for (const source of sources) {
      if (source < units.from || source >= units.to) continue;
      ofCell[cell]! += values[source - units.from]! * (cellArea[cell]! / sourceArea[source]!);
    }
    for (const source of sources) ofSource[source]! += ofCell[cell]!;
  }
  const { a, b, area } = pairAreas({ sourceCount, cellSources, cellArea: ofCell });
  const ofPair = new Map<number, number>();
  area.forEach((amount, i) => {
    ofPair.set(a[i]! * sourceCount + b[i]!, amount);
  });
  return {
    ofCell,
    ofSource,
    shared: (p, q) => ofPair.get(Math.min(p, q) * sourceCount + Math.max(p, q)) ?? 0,
  };
}
