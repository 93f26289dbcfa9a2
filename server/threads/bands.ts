import { type Frame, NEAR, type Segments } from "../core/overlay/segment-grid.ts";
import type { SyncTask } from "./task.ts";

/** The rows of a frame in bands of about equal load. */
export interface Bands {
  readonly count: number;
  /** Band -> its first row; one more than bands. */
  readonly firstRow: Int32Array;
  /** Row -> its band. */
  readonly ofRow: Uint16Array;
}

/** Some of the segments by the bands that they come near. */
export interface BandedSegments {
  /** Band -> its first entry in `ids`; one more than bands. */
  readonly start: Int32Array;
  /** Within a band in the order of the segments. */
  readonly ids: Int32Array;
}

/** Few enough to search in some 20 ms, so that threads end together and a stop is soon seen. */
const BAND_SEGMENTS = 1 << 15;
/** One segment in so many tells where they crowd. */
const SAMPLED = 16;
/** Bands are numbered in 16 bits. */
const MOST_BANDS = 1 << 15;
/** Segments that are sorted into bands at a time. */
const CHUNK_SEGMENTS = 1 << 16;

/**
 * Cuts the rows of a frame into bands, by a sample of the segments. How many there are depends on
 * the segments alone, not on the threads.
 *
 * @param load segments that a band is to have, about
 */
export function cutIntoBands({ y, low, ids }: Segments, frame: Frame, load = BAND_SEGMENTS): Bands {
  const crowd = new Int32Array(frame.rows);
  for (let i = 0; i < ids.length; i += SAMPLED) {
    crowd[rowOf(y[low[ids[i]!]!]! - frame.bottom, frame)]!++;
  }
  const full = Math.max(load, ids.length / MOST_BANDS) / SAMPLED;
  const firstRow = [0];
  const ofRow = new Uint16Array(frame.rows);
  let held = 0;
  for (let row = 0; row < frame.rows; row++) {
    if (held > 0 && held + crowd[row]! > full) {
      firstRow.push(row);
      held = 0;
    }
    held += crowd[row]!;
    ofRow[row] = firstRow.length - 1;
  }
  firstRow.push(frame.rows);
  return { count: firstRow.length - 1, firstRow: Int32Array.from(firstRow), ofRow };
}

function rowOf(offset: number, { side, rows }: Frame): number {
  return Math.max(0, Math.min(rows - 1, Math.floor(offset / side)));
}

/** Segments to be sorted into bands, in shared memory. */
export interface Banding {
  readonly segments: Segments;
  readonly frame: Frame;
  readonly bands: Bands;
}

/** How many pieces the sorting comes in. */
export const chunksOf = ({ ids }: Segments): number => Math.ceil(ids.length / CHUNK_SEGMENTS);

/**
 * Sorts one chunk of segments into bands.
 *
 * Invariant: a band lists every segment of the chunk that comes near its rows.
 */
export const task: SyncTask<Banding, BandedSegments> = {
  module: import.meta.url,
  run({ segments: { y, low, high, ids: all }, frame, bands: { count, ofRow } }, piece) {
    const ids = all.subarray(piece * CHUNK_SEGMENTS, (piece + 1) * CHUNK_SEGMENTS);
    const lowest = new Uint16Array(ids.length);
    const highest = new Uint16Array(ids.length);
    const start = new Int32Array(count + 1);
    for (let i = 0; i < ids.length; i++) {
      const from = y[low[ids[i]!]!]! - frame.bottom;
      const to = y[high[ids[i]!]!]! - frame.bottom;
      const first = ofRow[rowOf(Math.min(from, to) - NEAR, frame)]!;
      const last = ofRow[rowOf(Math.max(from, to) + NEAR, frame)]!;
      lowest[i] = first;
      highest[i] = last;
      for (let band = first; band <= last; band++) start[band + 1]!++;
    }
    for (let band = 1; band <= count; band++) start[band]! += start[band - 1]!;
    const sorted = new Int32Array(new SharedArrayBuffer(4 * start[count]!));
    const next = start.slice();
    for (let i = 0; i < ids.length; i++) {
      const last = highest[i]!;
      for (let band = lowest[i]!; band <= last; band++) sorted[next[band]!++] = ids[i]!;
    }
    return { start, ids: sorted };
  },
  leaving: () => [],
};

/** The segments that come near a band, in their order. */
export function segmentsOfBand(chunks: readonly BandedSegments[], band: number): Int32Array {
  const own = chunks.map(({ start, ids }) => ids.subarray(start[band]!, start[band + 1]!));
  const ids = new Int32Array(own.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const some of own) {
    ids.set(some, at);
    at += some.length;
  }
  return ids;
}
