import type { Partition } from "../overlay/model.ts";
import type { BoundaryGraph } from "./boundary-graph.ts";
import type { SourceRange } from "./layer-lines.ts";

/**
 * The source that holds most of a piece of ground: what a person may look for on a map.
 *
 * @param units the sources that are asked about
 * @returns the first of those that hold equally much; `undefined` where none holds any
 */
export function mostlyIn(
  { cellSources: { start, ids } }: Pick<Partition, "cellSources">,
  { cellOf, area }: Pick<BoundaryGraph, "cellOf" | "area">,
  { polygons }: { readonly polygons: readonly number[] },
  { from, to }: SourceRange,
): number | undefined {
  const ground = new Map<number, number>();
  for (const polygon of polygons) {
    const cell = cellOf[polygon]!;
    for (const source of ids.subarray(start[cell]!, start[cell + 1]!)) {
      if (source < from || source >= to) continue;
      ground.set(source, (ground.get(source) ?? 0) + area[polygon]!);
    }
  }
  const [most] = [...ground].sort(([a, x], [b, y]) => y - x || a - b);
  return most?.[0];
}
