import { type Bands, rowsOf, segmentsOf, sortIntoBands } from "../core/overlay/bands.ts";
import type { SearchAll } from "../core/overlay/noding.ts";
import { searchRows } from "../core/overlay/search-squares.ts";
import { type Frame, type Segments, SortingRoom } from "../core/overlay/segment-grid.ts";
import type { SplitList } from "../core/overlay/split-list.ts";
import type { Watch } from "../core/overlay/watch.ts";
import type { Threads } from "./pool.ts";
import { sharedInt32, sharedList } from "./shared-list.ts";
import type { SyncTask } from "./task.ts";

/** What one pass of snap rounding looks through, in shared memory. */
interface Search {
  readonly segments: Segments;
  readonly frame: Frame;
  readonly bands: Bands;
}

/** A list of splits as plain values, in memory of its own. */
type OwnSplits = Omit<SplitList, "add" | "addPoint">;

/** Ends a search that nobody waits for any more. */
class Stopped extends Error {}

/** Of this thread, kept from one band to the next. */
const room = new SortingRoom();

/** Searches one band of rows. */
export const task: SyncTask<Search, OwnSplits> = {
  module: import.meta.url,
  run({ segments, frame, bands }, band, work) {
    const ids = segmentsOf(bands, band);
    const done = () => {
      if (work.stopped()) throw new Stopped("The search was stopped.");
    };
    const { ...splits } = searchRows({ ...segments, ids }, frame, rowsOf(bands, band), done, room);
    return splits;
  },
  leaving: ({ edge, vertex, pointX, pointY }) =>
    [edge, vertex, pointX, pointY].map(({ buffer }) => buffer),
};

/**
 * Searches the squares on all threads: bands of rows, which whoever is free takes. The lists, in the
 * order of the bands, are to the byte those of one thread.
 *
 * @param watch called now and then on this thread; when it throws, the workers stop too
 */
export function searchOn(threads: Threads, watch: Watch): SearchAll {
  const poll = () => watch("noding", 0.3);
  return (own, frame) => {
    const bands = sortIntoBands(own, frame, sharedList);
    const search: Search = { segments: sharedSegments(own), frame, bands };
    return threads.share(task, search, bands.count, poll);
  };
}

const sharedSegments = ({ x, y, low, high }: Segments): Segments => ({
  x: sharedInt32(x),
  y: sharedInt32(y),
  low: sharedInt32(low),
  high: sharedInt32(high),
  // Each band has those that it is to look at.
  ids: new Int32Array(0),
});
