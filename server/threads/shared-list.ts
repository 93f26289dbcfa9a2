/** A list of zeros in memory that all threads see. */
export const sharedList = (length: number): Int32Array<SharedArrayBuffer> =>
  new Int32Array(new SharedArrayBuffer(4 * length));

/** A copy in memory that all threads see; what lies there already is given back as it is. */
export function sharedInt32(numbers: Int32Array): Int32Array {
  if (numbers.buffer instanceof SharedArrayBuffer) return numbers;
  const copy = sharedList(numbers.length);
  copy.set(numbers);
  return copy;
}
