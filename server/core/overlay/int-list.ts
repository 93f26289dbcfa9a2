/** Makes a list of so many zeros. Where threads are to read it, they must see its memory. */
export type MakeList = (length: number) => Int32Array;

/** Lists in memory of this thread's own. */
export const ownList: MakeList = (length) => new Int32Array(length);

/** A copy of a list with room for `length` numbers, in memory of this thread's own. */
export function enlarged(list: Int32Array, length: number): Int32Array<ArrayBuffer> {
  return filled(new Int32Array(length), list);
}

/** A longer list, beginning with what stands in a shorter one. */
export function filled<List extends Int32Array>(list: List, beginning: Int32Array): List {
  list.set(beginning);
  return list;
}
