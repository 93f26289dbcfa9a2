import { enlarged } from "./int-list.ts";

/** The two halves of an element's 64-bit key. A set's key is the exclusive or of its elements'. */
export interface Keys {
  readonly low: Int32Array;
  readonly high: Int32Array;
}

/** Makes keys for elements 0 up to `count`. */
export type MakeKeys = (count: number) => Keys;

/** Well mixed keys: equal keys of different sets are as likely as one in 2^64. */
export const mixedKeys: MakeKeys = (count) => {
  const low = new Int32Array(count);
  const high = new Int32Array(count);
  for (let i = 0; i < count; i++) {
    low[i] = mix(2 * i + 1);
    high[i] = mix((2 * i + 2) ^ 0x5bd1e995);
  }
  return { low, high };
};

function mix(seed: number): number {
  let x = Math.imul(seed ^ (seed >>> 16), 0x7feb352d);
  x = Math.imul(x ^ (x >>> 15), 0x846ca68b);
  return x ^ (x >>> 16);
}

/**
 * Sets of small integers, each kept once and known by its number. Set 0 is empty.
 *
 * The 64-bit key only finds the candidate; the members decide. Two sets that share a key get two
 * numbers, so a collision costs time and never an answer.
 *
 * Invariant: members ascend; two numbers never stand for the same members.
 * Cost: one look-up and one comparison of members.
 * Source for the keys: A. Zobrist, "A new hashing method with application for game playing", 1970.
 */
export class SetTable {
  count = 0;
  start = new Int32Array(256);
  ids = new Int32Array(1024);
  /** How often two different sets were found to share a key. */
  collisions = 0;
  private keys: Keys;
  private keyLow = new Int32Array(256);
  private keyHigh = new Int32Array(256);
  private slots = new Int32Array(512);
  private merged = new Int32Array(256);
  private lastA = 0;
  private lastB = 0;
  private lastDifference = 0;

  constructor(keys: Keys) {
    this.keys = keys;
    this.intern(this.ids, 0, 0);
  }

  /** Takes keys for more elements; those of the elements there are must stay. */
  widen(keys: Keys): void {
    this.keys = keys;
  }

  /** The number of the set `list[from]` up to `list[to]`, which ascends without repeats. */
  intern(list: Int32Array, from: number, to: number): number {
    let low = 0;
    let high = 0;
    for (let i = from; i < to; i++) {
      low ^= this.keys.low[list[i]!]!;
      high ^= this.keys.high[list[i]!]!;
    }
    const mask = this.slots.length - 1;
    let slot = mix(low ^ Math.imul(high, 0x9e3779b1)) & mask;
    for (;;) {
      const found = this.slots[slot]! - 1;
      if (found < 0) break;
      if (this.keyLow[found] === low && this.keyHigh[found] === high) {
        if (this.isSet(found, list, from, to)) return found;
        this.collisions++;
      }
      slot = (slot + 1) & mask;
    }
    this.slots[slot] = this.count + 1;
    return this.append(list, from, to, low, high);
  }

  /** Whether set `id` has just these members. */
  isSet(id: number, list: Int32Array, from: number, to: number): boolean {
    const start = this.start[id]!;
    if (this.start[id + 1]! - start !== to - from) return false;
    for (let i = from; i < to; i++) if (this.ids[start + i - from] !== list[i]) return false;
    return true;
  }

  /** The set of the members of just one of two sets. */
  difference(a: number, b: number): number {
    if (a === 0) return b;
    if (b === 0) return a;
    // Edges of one line come one after another, and mostly have the same owners.
    if (this.lastA === a && this.lastB === b) return this.lastDifference;
    const { start, ids } = this;
    const endA = start[a + 1]!;
    const endB = start[b + 1]!;
    const room = endA - start[a]! + endB - start[b]!;
    if (this.merged.length < room) this.merged = new Int32Array(2 * room);
    const { merged } = this;
    let i = start[a]!;
    let j = start[b]!;
    let used = 0;
    while (i < endA && j < endB) {
      if (ids[i]! < ids[j]!) merged[used++] = ids[i++]!;
      else if (ids[i]! > ids[j]!) merged[used++] = ids[j++]!;
      else {
        i++;
        j++;
      }
    }
    while (i < endA) merged[used++] = ids[i++]!;
    while (j < endB) merged[used++] = ids[j++]!;
    this.lastA = a;
    this.lastB = b;
    this.lastDifference = this.intern(merged, 0, used);
    return this.lastDifference;
  }

  /** How many members set `id` has. */
  size(id: number): number {
    return this.start[id + 1]! - this.start[id]!;
  }

  private append(list: Int32Array, from: number, to: number, low: number, high: number): number {
    const id = this.count++;
    const begin = this.start[id]!;
    const end = begin + to - from;
    if (end > this.ids.length) this.ids = enlarged(this.ids, end * 2);
    for (let i = from; i < to; i++) this.ids[begin + i - from] = list[i]!;
    if (id + 2 > this.start.length) {
      const room = this.start.length * 2;
      this.start = enlarged(this.start, room);
      this.keyLow = enlarged(this.keyLow, room);
      this.keyHigh = enlarged(this.keyHigh, room);
    }
    this.start[id + 1] = end;
    this.keyLow[id] = low;
    this.keyHigh[id] = high;
    if (this.count * 2 > this.slots.length) this.enlargeSlots();
    return id;
  }

  private enlargeSlots(): void {
    const slots = new Int32Array(this.slots.length * 2);
    const mask = slots.length - 1;
    for (let id = 0; id < this.count; id++) {
      let slot = mix(this.keyLow[id]! ^ Math.imul(this.keyHigh[id]!, 0x9e3779b1)) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = id + 1;
    }
    this.slots = slots;
  }
}

/** Orders sets by their members, number by number; a set comes before its continuations. */
export function compareLists({ start, ids }: SetTable, a: number, b: number): number {
  const endA = start[a + 1]!;
  const endB = start[b + 1]!;
  let i = start[a]!;
  let j = start[b]!;
  while (i < endA && j < endB) {
    const difference = ids[i++]! - ids[j++]!;
    if (difference !== 0) return difference;
  }
  return endA - i - (endB - j);
}
