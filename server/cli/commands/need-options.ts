import type { Command } from "commander";

/** What need is asked with beside the question. */
export interface NeedOptions {
  readonly share?: string;
  readonly score?: string;
}

export const SHARE_WORDS = "of need: the most deprived share of small areas; 0.1 without it";
export const SCORE_WORDS = "of need: the set of scores to go by; the first one without it";

export const withNeed = (command: Command) =>
  command.option("--share <share>", SHARE_WORDS).option("--score <set>", SCORE_WORDS);
