import { expect, test } from "vitest";
import { partition } from "../../../server/core/overlay/partition.ts";
import { type MakeKeys, mixedKeys, SetTable } from "../../../server/core/overlay/sets.ts";
import { box, METRE, shapesOf } from "./support.ts";

/** Every element has the same key, so sets of like size, modulo 2, collide. */
const planted: MakeKeys = (count) => ({
  low: new Int32Array(count).fill(7),
  high: new Int32Array(count),
});

test("a planted collision is noticed and gives two numbers", () => {
  const table = new SetTable(planted(4));
  const list = Int32Array.of(0, 1, 2, 3);
  const first = table.intern(list, 0, 1);
  const second = table.intern(list, 1, 2);
  expect(first).not.toBe(second);
  expect(table.collisions).toBe(1);
  expect(table.intern(list, 1, 2)).toBe(second);
  // An even number of equal keys cancels to the key of the empty set.
  expect(table.intern(list, 2, 4)).not.toBe(0);
});

test("a partition is the same whatever the keys", () => {
  const squares = Array.from({ length: 30 }, (_, i) => [
    [box((i * 7) % 50, (i * 11) % 40, 20 + ((i * 7) % 50), 25 + ((i * 11) % 40))],
  ]);
  const input = shapesOf(squares);
  expect(partition(input, METRE, { keys: planted })).toEqual(partition(input, METRE));
});

test("ordinary keys of sets differ", () => {
  const table = new SetTable(mixedKeys(300));
  for (let i = 0; i < 300; i++) {
    for (let j = i + 1; j < 300; j++) table.intern(Int32Array.of(i, j), 0, 2);
  }
  expect(table.count).toBe(1 + (300 * 299) / 2);
  expect(table.collisions).toBe(0);
});
