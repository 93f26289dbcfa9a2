import { MessageChannel, type MessagePort, receiveMessageOnPort } from "node:worker_threads";
import { toError } from "./failure.ts";
import type { JobState } from "./job-state.ts";
import type { Send } from "./pool.ts";
import type { Reply } from "./worker.ts";

/** A job as the caller sees it. */
export interface Order {
  readonly module: string;
  readonly input: unknown;
  readonly pieces: number;
  readonly state: JobState;
}

/** Sends a job to every worker. @returns the caller's end of the line to each */
export function openLines(sends: readonly Send[], order: Order): MessagePort[] {
  return sends.map((send) => {
    const { port1, port2 } = new MessageChannel();
    send({ ...order, port: port2 }, port2);
    return port1;
  });
}

/** Takes what has come in, without waiting. */
export function repliesOn<Output>(port: MessagePort): Reply<Output>[] {
  const replies: Reply<Output>[] = [];
  for (let got = receiveMessageOnPort(port); got; got = receiveMessageOnPort(port)) {
    replies.push(got.message);
  }
  return replies;
}

/**
 * Whether the worker at the other end is gone. Its end of the line closes with it, and a closed line
 * takes no message. Node tells so without an event: `postMessage` gives true only where the message
 * was taken (seen in Node 24, not in its manual; test/threads/share-out.test.ts holds it).
 */
export function isDead(port: MessagePort): boolean {
  const taken: unknown = port.postMessage(undefined);
  return taken !== true;
}

/** Puts an output in its place. @throws what the worker threw */
export function accept<Output>(reply: Reply<Output>, outputs: Map<number, Output>): void {
  if ("failure" in reply) throw toError(reply.failure);
  if ("piece" in reply) outputs.set(reply.piece, reply.output);
}

/** The outputs in the order of their pieces. */
export function inOrder<Output>(outputs: ReadonlyMap<number, Output>): Output[] {
  return [...outputs].sort(([a], [b]) => a - b).map(([, output]) => output);
}
