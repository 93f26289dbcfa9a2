/** Points made unique: each point's number among the distinct ones, which stand in order of arrival. */
export interface UniquePoints {
  /** Point -> its number among the distinct points. */
  readonly index: Int32Array;
  /** x and y of each distinct point by turns. */
  readonly xy: Float64Array;
}

function hashOf(words: Int32Array, at: number): number {
  let hash = Math.imul(words[at]!, 0x9e3779b1) ^ Math.imul(words[at + 1]!, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash ^= Math.imul(words[at + 2]!, 0xc2b2ae35) ^ Math.imul(words[at + 3]!, 0x27d4eb2f);
  hash = Math.imul(hash ^ (hash >>> 13), 0x165667b1);
  return hash ^ (hash >>> 16);
}

/**
 * Finds points that are equal to the bit. Outlines share edges, so what follows a point was mostly
 * seen before, next to the same point, in the same or the opposite direction: both neighbours are
 * tried before the hash table is.
 *
 * Cost: one comparison for a vertex on an edge seen before, one probe of a table otherwise.
 */
export function uniquePoints(xy: Float64Array): UniquePoints {
  const count = xy.length / 2;
  const words = new Int32Array(xy.buffer, xy.byteOffset, 4 * count);
  const index = new Int32Array(count);
  const unique = new Float64Array(xy.length);
  const after = new Int32Array(count).fill(-1);
  const before = new Int32Array(count).fill(-1);
  const size = 1 << Math.max(4, Math.ceil(Math.log2(count + 1)) + 1);
  const table = new Int32Array(size).fill(-1);
  let found = 0;
  let last = -1;
  // What came before and after the last point when it was met the time before.
  let back = -1;
  let forth = -1;
  const isAt = (point: number, x: number, y: number) =>
    point >= 0 && unique[2 * point] === x && unique[2 * point + 1] === y;
  for (let i = 0; i < count; i++) {
    const x = xy[2 * i]!;
    const y = xy[2 * i + 1]!;
    let point = back;
    if (!isAt(point, x, y)) point = forth;
    if (!isAt(point, x, y)) {
      let slot = hashOf(words, 4 * i) & (size - 1);
      while (table[slot]! >= 0 && !isAt(table[slot]!, x, y)) slot = (slot + 1) & (size - 1);
      point = table[slot]!;
      if (point < 0) {
        point = found++;
        table[slot] = point;
        unique[2 * point] = x;
        unique[2 * point + 1] = y;
      }
    }
    index[i] = point;
    back = before[point]!;
    forth = after[point]!;
    if (last >= 0) {
      after[last] = point;
      before[point] = last;
    }
    last = point;
  }
  return { index, xy: unique.slice(0, 2 * found) };
}
