import type { MessagePort } from "node:worker_threads";
import { AppError } from "../core/errors.ts";
import { threadLost } from "./failure.ts";
import {
  advance,
  amountDone,
  createJobState,
  isStopped,
  type JobState,
  leavePiece,
  stop,
  takePiece,
} from "./job-state.ts";
import { accept, inOrder, openLines } from "./line.ts";
import type { Send } from "./pool.ts";
import type { Task, Work } from "./task.ts";
import type { Reply } from "./worker.ts";

/** How a job that goes on beside events is followed and stopped. */
export interface SpreadOptions {
  readonly signal?: AbortSignal | undefined;
  /** Told what all threads together have counted as done, when some of it is. */
  readonly onDone?: ((amount: number) => void) | undefined;
  /** Leave all pieces to the workers, so that this thread stays free; by default it helps. */
  readonly workersOnly?: boolean;
}

/** How often progress is told while only workers are at work. */
const TELL_MILLISECONDS = 50;

/**
 * Does a task in pieces on the workers and on this thread, between its events. See `Threads.spread`.
 *
 * @throws AppError work/cancelled when the signal is given; what the task throws; work/thread-lost
 */
export async function spreadOut<Input, Output>(
  sends: readonly Send[],
  task: Task<Input, Output>,
  input: Input,
  pieces: number,
  options: SpreadOptions = {},
): Promise<Output[]> {
  const { signal, onDone } = options;
  const state = createJobState();
  const ports = openLines(sends, { module: task.module, input, pieces, state });
  const outputs = new Map<number, Output>();
  const halt = () => stop(state);
  signal?.addEventListener("abort", halt, { once: true });
  if (signal?.aborted) halt();
  const teller = setInterval(() => onDone?.(amountDone(state)), TELL_MILLISECONDS);
  const own = options.workersOnly ? undefined : doHere(state, task, input, pieces, outputs);
  try {
    const ends = ports.map((port) => takeReplies(port, state, outputs));
    const settled = await Promise.allSettled([own, ...ends]);
    if (signal?.aborted) throw new AppError("work/cancelled", "The work was stopped.");
    const failed = settled.find((end) => end.status === "rejected");
    if (failed !== undefined) throw failed.reason;
    onDone?.(amountDone(state));
    return inOrder(outputs);
  } finally {
    clearInterval(teller);
    signal?.removeEventListener("abort", halt);
    for (const port of ports) port.close();
  }
}

/** This thread's share of the pieces. */
async function doHere<Input, Output>(
  state: JobState,
  task: Task<Input, Output>,
  input: Input,
  pieces: number,
  outputs: Map<number, Output>,
): Promise<void> {
  const work: Work = {
    stopped: () => isStopped(state),
    advance: (amount) => advance(state, amount),
  };
  for (let piece = takePiece(state, pieces); piece >= 0; piece = takePiece(state, pieces)) {
    try {
      outputs.set(piece, await task.run(input, piece, work));
    } catch (error) {
      stop(state);
      throw error;
    } finally {
      leavePiece(state);
    }
  }
}

/** Takes a worker's replies until it says that it takes no further piece. */
function takeReplies<Output>(
  port: MessagePort,
  state: JobState,
  outputs: Map<number, Output>,
): Promise<void> {
  return new Promise((resolve, reject) => {
    port.on("message", (reply: Reply<Output>) => {
      if ("ended" in reply) {
        resolve();
        return;
      }
      try {
        accept(reply, outputs);
      } catch (error) {
        stop(state);
        reject(error);
      }
    });
    port.on("close", () => {
      stop(state);
      reject(threadLost());
    });
  });
}
