import { type Share, share } from "../units.ts";
import { WHOLE } from "./thresholds.ts";

/** M-C8: how one set of areas nests in another. */
export interface DegreeOfFit {
  /** Share of the units that lie wholly in one target. */
  readonly hierarchy: Share;
  /** Mean of each unit's largest share in one target. */
  readonly fit: Share;
}

/**
 * M-C8 from each unit's largest share in one target. The definitions are those of our design; the
 * paper that has such measures (L. Simpson 2002) was not at hand, so it is not named for them.
 *
 * @returns `undefined` where there is no unit
 */
export function degreeOfFit(largestShares: readonly number[]): DegreeOfFit | undefined {
  const count = largestShares.length;
  if (count === 0) return undefined;
  const whole = largestShares.filter((part) => part >= WHOLE).length;
  const sum = largestShares.reduce((a, b) => a + b, 0);
  return { hierarchy: share(whole / count), fit: share(sum / count) };
}
