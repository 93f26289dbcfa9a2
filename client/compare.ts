/** Two answers of the same places, side by side. */
import type { Answer } from "./answer.ts";

export interface Comparison {
  /** Place -> initiatives there before. */
  readonly before: ReadonlyMap<number, number>;
  /** How many places have more initiatives than before, fewer, or as many. */
  readonly more: number;
  readonly fewer: number;
  readonly same: number;
}

/** Every recorded initiative counts, however it is there. */
export function compare(held: Answer, now: Answer): Comparison {
  const before = new Map(held.rows.map(({ place, all }) => [place, all]));
  const changes = now.rows.map(({ place, all }) => all - (before.get(place) ?? 0));
  return {
    before,
    more: changes.filter((change) => change > 0).length,
    fewer: changes.filter((change) => change < 0).length,
    same: changes.filter((change) => change === 0).length,
  };
}
