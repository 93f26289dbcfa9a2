/** Makes a list of so many zeros. Where threads are to read it, they must see its memory. */
export type MakeList = (length: number) => Int32Array;

/** Lists in memory of this thread's own. */
export const ownList: MakeList = (length) => new Int32Array(length);

/**
 * Unique vertices: every grid point that occurs anywhere gets one number, so that all later steps
 * compare numbers instead of coordinates.
 *
 * Invariant: `x[i], y[i]` for `i < count` are pairwise different; a number never changes.
 * Cost: some two probes of an open-addressed table a look-up; the table is at most half full.
 */
export class Vertices {
  count = 0;
  x: Int32Array<ArrayBufferLike>;
  y: Int32Array<ArrayBufferLike>;
  private slots: Int32Array;
  private mask: number;
  /** Vertices below this number stand in the table. */
  private entered = 0;
  private readonly makeList: MakeList;

  /**
   * @param expected how many vertices to make room for; more are taken as they come
   * @param makeList makes the lists of coordinates
   */
  constructor(expected: number, makeList: MakeList = ownList) {
    let slots = 64;
    while (slots < expected * 2) slots *= 2;
    this.makeList = makeList;
    this.x = makeList(slots >> 1);
    this.y = makeList(slots >> 1);
    this.slots = new Int32Array(slots);
    this.mask = slots - 1;
  }

  /** The number of the vertex at (x, y), made if it is new. */
  id(x: number, y: number): number {
    if (this.entered < this.count) this.enterAll();
    let slot = hashPoint(x, y) & this.mask;
    const { slots, x: xs, y: ys } = this;
    for (;;) {
      const found = slots[slot]!;
      if (found === 0) break;
      if (xs[found - 1] === x && ys[found - 1] === y) return found - 1;
      slot = (slot + 1) & this.mask;
    }
    slots[slot] = this.count + 1;
    this.entered = this.count + 1;
    const id = this.append(x, y);
    if (this.count * 2 > slots.length) this.enterAll();
    return id;
  }

  /** The number of a vertex that is known to be new; it enters the table when one is looked up. */
  append(x: number, y: number): number {
    if (this.count === this.x.length) this.reserve(this.count * 2);
    this.x[this.count] = x;
    this.y[this.count] = y;
    return this.count++;
  }

  /** Makes room for so many vertices in all. */
  reserve(count: number): void {
    if (count <= this.x.length) return;
    this.x = filled(this.makeList(count), this.x);
    this.y = filled(this.makeList(count), this.y);
  }

  private enterAll(): void {
    if (this.count * 2 > this.slots.length) {
      while (this.count * 2 > this.mask) this.mask = this.mask * 2 + 1;
      this.slots = new Int32Array(this.mask + 1);
      this.entered = 0;
    }
    const { slots, x, y, mask } = this;
    for (let id = this.entered; id < this.count; id++) {
      let slot = hashPoint(x[id]!, y[id]!) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = id + 1;
    }
    this.entered = this.count;
  }
}

/** A copy of `array` with room for `length` entries. */
export function enlarged(array: Int32Array, length: number): Int32Array<ArrayBuffer> {
  return filled(new Int32Array(length), array);
}

/** A longer list, beginning with what stands in a shorter one. */
export function filled<List extends Int32Array>(list: List, beginning: Int32Array): List {
  list.set(beginning);
  return list;
}

function hashPoint(x: number, y: number): number {
  let hash = Math.imul(x, 0x9e3779b1) ^ Math.imul(y, 0x85ebca77);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}
