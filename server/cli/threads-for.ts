import { statSync } from "node:fs";
import { searchHere } from "../core/overlay/noding.ts";
import type { PartitionOptions } from "../core/overlay/partition.ts";
import type { Watch } from "../core/overlay/watch.ts";
import type { Threads } from "../threads/pool.ts";
import { threadCount } from "../threads/thread-count.ts";
import type { World } from "./world.ts";

/** How the work of a command is spread over threads. */
export interface Spread {
  /** For reading and projecting; `undefined` where this thread does that alone. */
  readonly reading: Threads | undefined;
  /** How noding searches, and in what memory; nothing for what it does by itself. */
  readonly noding: (watch: Watch) => Pick<PartitionOptions, "search" | "makeList">;
  /** Ends what other threads there are. */
  readonly close: () => Promise<void>;
}

const ALONE: Spread = {
  reading: undefined,
  noding: () => ({}),
  close: async () => undefined,
};

/** From where on other threads gain time. */
interface Pays {
  /** Bytes of input from which reading does. */
  readonly reading: number;
  /** Segments from which noding does. */
  readonly noding: number;
  /** Bytes of GeoJSON that hold so many segments: below them nothing of threads is loaded. */
  readonly atAll: number;
}

const PAYS: Pays = { reading: 200_000_000, noding: 1_500_000, atAll: 40_000_000 };

/**
 * The threads that a command works with: as many as the flag or PATCHWORK_THREADS says, and those
 * from the start; else the machine's cores, each step from the size at which they gain it time.
 *
 * A thread takes a tenth of a second of another core to start, and then runs the same code cold
 * once more: on 2,000 initiatives, 48 MB, a second one made the whole slower and took half as much
 * memory again. See docs/decisions/0048-threads-where-they-pay.md.
 *
 * @param pays smaller sizes, for tests
 * @throws AppError input/invalid where the number is none
 */
export async function spreadFor(
  world: World,
  flag: string | undefined,
  paths: readonly string[],
  pays = PAYS,
): Promise<Spread> {
  const asked = flag ?? world.env.PATCHWORK_THREADS;
  const count = threadCount(asked);
  const bytes = asked === undefined ? bytesOf(paths) : Number.POSITIVE_INFINITY;
  if (count === 1 || bytes < pays.atAll) return ALONE;
  const { startThreads } = await import("../threads/pool.ts");
  const { searchOn } = await import("../threads/search-threads.ts");
  const { sharedList } = await import("../threads/shared-list.ts");
  const reading = bytes < pays.reading ? undefined : startThreads(count);
  let threads = reading;
  return {
    reading,
    noding: (watch) => ({
      makeList: sharedList,
      search: (segments, frame) => {
        if (threads === undefined && segments.ids.length < pays.noding) {
          return searchHere(watch)(segments, frame);
        }
        threads ??= startThreads(count);
        return searchOn(threads, watch)(segments, frame);
      },
    }),
    close: async () => threads?.close(),
  };
}

/** A file that is not there counts nothing: reading it says so. */
const bytesOf = (paths: readonly string[]) =>
  paths.reduce((sum, path) => sum + (statSync(path, { throwIfNoEntry: false })?.size ?? 0), 0);
