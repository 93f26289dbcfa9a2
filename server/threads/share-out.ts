import type { MessagePort } from "node:worker_threads";
import { threadLost } from "./failure.ts";
import {
  advance,
  createJobState,
  isBusy,
  type JobState,
  leavePiece,
  repliesOf,
  stop,
  takePiece,
  waitForReply,
} from "./job-state.ts";
import { accept, inOrder, isDead, openLines, repliesOn } from "./line.ts";
import type { Send } from "./pool.ts";
import type { SyncTask, Work } from "./task.ts";

/**
 * Does a task in pieces on the workers and on this thread, which blocks until all is done. See
 * `Threads.share`.
 *
 * Whoever is free takes the next piece, so a slow or late worker costs at most the piece it is at. A
 * worker that is still starting is not waited for.
 */
export function shareOut<Input, Output>(
  sends: readonly Send[],
  task: SyncTask<Input, Output>,
  input: Input,
  pieces: number,
  poll: () => void = () => {},
): Output[] {
  const state = createJobState();
  const ports = openLines(sends, { module: task.module, input, pieces, state });
  const outputs = new Map<number, Output>();
  const collect = () => {
    for (const port of ports) for (const reply of repliesOn<Output>(port)) accept(reply, outputs);
  };
  const work: Work = {
    stopped: () => {
      poll();
      return false;
    },
    advance: (amount) => advance(state, amount),
  };
  try {
    for (let piece = takePiece(state, pieces); piece >= 0; piece = takePiece(state, pieces)) {
      doHere(state, () => outputs.set(piece, task.run(input, piece, work)));
      collect();
      poll();
    }
    while (outputs.size < pieces) {
      const seen = repliesOf(state);
      collect();
      if (outputs.size === pieces) break;
      if (ports.some(isDead)) throw threadLost();
      waitForReply(state, seen);
      poll();
    }
    // One that died idle did no harm, but the next job would count on it.
    if (ports.some(isDead)) throw threadLost();
    return inOrder(outputs);
  } finally {
    stop(state);
    waitUntilLeft(state, ports);
    for (const port of ports) port.close();
  }
}

function doHere(state: JobState, work: () => void): void {
  try {
    work();
  } finally {
    leavePiece(state);
  }
}

/** After a failure the others are still at their pieces, on memory that the caller may change. */
function waitUntilLeft(state: JobState, ports: readonly MessagePort[]): void {
  while (isBusy(state)) {
    const seen = repliesOf(state);
    for (const port of ports) repliesOn(port);
    if (ports.some(isDead)) return;
    waitForReply(state, seen);
  }
}
