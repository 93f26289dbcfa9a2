import { type Frame, NEAR, type Rows, type Segments } from "./segment-grid.ts";
import { type MakeList, ownList } from "./vertices.ts";

/** The rows of a frame in bands of about equal load, and the segments that come near each. */
export interface Bands {
  readonly count: number;
  /** Band -> its first row; one more than bands. */
  readonly firstRow: Int32Array;
  /** Band -> its first entry in `ids`; one more than bands. */
  readonly start: Int32Array;
  /** Segments, within a band in their order. */
  readonly ids: Int32Array;
}

/**
 * Few enough that what is sorted into squares stays in a core's own cache, that threads end together,
 * and that a stop is soon seen: some 10 ms.
 */
const BAND_SEGMENTS = 1 << 15;
/** Bands are numbered in 16 bits. */
const MOST_BANDS = 1 << 15;
/** One segment in so many tells where they crowd. */
const SAMPLED = 16;

/**
 * Sorts segments into bands of rows. How many there are depends on the segments alone, not on who
 * searches them.
 *
 * Invariant: a band lists every segment that comes near its rows.
 * Cost: two looks at each segment, of which most lie in the band of the one before.
 *
 * @param load segments that a band is to have, about
 */
export function sortIntoBands(
  segments: Segments,
  frame: Frame,
  makeList: MakeList = ownList,
  load = BAND_SEGMENTS,
): Bands {
  const firstRow = cutRows(segments, frame, load);
  const count = firstRow.length - 1;
  const bottom = Float64Array.from(firstRow, (row) => frame.bottom + row * frame.side);
  // What lies below or above all rows belongs to the outermost.
  bottom[0] = Number.NEGATIVE_INFINITY;
  bottom[count] = Number.POSITIVE_INFINITY;
  const start = new Int32Array(count + 1);
  const lowest = new Uint16Array(segments.ids.length);
  const highest = new Uint16Array(segments.ids.length);
  findBands(segments, bottom, lowest, highest);
  for (let i = 0; i < lowest.length; i++) {
    const last = highest[i]!;
    for (let band = lowest[i]!; band <= last; band++) start[band + 1]!++;
  }
  for (let band = 1; band <= count; band++) start[band]! += start[band - 1]!;
  const ids = makeList(start[count]!);
  const next = start.slice();
  const all = segments.ids;
  for (let i = 0; i < lowest.length; i++) {
    const last = highest[i]!;
    for (let band = lowest[i]!; band <= last; band++) ids[next[band]!++] = all[i]!;
  }
  return { count, firstRow, start, ids };
}

/** Finds the lowest and the highest band that each segment comes near. */
function findBands(
  { y, low, high, ids }: Segments,
  bottom: Float64Array,
  lowest: Uint16Array,
  highest: Uint16Array,
): void {
  const near = NEAR;
  let band = 0;
  // What lies between them comes near this band alone.
  let least = bottom[0]! + near;
  let most = bottom[1]! - near;
  for (let i = 0; i < ids.length; i++) {
    const p = y[low[ids[i]!]!]!;
    const q = y[high[ids[i]!]!]!;
    if (p < least || q < least || p >= most || q >= most) {
      const from = Math.min(p, q) - near;
      const to = Math.max(p, q) + near;
      while (from < bottom[band]!) band--;
      while (from >= bottom[band + 1]!) band++;
      lowest[i] = band;
      while (to >= bottom[band + 1]!) band++;
      least = bottom[band]! + near;
      most = bottom[band + 1]! - near;
    } else lowest[i] = band;
    highest[i] = band;
  }
}

/** The rows of a band. */
export const rowsOf = ({ firstRow }: Bands, band: number): Rows => ({
  from: firstRow[band]!,
  to: firstRow[band + 1]!,
});

/** The segments that come near a band. */
export const segmentsOf = ({ start, ids }: Bands, band: number): Int32Array =>
  ids.subarray(start[band]!, start[band + 1]!);

/** Band -> its first row, by a sample of the segments; one more than bands. */
function cutRows({ y, low, ids }: Segments, frame: Frame, load: number): Int32Array {
  const crowd = new Int32Array(frame.rows);
  for (let i = 0; i < ids.length; i += SAMPLED) {
    const row = Math.floor((y[low[ids[i]!]!]! - frame.bottom) / frame.side);
    crowd[Math.max(0, Math.min(frame.rows - 1, row))]!++;
  }
  const full = Math.max(load, ids.length / MOST_BANDS) / SAMPLED;
  const firstRow = [0];
  let held = 0;
  for (let row = 0; row < frame.rows; row++) {
    if (held > 0 && held + crowd[row]! > full) {
      firstRow.push(row);
      held = 0;
    }
    held += crowd[row]!;
  }
  firstRow.push(frame.rows);
  return Int32Array.from(firstRow);
}
