/**
 * Unique vertices: every grid point that occurs anywhere gets one number, so that all later steps
 * compare numbers instead of coordinates.
 *
 * Invariant: `x[i], y[i]` for `i < count` are pairwise different; a number never changes.
 * Cost: one probe of an open-addressed table a look-up; the table is at most half full.
 */
export class Vertices {
  count = 0;
  x: Int32Array<ArrayBufferLike>;
  y: Int32Array<ArrayBufferLike>;
  private slots: Int32Array;
  private mask: number;

  /** @param expected how many vertices to make room for; more are taken as they come */
  constructor(expected: number) {
    let slots = 64;
    while (slots < expected * 2) slots *= 2;
    this.x = new Int32Array(slots >> 1);
    this.y = new Int32Array(slots >> 1);
    this.slots = new Int32Array(slots);
    this.mask = slots - 1;
  }

  /** The number of the vertex at (x, y), made if it is new. */
  id(x: number, y: number): number {
    let slot = hashPoint(x, y) & this.mask;
    const { slots, x: xs, y: ys } = this;
    for (;;) {
      const found = slots[slot]!;
      if (found === 0) break;
      if (xs[found - 1] === x && ys[found - 1] === y) return found - 1;
      slot = (slot + 1) & this.mask;
    }
    const id = this.count++;
    xs[id] = x;
    ys[id] = y;
    slots[slot] = id + 1;
    if (this.count === xs.length) this.enlarge();
    return id;
  }

  private enlarge(): void {
    this.x = enlarged(this.x, this.x.length * 2);
    this.y = enlarged(this.y, this.y.length * 2);
    const slots = new Int32Array(this.slots.length * 2);
    this.mask = slots.length - 1;
    for (let id = 0; id < this.count; id++) {
      let slot = hashPoint(this.x[id]!, this.y[id]!) & this.mask;
      while (slots[slot] !== 0) slot = (slot + 1) & this.mask;
      slots[slot] = id + 1;
    }
    this.slots = slots;
  }
}

/** A copy of `array` with room for `length` entries. */
export function enlarged(array: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const copy = new Int32Array(length);
  copy.set(array);
  return copy;
}

function hashPoint(x: number, y: number): number {
  let hash = Math.imul(x, 0x9e3779b1) ^ Math.imul(y, 0x85ebca77);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}
