import type { Partition } from "../overlay/model.ts";
import { amountsOn } from "./amounts.ts";
import type { SourceRange } from "./layer-lines.ts";
import { NEAR, WHOLE } from "./thresholds.ts";

/** What is counted on the ground of sources and of pairs; `undefined` where that is not known. */
export interface KnownAmounts {
  readonly of: (source: number) => number | undefined;
  /** What lies on the ground that two sources share; 0 where they share none. */
  readonly shared: (a: number, b: number) => number | undefined;
}

/**
 * M-W1 with what is not known kept apart from nobody.
 *
 * A source is unknown where more than half a hundredth of it lies on units without a figure (less is
 * two drawings of one line), or more than a twentieth of it on no unit at all (less is water, or two
 * drawings of a coast).
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
    values.map((value) => value ?? 0),
  );
  const { onUnits, withoutFigure } = groundOnUnits(partition, units, values);
  const of = (source: number) => {
    const whole = partition.sourceArea[source]!;
    const isKnown =
      onUnits[source]! >= NEAR * whole && withoutFigure[source]! <= (1 - WHOLE) * whole;
    return isKnown ? ofSource[source]! : undefined;
  };
  return {
    of,
    shared: (a, b) => (of(a) === undefined || of(b) === undefined ? undefined : shared(a, b)),
  };
}

/** Source -> square metres of it that lie on some unit, and on one without a figure. */
function groundOnUnits(
  { cellSources: { start, ids }, cellArea, sourceCount }: Partition,
  { from, to }: SourceRange,
  values: readonly (number | undefined)[],
) {
  const onUnits = new Float64Array(sourceCount);
  const withoutFigure = new Float64Array(sourceCount);
  for (let cell = 0; cell < cellArea.length; cell++) {
    const sources = ids.subarray(start[cell]!, start[cell + 1]!);
    const here = sources.filter((source) => source >= from && source < to);
    if (here.length === 0) continue;
    const lacks = here.some((unit) => values[unit - from] === undefined);
    for (const source of sources) {
      onUnits[source]! += cellArea[cell]!;
      if (lacks) withoutFigure[source]! += cellArea[cell]!;
    }
  }
  return { onUnits, withoutFigure };
}
