/** What a command sees of the outside: everything it may touch is here, so a test can hand it in. */
import { isAbsolute, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export interface World {
  readonly out: NodeJS.WritableStream;
  readonly err: NodeJS.WritableStream;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Where the caller stands. */
  readonly cwd: string;
  /** Whether standard error is a terminal. */
  readonly terminal: boolean;
  /**
   * Run `undo` if the caller interrupts before the returned function is called.
   *
   * @returns takes the undo back
   */
  readonly onInterrupt: (undo: () => void) => () => void;
}

/** Thrown by a command that did its work and has a status of its own to end with: no failure. */
export class EndWith {
  readonly status: number;

  constructor(status: number) {
    this.status = status;
  }
}

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/**
 * The folder the caller stands in. `npm run` moves to the checkout and leaves the caller's folder in
 * INIT_CWD; anywhere else that variable is a leftover of some other command.
 */
function callersFolder(): string {
  const cwd = process.cwd();
  return relative(ROOT, cwd) === "" ? (process.env.INIT_CWD ?? cwd) : cwd;
}

/** The process we run in. */
export function processWorld(): World {
  return {
    out: process.stdout,
    err: process.stderr,
    env: process.env,
    cwd: callersFolder(),
    terminal: process.stderr.isTTY === true,
    onInterrupt,
  };
}

const SIGNALS = ["SIGINT", "SIGTERM"] as const;
const undos = new Set<() => void>();

/** While nothing is to be undone the signals keep their own meaning and end the process at once. */
function onInterrupt(undo: () => void): () => void {
  if (undos.size === 0) for (const signal of SIGNALS) process.on(signal, interrupted);
  undos.add(undo);
  return () => {
    undos.delete(undo);
    if (undos.size === 0) for (const signal of SIGNALS) process.off(signal, interrupted);
  };
}

function interrupted(): void {
  for (const undo of undos) undo();
  process.stderr.write("Stopped; nothing was written. (work/cancelled)\n");
  process.exit(2);
}

/** A path as the caller wrote it, from where the caller stands. */
export const pathFrom = (world: World, path: string) =>
  isAbsolute(path) ? path : resolve(world.cwd, path);
