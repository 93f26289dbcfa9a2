/** What a piece of work may know and do while a thread is at it. */
export interface Work {
  /** Whether nobody waits for the result any more: then return soon, with anything. */
  readonly stopped: () => boolean;
  /** Counts so much more as done, in the job's own unit. */
  readonly advance: (amount: number) => void;
}

/**
 * Work that any thread can do: a module exports it as `task`, and a worker finds it there.
 *
 * Invariant: `run` depends on its arguments alone, so it does not matter which thread runs it.
 */
export interface Task<Input, Output> {
  /** Address of the module that exports this task as `task`: its `import.meta.url`. */
  readonly module: string;
  /** @param input goes to the workers by structured clone: put large arrays in shared memory */
  readonly run: (input: Input, piece: number, work: Work) => Output | Promise<Output>;
  /** Memory of an output that is handed over instead of copied. */
  readonly leaving: (output: Output) => readonly ArrayBuffer[];
}

/** A task that can be shared out while the caller's thread waits. */
export interface SyncTask<Input, Output> extends Task<Input, Output> {
  readonly run: (input: Input, piece: number, work: Work) => Output;
}
