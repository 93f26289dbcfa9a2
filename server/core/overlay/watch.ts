import { AppError } from "../errors.ts";
import type { Progress } from "./model.ts";

/** How a caller follows a run and stops it. */
export interface WatchOptions {
  readonly progress?: Progress;
  readonly cancelled?: () => boolean;
}

/**
 * Reports that a stage begins and gives the caller the chance to stop.
 *
 * @throws AppError `work/cancelled`
 */
export type Watch = (stage: string, share: number) => void;

/** @returns a watch over the options; without options it does nothing */
export function watchOf({ progress, cancelled }: WatchOptions): Watch {
  return (stage, share) => {
    progress?.(stage, share);
    if (cancelled?.()) {
      throw new AppError("work/cancelled", `The work was stopped while at: ${stage}.`, { stage });
    }
  };
}
