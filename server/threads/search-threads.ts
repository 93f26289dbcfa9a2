import type { SearchAll } from "../core/overlay/noding.ts";
import { searchRows } from "../core/overlay/search-squares.ts";
import type { Segments } from "../core/overlay/segment-grid.ts";
import type { SplitList } from "../core/overlay/split-list.ts";
import type { Watch } from "../core/overlay/watch.ts";
import {
  type BandedSegments,
  type Banding,
  task as bandTask,
  chunksOf,
  cutIntoBands,
  segmentsOfBand,
} from "./bands.ts";
import type { Threads } from "./pool.ts";
import { sharedInt32 } from "./shared-copy.ts";
import type { SyncTask } from "./task.ts";

/** What one pass of snap rounding looks through, in shared memory. */
interface Search extends Banding {
  readonly chunks: readonly BandedSegments[];
}

/** A list of splits as plain values, in memory of its own. */
type OwnSplits = Omit<SplitList, "add" | "addPoint">;

/** Ends a search that nobody waits for any more. */
class Stopped extends Error {}

/** Searches one band of rows. */
export const task: SyncTask<Search, OwnSplits> = {
  module: import.meta.url,
  run({ segments, frame, bands, chunks }, band, work) {
    const ids = segmentsOfBand(chunks, band);
    const rows = { from: bands.firstRow[band]!, to: bands.firstRow[band + 1]! };
    const done = () => {
      if (work.stopped()) throw new Stopped("The search was stopped.");
    };
    const { ...splits } = searchRows({ ...segments, ids }, frame, rows, done);
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
    const segments = sharedSegments(own);
    const bands = cutIntoBands(segments, frame);
    const banding: Banding = { segments, frame, bands };
    const chunks = threads.share(bandTask, banding, chunksOf(segments), poll);
    const search: Search = { ...banding, chunks };
    return threads.share(task, search, bands.count, poll);
  };
}

const sharedSegments = ({ x, y, low, high, ids }: Segments): Segments => ({
  x: sharedInt32(x),
  y: sharedInt32(y),
  low: sharedInt32(low),
  high: sharedInt32(high),
  ids: sharedInt32(ids),
});
