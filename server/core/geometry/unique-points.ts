/** Points made unique: each point's number among the distinct ones, which stand in order of arrival. */
export interface UniquePoints {
  /** Point -> its number among the distinct points. */
  readonly index: Int32Array;
  /** x and y of each distinct point by turns. */
  readonly xy: Float64Array;
}

/** Room for the first distinct points; most outlines share theirs, so many need no more. */
const LEAST_ROOM = 1 << 10;
const ROOM_SHARE = 4;

/**
 * Finds points that are equal to the bit. Outlines share edges, so what follows a point was mostly
 * seen before, next to the same point, in the same or the opposite direction: both neighbours are
 * tried before the hash table is.
 *
 * Cost: one comparison for a vertex on an edge seen before, one probe of a table otherwise; memory for
 * the distinct points and one number a point.
 *
 * @param parts x and y by turns; the points of one part follow those of the one before
 */
export function uniquePoints(parts: readonly Float64Array[]): UniquePoints {
  const count = parts.reduce((sum, xy) => sum + xy.length / 2, 0);
  const index = new Int32Array(count);
  const found = new DistinctPoints(Math.max(LEAST_ROOM, Math.ceil(count / ROOM_SHARE)));
  let at = 0;
  for (const xy of parts) {
    found.number(xy, index, at);
    at += xy.length / 2;
  }
  return { index, xy: found.xy.slice(0, 2 * found.count) };
}

class DistinctPoints {
  count = 0;
  xy: Float64Array;
  /**
   * 1 + the point that came before each point when it was met the time before, then 1 + the one that
   * came after; 0 for none. They lie side by side since both are asked for at once.
   */
  private beside: Int32Array;
  /** Slot -> 1 + its point. At most half of them are taken. */
  private table: Int32Array;
  /** The last point of the part before; -1 for none. */
  private last = -1;

  constructor(room: number) {
    this.xy = new Float64Array(2 * room);
    this.beside = new Int32Array(2 * room);
    this.table = new Int32Array(1 << (Math.ceil(Math.log2(room)) + 1));
  }

  /** Numbers the points of one part, from `index[start]` on. */
  number(part: Float64Array, index: Int32Array, start: number): void {
    let { xy, beside } = this;
    let last = this.last;
    // What came before and after the last point when it was met the time before.
    let back = last < 0 ? 0 : beside[2 * last]!;
    let forth = last < 0 ? 0 : beside[2 * last + 1]!;
    for (let i = 0; i < part.length; i += 2) {
      const x = part[i]!;
      const y = part[i + 1]!;
      let point = back - 1;
      if (point < 0 || xy[2 * point] !== x || xy[2 * point + 1] !== y) {
        point = forth - 1;
        if (point < 0 || xy[2 * point] !== x || xy[2 * point + 1] !== y) {
          point = this.look(x, y);
          xy = this.xy;
          beside = this.beside;
        }
      }
      index[start + i / 2] = point;
      back = beside[2 * point]!;
      forth = beside[2 * point + 1]!;
      if (last >= 0) {
        beside[2 * last + 1] = point + 1;
        beside[2 * point] = last + 1;
      }
      last = point;
    }
    this.last = last;
  }

  /** The number of a point by the table, where it is entered if it is new. */
  private look(x: number, y: number): number {
    const { xy } = this;
    const mask = this.table.length - 1;
    let slot = hashOf(x, y) & mask;
    for (let held = this.table[slot]!; held !== 0; held = this.table[slot]!) {
      if (xy[2 * held - 2] === x && xy[2 * held - 1] === y) return held - 1;
      slot = (slot + 1) & mask;
    }
    if (2 * this.count === xy.length) {
      this.grow();
      return this.look(x, y);
    }
    xy[2 * this.count] = x;
    xy[2 * this.count + 1] = y;
    this.table[slot] = ++this.count;
    return this.count - 1;
  }

  private grow(): void {
    const { xy, beside, count } = this;
    this.xy = new Float64Array(2 * xy.length);
    this.xy.set(xy);
    this.beside = new Int32Array(2 * beside.length);
    this.beside.set(beside);
    this.table = new Int32Array(2 * this.table.length);
    const mask = this.table.length - 1;
    for (let point = 0; point < count; point++) {
      let slot = hashOf(xy[2 * point]!, xy[2 * point + 1]!) & mask;
      while (this.table[slot] !== 0) slot = (slot + 1) & mask;
      this.table[slot] = point + 1;
    }
  }
}

const NUMBERS = new Float64Array(2);
const WORDS = new Int32Array(NUMBERS.buffer);

/** Equal numbers have equal hashes, but for the two zeros, which then are two points. */
function hashOf(x: number, y: number): number {
  NUMBERS[0] = x;
  NUMBERS[1] = y;
  let hash = Math.imul(WORDS[0]!, 0x9e3779b1) ^ Math.imul(WORDS[1]!, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash ^= Math.imul(WORDS[2]!, 0xc2b2ae35) ^ Math.imul(WORDS[3]!, 0x27d4eb2f);
  hash = Math.imul(hash ^ (hash >>> 13), 0x165667b1);
  return hash ^ (hash >>> 16);
}
