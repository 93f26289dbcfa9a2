import { type MessagePort, Worker } from "node:worker_threads";
import { shareOut } from "./share-out.ts";
import { type SpreadOptions, spreadOut } from "./spread-out.ts";
import type { SyncTask, Task } from "./task.ts";
import type { Job } from "./worker.ts";

/** Worker threads that wait for jobs, and the caller's own thread beside them. */
export interface Threads {
  /** How many threads work, the caller's own among them. */
  readonly count: number;
  /**
   * Does a task in pieces on all threads, the caller's among them, while the caller waits.
   *
   * @param poll called now and then on the caller's thread; what it throws ends the job
   * @returns the outputs in the order of the pieces, whoever did them
   * @throws what the task throws, or work/thread-lost; then no thread is at the job any more
   */
  readonly share: <Input, Output>(
    task: SyncTask<Input, Output>,
    input: Input,
    pieces: number,
    poll?: () => void,
  ) => Output[];
  /** The same for tasks that read files: the caller's thread goes on with its events. */
  readonly spread: <Input, Output>(
    task: Task<Input, Output>,
    input: Input,
    pieces: number,
    options?: SpreadOptions,
  ) => Promise<Output[]>;
  /** Ends the workers; what they were at is lost. Afterwards no thread is left. */
  readonly close: () => Promise<void>;
}

/** Sends a job to a worker. The port is the worker's end of the line. */
export type Send = (job: Job, port: MessagePort) => void;

/**
 * Starts `count - 1` workers. They do not keep the process alive. A start takes some 80 ms of
 * another core, so start them before there is work.
 *
 * @param count threads, the caller's among them; with 1 there is no worker
 */
export function startThreads(count: number): Threads {
  const workers = Array.from({ length: count - 1 }, startWorker);
  const sends = workers.map(
    (worker): Send =>
      (job, port) =>
        worker.postMessage(job, [port]),
  );
  return {
    count,
    share: (task, input, pieces, poll) => shareOut(sends, task, input, pieces, poll),
    spread: (task, input, pieces, options) => spreadOut(sends, task, input, pieces, options),
    close: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

function startWorker(): Worker {
  // The process's own options are not the worker's: `--import`, say, would run there too.
  const options = { name: "patchwork", execArgv: [] };
  const worker = new Worker(new URL("./worker.ts", import.meta.url), options);
  worker.unref();
  // A worker that dies closes its lines, and that is how a job learns of it (see line.ts). Without
  // a listener the event would end the process.
  worker.on("error", () => {});
  return worker;
}
