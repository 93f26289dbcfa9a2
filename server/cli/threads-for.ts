import { statSync } from "node:fs";
import { startThreads, type Threads } from "../threads/pool.ts";
import { threadCount } from "../threads/thread-count.ts";
import type { World } from "./world.ts";

/** Bytes of input below which starting another thread costs more than it saves. */
const WORTH_IT = 4_000_000;

/**
 * The threads that a command works with: as many as the flag or PATCHWORK_THREADS says, else the
 * machine's cores where the files are large enough to gain by it. Close them when done.
 *
 * @throws AppError input/invalid where the number is none
 */
export function threadsFor(
  world: World,
  flag: string | undefined,
  paths: readonly string[],
): Threads {
  const asked = flag ?? world.env.PATCHWORK_THREADS;
  const count = threadCount(asked);
  return startThreads(asked !== undefined || bytesOf(paths) >= WORTH_IT ? count : 1);
}

/** A file that is not there counts nothing: reading it says so. */
const bytesOf = (paths: readonly string[]) =>
  paths.reduce((sum, path) => sum + (statSync(path, { throwIfNoEntry: false })?.size ?? 0), 0);
