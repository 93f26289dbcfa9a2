import { dissolve } from "./workloads-dissolve.ts";
import type { Feature, Ground } from "./workloads-ground.ts";
import { type Chance, chance } from "./workloads-random.ts";

export interface ClusterPlan {
  readonly count: number;
  /** Half of the clusters start at one of this many features. */
  readonly hotSpots: number;
  /** A cluster has 1 to this many features. */
  readonly largest: number;
  readonly seed: number;
}

/** Feature -> features with which it shares an edge, ascending. */
export function neighbours(features: readonly Feature[]): number[][] {
  const ownersOfEdge = new Map<number, number[]>();
  const SPAN = 2 ** 26;
  features.forEach((feature, owner) => {
    for (const ring of feature.flat()) {
      for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
        const key = Math.min(ring[i]!, ring[j]!) * SPAN + Math.max(ring[i]!, ring[j]!);
        const owners = ownersOfEdge.get(key);
        if (owners === undefined) ownersOfEdge.set(key, [owner]);
        else owners.push(owner);
      }
    }
  });
  const near = features.map(() => new Set<number>());
  for (const owners of ownersOfEdge.values()) {
    for (const a of owners) for (const b of owners) if (a !== b) near[a]!.add(b);
  }
  return near.map((set) => [...set].sort((a, b) => a - b));
}

/** Grows from a feature to one random neighbour of the cluster after another. */
export function growCluster(
  near: readonly number[][],
  from: number,
  size: number,
  random: Chance,
): number[] {
  const members = new Set([from]);
  const edge = [...near[from]!];
  while (members.size < size && edge.length > 0) {
    const pick = random.below(edge.length);
    const next = edge[pick]!;
    edge[pick] = edge[edge.length - 1]!;
    edge.pop();
    if (members.has(next)) continue;
    members.add(next);
    for (const candidate of near[next]!) if (!members.has(candidate)) edge.push(candidate);
  }
  return [...members];
}

/** Initiatives made of neighbouring features, dissolved; see ENGINE.md, the workloads. */
export function clusters(ground: Ground, features: readonly Feature[], plan: ClusterPlan) {
  const random = chance(plan.seed);
  const near = neighbours(features);
  const hot = Array.from({ length: plan.hotSpots }, () => random.below(features.length));
  return Array.from({ length: plan.count }, (_, i): Feature => {
    const from = i % 2 === 1 ? hot[random.below(hot.length)]! : random.below(features.length);
    const members = growCluster(near, from, 1 + random.below(plan.largest), random);
    return dissolve(
      ground,
      members.map((member) => features[member]!),
    );
  });
}
