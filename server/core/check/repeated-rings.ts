import type { RingWalks } from "./walks.ts";

/** Rings that run along the same edges as an earlier one of the feature. */
export function repeatedRings(walks: RingWalks): number[] {
  const seen = new Set<string>();
  return walks.drawn.flatMap((walk, ring) => {
    if (walk.length === 0) return [];
    const key = walk
      .map((half) => half >> 1)
      .sort((a, b) => a - b)
      .join();
    if (seen.has(key)) return [ring];
    seen.add(key);
    return [];
  });
}
