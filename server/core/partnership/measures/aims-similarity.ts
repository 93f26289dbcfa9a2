import { type Share, share } from "../../units.ts";
import type { AimWeight } from "../model.ts";

/** A term of the controlled list, and how much it counts. */
export interface WeightedAim {
  readonly term: string;
  readonly weight: AimWeight;
}

export interface AimsSimilarity {
  readonly shared: readonly string[];
  /** Shared terms over all terms of either. */
  readonly jaccard: Share;
  /** The same with a primary aim counting twice a secondary one: sum of the lesser over the greater. */
  readonly weighted: Share;
}

const COUNTS: Record<AimWeight, number> = { primary: 2, secondary: 1 };

/**
 * M-A1. How alike two lists of aims are. Terms are those of the controlled list; free text is never
 * compared here.
 *
 * @returns `undefined` where either has no recorded aim
 */
export function aimsSimilarity(
  a: readonly WeightedAim[],
  b: readonly WeightedAim[],
): AimsSimilarity | undefined {
  if (a.length === 0 || b.length === 0) return undefined;
  const ofA = weights(a);
  const ofB = weights(b);
  const all = [...new Set([...ofA.keys(), ...ofB.keys()])].sort();
  const shared = all.filter((term) => ofA.has(term) && ofB.has(term));
  const sum = (pick: (x: number, y: number) => number) =>
    all.reduce((total, term) => total + pick(ofA.get(term) ?? 0, ofB.get(term) ?? 0), 0);
  return {
    shared,
    jaccard: share(shared.length / all.length),
    weighted: share(sum(Math.min) / sum(Math.max)),
  };
}

const weights = (aims: readonly WeightedAim[]) =>
  new Map(aims.map(({ term, weight }) => [term, COUNTS[weight]]));
