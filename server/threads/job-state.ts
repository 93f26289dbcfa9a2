/** Words of shared memory by which the threads at one job know of each other. */
const WORDS = { next: 0, stop: 1, busy: 2, replies: 3, done: 4 } as const;

/** How far the wait goes before the caller looks round: at a dead worker, at its own caller. */
const GLANCE_MILLISECONDS = 10;

/** The state of one job, for threads to share. */
export type JobState = Int32Array<SharedArrayBuffer>;

export const createJobState = (): JobState =>
  new Int32Array(new SharedArrayBuffer(4 * Object.keys(WORDS).length));

/** Takes the next piece that nobody has taken. @returns its number, or -1 where there is none */
export function takePiece(state: JobState, pieces: number): number {
  Atomics.add(state, WORDS.busy, 1);
  if (!isStopped(state)) {
    const piece = Atomics.add(state, WORDS.next, 1);
    if (piece < pieces) return piece;
  }
  leavePiece(state);
  return -1;
}

/** Says that a piece taken before is no longer at work, and wakes who waits. */
export function leavePiece(state: JobState): void {
  Atomics.sub(state, WORDS.busy, 1);
  Atomics.add(state, WORDS.replies, 1);
  Atomics.notify(state, WORDS.replies);
}

/** Whether any thread is at a piece. */
export const isBusy = (state: JobState): boolean => Atomics.load(state, WORDS.busy) > 0;

/** No further piece is to be taken, and those at work are to be left soon. */
export const stop = (state: JobState): void => void Atomics.store(state, WORDS.stop, 1);

export const isStopped = (state: JobState): boolean => Atomics.load(state, WORDS.stop) === 1;

export const advance = (state: JobState, amount: number): void =>
  void Atomics.add(state, WORDS.done, amount);

/** What the threads have counted as done, below 2^31. */
export const amountDone = (state: JobState): number => Atomics.load(state, WORDS.done);

/** How many replies there were: to be handed to {@link waitForReply}. */
export const repliesOf = (state: JobState): number => Atomics.load(state, WORDS.replies);

/** Blocks this thread until there are more than `seen` replies, or for a moment. */
export function waitForReply(state: JobState, seen: number): void {
  Atomics.wait(state, WORDS.replies, seen, GLANCE_MILLISECONDS);
}
