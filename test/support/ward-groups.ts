import type { Shapes } from "../../server/core/overlay/model.ts";
import { seeded } from "./seeded.ts";

/** Wards by the nearest of so many seeded wards: groups of the size of constituencies, say. */
export function wardGroups(wards: Shapes, groups: number, seed: number): number[][] {
  const next = seeded(seed);
  const first = Array.from({ length: wards.count }, () => [0, 0]);
  wards.polygonShape.forEach((shape, polygon) => {
    const at = 2 * wards.ringVertex[wards.polygonRing[polygon]!]!;
    first[shape] = [wards.xy[at]!, wards.xy[at + 1]!];
  });
  const seeds = new Set<number>();
  while (seeds.size < groups) seeds.add(Math.floor(next() * wards.count));
  const members = new Map([...seeds].map((ward) => [ward, [] as number[]]));
  first.forEach(([x, y], ward) => {
    let best = -1;
    let least = Infinity;
    for (const seedWard of seeds) {
      const distance = Math.hypot(x! - first[seedWard]![0]!, y! - first[seedWard]![1]!);
      if (distance < least) [best, least] = [seedWard, distance];
    }
    members.get(best)!.push(ward);
  });
  return [...members.values()];
}
