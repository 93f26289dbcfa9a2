import type { Shapes } from "../../server/core/overlay/model.ts";

const DIGIT_BITS = 11;
const DIGITS = 3;
const BUCKETS = 1 << DIGIT_BITS;

/**
 * The floor that ENGINE.md measures against: the segments of the input, sorted once by the x and y
 * of their left end. Least digit first, eleven bits at a time, keys and numbers moved along.
 */
export function sortSegments({ ringVertex, xy }: Shapes): Uint32Array {
  const count = xy.length / 2;
  const words = (): Keys => [
    new Uint32Array(count),
    new Uint32Array(count),
    new Uint32Array(count),
  ];
  let keys = words();
  let spare = words();
  fillKeys(ringVertex, xy, keys);
  for (const word of [1, 0] as const) {
    for (let digit = 0; digit < DIGITS; digit++) {
      pass(keys, spare, word, digit * DIGIT_BITS);
      [keys, spare] = [spare, keys];
    }
  }
  return keys[2];
}

type Keys = readonly [x: Uint32Array, y: Uint32Array, segment: Uint32Array];

function fillKeys(ringVertex: Int32Array, xy: Int32Array, [xs, ys, ids]: Keys): void {
  for (let ring = 0; ring + 1 < ringVertex.length; ring++) {
    let previous = ringVertex[ring + 1]! - 1;
    for (let vertex = ringVertex[ring]!; vertex < ringVertex[ring + 1]!; vertex++) {
      const lower = xy[2 * previous]! < xy[2 * vertex]! ? previous : vertex;
      // Grid coordinates are signed: turn the sign so that they sort as unsigned words.
      xs[vertex] = xy[2 * lower]! ^ 0x80000000;
      ys[vertex] = xy[2 * lower + 1]! ^ 0x80000000;
      ids[vertex] = vertex;
      previous = vertex;
    }
  }
}

function pass(from: Keys, into: Keys, word: 0 | 1, shift: number): void {
  const [x, y, id] = from;
  const [intoX, intoY, intoId] = into;
  const key = from[word];
  const next = new Uint32Array(BUCKETS + 1);
  for (let i = 0; i < key.length; i++) next[((key[i]! >>> shift) & (BUCKETS - 1)) + 1]!++;
  for (let bucket = 0; bucket < BUCKETS; bucket++) next[bucket + 1]! += next[bucket]!;
  for (let i = 0; i < key.length; i++) {
    const place = next[(key[i]! >>> shift) & (BUCKETS - 1)]!++;
    intoX[place] = x[i]!;
    intoY[place] = y[i]!;
    intoId[place] = id[i]!;
  }
}
