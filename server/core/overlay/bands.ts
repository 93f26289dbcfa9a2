import { type MakeList, ownList } from "./int-list.ts";
import { type Frame, NEAR, type Rows, type Segments } from "./segment-grid.ts";

/** The rows of a frame in bands of about equal load, and the segments that come near each. */
export interface Bands {
  readonly count: number;
  /** Band -> its first row; one more than bands. */
  readonly firstRow: Int32Array;
  /** Band -> its first entry in `ids`; one more than bands. */
  readonly start: Int32Array;
  /**
   * Edges, band by band: first those that come near no band below, then the others, both in the order
   * of the segments.
   */
  readonly ids: Int32Array;
}

/**
 * Few enough that what is sorted into squares stays in a core's own cache, that threads end together,
 * and that a stop is soon seen: some 10 ms.
 */
const BAND_SEGMENTS = 1 << 15;
/**
 * No more bands would do if all were full. Crowded rows leave those below them less so, but two side by
 * side have more than one full one: twice as many can still be numbered in 16 bits.
 */
const MOST_FULL_BANDS = 1 << 14;
/** One segment in so many tells where they crowd. */
const SAMPLED = 16;

/**
 * Sorts segments into bands of rows, a row being a row of squares of the frame. How the rows are cut
 * depends on the segments alone, not on who searches them.
 *
 * Invariant: a band lists every segment that comes near its rows.
 * Cost: two looks at each segment, of which most lie in the band of the one before; a few long ones
 * come near several.
 *
 * @param frame holds all segments
 * @param makeList makes the list of segments
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
  const { lowest, sizes, reaching } = findBands(segments, bottom);
  const start = new Int32Array(count + 1);
  for (let band = 0; band < count; band++) start[band + 1] = start[band]! + sizes[band]!;
  const ids = makeList(start[count]!);
  const next = start.slice();
  const all = segments.ids;
  for (let i = 0; i < lowest.length; i++) ids[next[lowest[i]!]!++] = all[i]!;
  for (const { place, band } of reaching) ids[next[band]!++] = all[place]!;
  return { count, firstRow, start, ids };
}

/** The bands that segments come near; nearly all come near one. */
interface Found {
  /** Place in the segments' `ids` -> the lowest band that the segment comes near. */
  readonly lowest: Uint16Array;
  /** Band -> how many segments come near. */
  readonly sizes: Int32Array;
  /** The bands above that one which it comes near too, segment after segment. */
  readonly reaching: readonly { readonly place: number; readonly band: number }[];
}

/** @param bottom band -> its lowest y; one more than bands */
function findBands({ y, low, high, ids }: Segments, bottom: Float64Array): Found {
  const near = NEAR;
  const lowest = new Uint16Array(ids.length);
  const sizes = new Int32Array(bottom.length - 1);
  const reaching: { place: number; band: number }[] = [];
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
      least = bottom[band]! + near;
      most = bottom[band + 1]! - near;
      for (let above = band + 1; to >= bottom[above]!; above++) {
        sizes[above]!++;
        reaching.push({ place: i, band: above });
      }
    }
    sizes[band]!++;
    lowest[i] = band;
  }
  return { lowest, sizes, reaching };
}

/** The rows of a band. */
export const rowsOf = ({ firstRow }: Bands, band: number): Rows => ({
  from: firstRow[band]!,
  to: firstRow[band + 1]!,
});

/** The segments that come near a band. */
export const segmentsOf = ({ start, ids }: Bands, band: number): Int32Array =>
  ids.subarray(start[band]!, start[band + 1]!);

/**
 * Band -> its first row, by the low ends of a sample of the segments; one more than bands. A band has
 * one row at least.
 */
function cutRows({ y, low, ids }: Segments, frame: Frame, load: number): Int32Array {
  const crowd = new Int32Array(frame.rows);
  for (let i = 0; i < ids.length; i += SAMPLED) {
    const row = Math.floor((y[low[ids[i]!]!]! - frame.bottom) / frame.side);
    crowd[Math.max(0, Math.min(frame.rows - 1, row))]!++;
  }
  const full = Math.max(load, ids.length / MOST_FULL_BANDS) / SAMPLED;
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
