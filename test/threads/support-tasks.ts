import { threadId } from "node:worker_threads";
import { AppError } from "../../server/core/errors.ts";
import type { SyncTask } from "../../server/threads/task.ts";

/** What a piece of the test's task is to do, and what it may tell the test by shared memory. */
export interface Trial {
  readonly does: "square" | "fail" | "die" | "spin";
  /** Thread of the test, on which nothing but squares is done. */
  readonly home: number;
  readonly milliseconds: number;
  /** Counts up as long as any thread spins. */
  readonly beats: Int32Array;
}

export const trialOf = (does: Trial["does"], milliseconds = 1): Trial => ({
  does,
  home: threadId,
  milliseconds,
  beats: new Int32Array(new SharedArrayBuffer(4)),
});

/** Squares its number, or goes wrong on the workers. */
export const task: SyncTask<Trial, { readonly square: number; readonly thread: number }> = {
  module: import.meta.url,
  run({ does, home, milliseconds, beats }, piece, work) {
    const away = threadId !== home;
    if (does === "fail" && away) {
      throw new AppError("format/malformed", "As agreed.", { feature: piece });
    }
    if (does === "die" && away) process.exit(1);
    const end = performance.now() + (does === "spin" ? 10_000 : milliseconds);
    while (performance.now() < end && !work.stopped()) {
      if (does === "spin") Atomics.add(beats, 0, 1);
    }
    work.advance(1);
    return { square: piece * piece, thread: threadId };
  },
  leaving: () => [],
};
