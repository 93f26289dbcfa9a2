import type { Bounds } from "../geometry/bounds.ts";

/** Whether any two boxes of a list share ground. Cost: sorting by west, then neighbours only. */
export function boundsMeet(boxes: readonly Bounds[]): boolean {
  const sorted = [...boxes].sort((a, b) => a[0] - b[0]);
  return sorted.some((box, i) => {
    for (let j = i + 1; j < sorted.length && sorted[j]![0] < box[2]; j++) {
      if (sorted[j]![1] < box[3] && sorted[j]![3] > box[1]) return true;
    }
    return false;
  });
}
