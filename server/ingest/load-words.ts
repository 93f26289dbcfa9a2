/** What a load says on its way. */
import type { Progress } from "../core/overlay/model.ts";

/** The files of a folder that were not taken, as a warning; none where all were. */
export function skippedWarning(folder: string, skipped: readonly string[], why: string): string[] {
  if (skipped.length === 0) return [];
  return [`Skipped in ${folder}, being ${why}: ${skipped.join(", ")}.`];
}

/** Progress of a part, told as progress of the whole. */
export function partOf(
  progress: Progress | undefined,
  from: number,
  to: number,
): Progress | undefined {
  return progress && ((stage, share) => progress(stage, from + (to - from) * share));
}
