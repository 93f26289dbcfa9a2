import type { Partition } from "../overlay/model.ts";
import { amountsOn } from "./amounts.ts";
import type { SourceRange } from "./layer-lines.ts";
import { NEAR } from "./thresholds.ts";

/** What is counted on the ground of sources and of pairs; `undefined` where that is not known. */
export interface KnownAmounts {
  readonly of: (source: number) => number | undefined;
  /** What lies on the ground that two sources share; 0 where they share none. */
  readonly shared: (a: number, b: number) => number | undefined;
}

/**
 * M-W1 with what is not known kept apart from nobody.
 *
 * A unit without a figure makes every source that it reaches unknown, and so does ground off all
 * units, where more than a twentieth of a source lies there: less is water, or two drawings of a coast.
 *
 * @param units the sources of the partition that are units
 * @param values unit -> its amount; `undefined` where it is not known
 */
export function knownAmounts(
  partition: Partition,
  units: SourceRange,
  values: readonly (number | undefined)[],
): KnownAmounts {
  const { ofSource, shared } = amountsOn(
    partition,
    units,
    values.map((value) => value ?? NaN),
  );
  const onUnits = groundOnUnits(partition, units);
  const of = (source: number) =>
    onUnits[source]! >= NEAR * partition.sourceArea[source]! && !Number.isNaN(ofSource[source]!)
      ? ofSource[source]!
      : undefined;
  return {
    of,
    shared: (a, b) => (of(a) === undefined || of(b) === undefined ? undefined : shared(a, b)),
  };
}

/** Source -> square metres of it that lie on some unit. */
function groundOnUnits(
  { cellSources: { start, ids }, cellArea, sourceCount }: Partition,
  { from, to }: SourceRange,
): Float64Array {
  const ground = new Float64Array(sourceCount);
  for (let cell = 0; cell < cellArea.length; cell++) {
    const sources = ids.subarray(start[cell]!, start[cell + 1]!);
    if (!sources.some((source) => source >= from && source < to)) continue;
    for (const source of sources) ground[source]! += cellArea[cell]!;
  }
  return ground;
}
