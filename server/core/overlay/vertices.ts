import { filled, type MakeList, ownList } from "./int-list.ts";

/**
 * Unique vertices: every grid point that occurs anywhere gets one number, so that all later steps
 * compare numbers instead of coordinates.
 *
 * Rings go from place to place near by, so a vertex is entered near the others of its block of ground:
 * what a ring asks for next then lies in the processor's cache already. Where many crowd in a block, the
 * rest of them are strewn over the whole table.
 *
 * Invariant: `x[i], y[i]` for `i < count` are pairwise different; a number never changes.
 * Cost: a few probes of an open-addressed table a look-up, eight more where a block is full; the table
 * is at most half full.
 */
export class Vertices {
  count = 0;
  x: Int32Array<ArrayBufferLike>;
  y: Int32Array<ArrayBufferLike>;
  /** Slot -> 1 + the vertex entered there; 0 for none. */
  private slots: Int32Array;
  /** One less than slots, whose number is a power of two. */
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
    const { slots } = this;
    const slot = this.slotOf(x, y);
    if (slots[slot] !== 0) return slots[slot]! - 1;
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
    const { slots, x, y } = this;
    for (let id = this.entered; id < this.count; id++) slots[this.slotOf(x[id]!, y[id]!)] = id + 1;
    this.entered = this.count;
  }

  /** Where the vertex at (x, y) is entered, or is to be. */
  private slotOf(x: number, y: number): number {
    const { slots, mask, x: xs, y: ys } = this;
    const hash = hashPoint(x, y);
    const first = hashPoint(x >> BLOCK_BITS, y >> BLOCK_BITS) & mask & -BLOCK_SLOTS;
    for (let probe = 0; probe < BLOCK_PROBES; probe++) {
      const slot = first + ((hash + probe) & (BLOCK_SLOTS - 1));
      const found = slots[slot]!;
      if (found === 0 || (xs[found - 1] === x && ys[found - 1] === y)) return slot;
    }
    let slot = hash & mask;
    for (;;) {
      const found = slots[slot]!;
      if (found === 0 || (xs[found - 1] === x && ys[found - 1] === y)) return slot;
      slot = (slot + 1) & mask;
    }
  }
}

/** A block of ground is 2^20 steps wide, a kilometre at 1 mm. */
const BLOCK_BITS = 20;
/** A block has the slots of four cache lines. */
const BLOCK_SLOTS = 64;
/** So many of them are tried. */
const BLOCK_PROBES = 8;

function hashPoint(x: number, y: number): number {
  let hash = Math.imul(x, 0x9e3779b1) ^ Math.imul(y, 0x85ebca77);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}
