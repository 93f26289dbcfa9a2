import type { Partition } from "../overlay/model.ts";
import type { SourceRange } from "./layer-lines.ts";
import type { BuildingArea } from "./what-to-move.ts";

/**
 * How small areas lie to a body and a reference area, the sources 0 and 1 of a partition.
 *
 * @param range the sources that are small areas
 * @param people small area -> its people; `undefined` where they are not known
 */
export function buildingAreas(
  { cellSources: { start, ids }, cellArea }: Partition,
  { from, to }: SourceRange,
  people: readonly (number | undefined)[],
): BuildingArea[] {
  const sizes = Array.from({ length: to - from }, (_, i) => ({
    shared: 0,
    overspill: 0,
    gap: 0,
    outside: 0,
    people: people[i],
  }));
  for (let cell = 0; cell < cellArea.length; cell++) {
    const sources = ids.subarray(start[cell]!, start[cell + 1]!);
    const inBody = sources.includes(0);
    const inReference = sources.includes(1);
    const side = inBody ? (inReference ? "shared" : "overspill") : inReference ? "gap" : "outside";
    for (const source of sources) {
      if (source >= from && source < to) sizes[source - from]![side] += cellArea[cell]!;
    }
  }
  return sizes;
}
