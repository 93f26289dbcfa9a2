import { statSync } from "node:fs";
import type { Threads } from "../threads/pool.ts";
import { threadCount } from "../threads/thread-count.ts";
import type { World } from "./world.ts";

/** Bytes of input below which starting another thread costs more than it saves. */
const WORTH_IT = 4_000_000;

/**
 * The threads that a command works with: as many as the flag or PATCHWORK_THREADS says, else the
 * machine's cores where the files are large enough to gain by it. Close them when done.
 *
 * @returns `undefined` where there is to be no thread but the caller's
 * @throws AppError input/invalid where the number is none
 */
export async function threadsFor(
  world: World,
  flag: string | undefined,
  paths: readonly string[],
): Promise<Threads | undefined> {
  const asked = flag ?? world.env.PATCHWORK_THREADS;
  const count = threadCount(asked);
  if (count === 1 || (asked === undefined && bytesOf(paths) < WORTH_IT)) return undefined;
  return (await import("../threads/pool.ts")).startThreads(count);
}

/** A file that is not there counts nothing: reading it says so. */
const bytesOf = (paths: readonly string[]) =>
  paths.reduce((sum, path) => sum + (statSync(path, { throwIfNoEntry: false })?.size ?? 0), 0);
