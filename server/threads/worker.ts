/** What runs in each worker: it waits for jobs and does pieces of them until none is left. */
import module from "node:module";
import { type MessagePort, parentPort } from "node:worker_threads";
import { type Failure, toFailure } from "./failure.ts";
import { advance, isStopped, type JobState, leavePiece, takePiece } from "./job-state.ts";
import type { Task, Work } from "./task.ts";

/** A job as it is sent to a worker. */
export interface Job {
  readonly module: string;
  readonly input: unknown;
  readonly pieces: number;
  readonly state: JobState;
  /** Replies go here. */
  readonly port: MessagePort;
}

/** What a worker answers: a piece done, why one was not, or that it takes no further one. */
export type Reply<Output> =
  | { readonly piece: number; readonly output: Output }
  | { readonly failure: Failure }
  | { readonly ended: true };

async function serve({ module, input, pieces, state, port }: Job): Promise<void> {
  const work: Work = {
    stopped: () => isStopped(state),
    advance: (amount) => advance(state, amount),
  };
  for (let piece = takePiece(state, pieces); piece >= 0; piece = takePiece(state, pieces)) {
    try {
      const { task }: { task: Task<unknown, unknown> } = await import(module);
      const output = await task.run(input, piece, work);
      const reply: Reply<unknown> = { piece, output };
      port.postMessage(reply, [...task.leaving(output)]);
    } catch (error) {
      const reply: Reply<unknown> = { failure: toFailure(error) };
      port.postMessage(reply);
    } finally {
      leavePiece(state);
    }
  }
  const reply: Reply<unknown> = { ended: true };
  port.postMessage(reply);
}

// The main thread's cache of compiled modules is not the workers'. Without one a worker takes twice as
// long to begin.
module.enableCompileCache?.();
parentPort?.on("message", (job: Job) => void serve(job));
