import { spawnSync } from "node:child_process";
import { getEventListeners } from "node:events";
import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { threadId } from "node:worker_threads";
import { afterEach, describe, expect, test } from "vitest";
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

const OWN_THREADS = "/proc/self/task";
const code = (error: unknown) =>
  typeof error === "object" && error !== null && "code" in error ? error.code : error;

describe("work spread over threads beside events", () => {
  test.each([1, 2, 3])("comes back in the order of its pieces from %i threads", async (count) => {
    const outputs = await started(count).spread(task, trialOf("square"), 200);
    expect(outputs.map(({ square }) => square)).toEqual(
      Array.from({ length: 200 }, (_, i) => i * i),
    );
  });

  test("leaves the caller's thread alone where that is asked for", async () => {
    let turns = 0;
    const timer = setInterval(() => turns++, 5);
    const trial = trialOf("square", 20);
    const outputs = await started(2).spread(task, trial, 20, { workersOnly: true });
    clearInterval(timer);
    expect(outputs.map(({ thread }) => thread)).not.toContain(threadId);
    expect(turns).toBeGreaterThan(5);
  });

  test("tells how much is done, up to all of it", async () => {
    const told: number[] = [];
    const onDone = (amount: number) => told.push(amount);
    await started(2).spread(task, trialOf("square", 10), 40, { onDone });
    expect(told.at(-1)).toBe(40);
    expect(told.toSorted((a, b) => a - b)).toEqual(told);
  });

  test("fails as its worker fails, and when it dies", async () => {
    const failing = started(2).spread(task, trialOf("fail"), 9, { workersOnly: true });
    expect(await failing.catch(code)).toBe("format/malformed");
    const dying = started(2).spread(task, trialOf("die"), 9, { workersOnly: true });
    expect(await dying.catch(code)).toBe("work/thread-lost");
  });

  test("stops soon after the signal, and leaves no listener and no thread at work", async () => {
    const trial = trialOf("spin");
    const threads = started(3);
    const { signal, ...controller } = abortable();
    const work = threads.spread(task, trial, 2, { signal, workersOnly: true }).catch(code);
    while (Atomics.load(trial.beats, 0) < 1000) await pause(5);
    const since = performance.now();
    controller.abort();
    expect(await work).toBe("work/cancelled");
    expect(performance.now() - since).toBeLessThan(5000);
    expect(getEventListeners(signal, "abort")).toEqual([]);
    const beats = Atomics.load(trial.beats, 0);
    await pause(50);
    expect(Atomics.load(trial.beats, 0)).toBe(beats);
  });

  test("does nothing for a signal given before", async () => {
    const trial = trialOf("spin");
    const work = started(2).spread(task, trial, 2, { signal: AbortSignal.abort() });
    expect(await work.catch(code)).toBe("work/cancelled");
    expect(Atomics.load(trial.beats, 0)).toBe(0);
  });

  test.skipIf(!existsSync(OWN_THREADS))("closed, it leaves no thread (needs /proc)", async () => {
    const before = readdirSync(OWN_THREADS).length;
    const threads = startThreads(4);
    await threads.spread(task, trialOf("square"), 20);
    expect(readdirSync(OWN_THREADS).length).toBeGreaterThan(before);
    await threads.close();
    await pause(50);
    expect(readdirSync(OWN_THREADS).length).toBeLessThanOrEqual(before + 1);
  });

  test("does not keep a process alive, closed or not", () => {
    const pool = new URL("../../server/threads/pool.ts", import.meta.url);
    const tasks = new URL("./support-tasks.ts", import.meta.url);
    const script = `
      import { startThreads } from ${JSON.stringify(pool.href)};
      import { task, trialOf } from ${JSON.stringify(tasks.href)};
      startThreads(2);
      const outputs = await startThreads(3).spread(task, trialOf("square"), 20);
      process.stdout.write(String(outputs.length));`;
    const run = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
      cwd: fileURLToPath(new URL("../..", import.meta.url)),
      encoding: "utf8",
      timeout: 15_000,
    });
    expect([run.status, run.stdout, run.stderr]).toEqual([0, "20", ""]);
  });
});

function abortable() {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort() };
}

const pause = (milliseconds: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
