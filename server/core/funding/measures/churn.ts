export interface Churn {
  readonly starts: number;
  readonly ends: number;
  /** `undefined`: none were recorded, which is not the same as none. */
  readonly ruleChanges: number | undefined;
  readonly meanLive: number;
  /** (starts + ends + rule changes) / mean live, a year. */
  readonly perYear: number;
  /** True where rule changes are not recorded, or not all of them: the figure is this or more. */
  readonly lowerBound: boolean;
}

/**
 * M-T3. How much changes in a year against how much is live, with its three terms apart.
 *
 * @param meanLive mean number live over the same year
 * @param allRecorded whether every rule change is known to be recorded
 * @returns `undefined` where nothing was live
 */
export function churn(
  { starts, ends, ruleChanges }: Pick<Churn, "starts" | "ends" | "ruleChanges">,
  meanLive: number,
  allRecorded: boolean,
): Churn | undefined {
  if (!(meanLive > 0)) return undefined;
  return {
    starts,
    ends,
    ruleChanges,
    meanLive,
    perYear: (starts + ends + (ruleChanges ?? 0)) / meanLive,
    lowerBound: ruleChanges === undefined || !allRecorded,
  };
}
