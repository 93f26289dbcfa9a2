import { afterEach, describe, expect, test } from "vitest";
import { AppError } from "../../server/core/errors.ts";
import { startThreads, type Threads } from "../../server/threads/pool.ts";
import { task, trialOf } from "./support-tasks.ts";

let open: Threads[] = [];
const started = (count: number) => {
  const threads = startThreads(count);
  open.push(threads);
  return threads;
};
afterEach(async () => {
  await Promise.all(open.map((threads) => threads.close()));
  open = [];
});

const squares = (count: number) => Array.from({ length: count }, (_, i) => i * i);

/** Milliseconds that a piece keeps busy: with this many, workers have the time to start. */
const SLOW = 20;
const PIECES = 60;

function thrownBy(work: () => unknown): AppError {
  try {
    work();
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error("Nothing was thrown.");
}

describe("work shared out while the caller waits", () => {
  test.each([1, 2, 3, 5])("comes back in the order of its pieces from %i threads", (count) => {
    const outputs = started(count).share(task, trialOf("square"), 200);
    expect(outputs.map(({ square }) => square)).toEqual(squares(200));
  });

  test("is done by workers and caller alike", () => {
    const outputs = started(2).share(task, trialOf("square", SLOW), PIECES);
    expect(new Set(outputs.map(({ thread }) => thread)).size).toBe(2);
    expect(outputs.map(({ square }) => square)).toEqual(squares(PIECES));
  });

  test("without a piece is nothing", () => {
    expect(started(2).share(task, trialOf("square"), 0)).toEqual([]);
  });

  test("fails with the error of the worker, its code and its detail", () => {
    const threads = started(2);
    const error = thrownBy(() => threads.share(task, trialOf("fail", SLOW), PIECES));
    expect(error.code).toBe("format/malformed");
    expect(error.message).toBe("As agreed.");
    expect(error.detail).toEqual({ feature: expect.any(Number) });
    expect(error.stack).toContain("support-tasks");
    // The worker lives on.
    expect(threads.share(task, trialOf("square"), 3).map(({ square }) => square)).toEqual([
      0, 1, 4,
    ]);
  });

  test("fails when a worker dies, soon, and goes on failing", () => {
    const threads = started(2);
    const before = performance.now();
    const error = thrownBy(() => threads.share(task, trialOf("die", SLOW), PIECES));
    expect(error.code).toBe("work/thread-lost");
    expect(performance.now() - before).toBeLessThan(PIECES * SLOW + 5000);
    expect(thrownBy(() => threads.share(task, trialOf("square"), 3)).code).toBe("work/thread-lost");
  });

  test("stops on all threads when the caller's poll throws", () => {
    const trial = trialOf("spin");
    const threads = started(3);
    threads.share(task, trialOf("square", SLOW), PIECES);
    let since = 0;
    const poll = () => {
      if (Atomics.load(trial.beats, 0) < 100_000) return;
      since = performance.now();
      throw new AppError("work/cancelled", "Enough.");
    };
    expect(thrownBy(() => threads.share(task, trial, 3, poll)).code).toBe("work/cancelled");
    expect(performance.now() - since).toBeLessThan(500);
    const beats = Atomics.load(trial.beats, 0);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
    expect(Atomics.load(trial.beats, 0)).toBe(beats);
  });
});
