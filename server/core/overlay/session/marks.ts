/** Marks on numbered things, with a list of those that bear one. May be used again and again. */
export class Marks {
  /** Number -> 1 where it is marked. */
  bits: Uint8Array;
  private marked: number[] = [];

  constructor(room = 0) {
    this.bits = new Uint8Array(room);
  }

  /** Those that are marked, in the order in which they were. */
  get list(): readonly number[] {
    return this.marked;
  }

  has(number: number): boolean {
    return this.bits[number] === 1;
  }

  /** @returns whether it was not marked before */
  add(number: number): boolean {
    if (this.bits[number] === 1) return false;
    if (number >= this.bits.length) this.makeRoom(2 * number + 1024);
    this.bits[number] = 1;
    this.marked.push(number);
    return true;
  }

  /** Makes room for so many numbers. */
  makeRoom(room: number): void {
    if (room <= this.bits.length) return;
    const bits = new Uint8Array(room);
    bits.set(this.bits);
    this.bits = bits;
  }

  /** Takes the list, and begins anew. */
  take(): number[] {
    const { marked, bits } = this;
    for (let i = 0; i < marked.length; i++) bits[marked[i]!] = 0;
    this.marked = [];
    return marked;
  }
}
