/**
 * A figure that a source leaves open: it lies between two bounds. An open bound is approached and
 * never reached: of four funders none holds everything, so concentration is below 1.
 */
export interface Range {
  readonly low: number;
  readonly high: number;
  /** The bound that is not itself possible; undefined where both are, or where the figure is exact. */
  readonly open: "low" | "high" | undefined;
}

export const exactly = (value: number): Range => ({ low: value, high: value, open: undefined });

/** A figure of which only a part is recorded: it is this, or more. */
export interface AtLeast {
  readonly value: number;
  /** Whether everything that counts is recorded; where not, the true figure may be higher. */
  readonly complete: boolean;
}
