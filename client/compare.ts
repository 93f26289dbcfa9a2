/** Two answers of the same places, side by side. */
import type { PlaceRow } from "../server/core/hotspots/ranking.ts";
import type { Answer } from "./answer.ts";
import { metricOf } from "./metrics.ts";

export interface Comparison {
  /** Place -> its row before. */
  readonly before: ReadonlyMap<number, PlaceRow>;
  /** How many places have more than before, less, or as much. */
  readonly more: number;
  readonly fewer: number;
  readonly same: number;
  /** Places of which the figure cannot be told on one side or both. */
  readonly untold: number;
}

/** By the figure that places are coloured by; under depth by every recorded initiative. */
export function compare(held: Answer, now: Answer): Comparison {
  const metric = metricOf(now.by);
  const valueIn = (row: PlaceRow | undefined) => (row && metric ? metric.value(row) : row?.all);
  const before = new Map(held.rows.map((row) => [row.place, row]));
  const changes = now.rows.map((row) => {
    const [was, is] = [valueIn(before.get(row.place)), valueIn(row)];
    return was === undefined || is === undefined ? undefined : is - was;
  });
  const count = (holds: (change: number) => boolean) =>
    changes.filter((change) => change !== undefined && holds(change)).length;
  return {
    before,
    more: count((change) => change > 0),
    fewer: count((change) => change < 0),
    same: count((change) => change === 0),
    untold: changes.filter((change) => change === undefined).length,
  };
}
