import { expect, test } from "vitest";
import { partition } from "../../../server/core/overlay/partition.ts";
import {
  compareLists,
  type MakeKeys,
  mixedKeys,
  SetTable,
} from "../../../server/core/overlay/sets.ts";
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

test("each half of an ordinary key parts all elements by itself", () => {
  const { low, high } = mixedKeys(1000);
  expect(new Set(low).size).toBe(1000);
  expect(new Set(high).size).toBe(1000);
});

test.each([
  "low",
  "high",
] as const)("sets whose keys share the %s half alone do not collide", (same) => {
  const keys = mixedKeys(200);
  const table = new SetTable({ ...keys, [same]: new Int32Array(200) });
  for (let i = 0; i < 200; i++) expect(table.intern(Int32Array.of(i), 0, 1)).toBe(i + 1);
  expect(table.collisions).toBe(0);
});

test("a table that is widened has keys for the elements that come", () => {
  const table = new SetTable(mixedKeys(2));
  const pair = table.intern(Int32Array.of(0, 1), 0, 2);
  table.widen(mixedKeys(6));
  for (let i = 2; i < 6; i++) table.intern(Int32Array.of(i), 0, 1);
  expect(table.collisions).toBe(0);
  expect(table.intern(Int32Array.of(0, 1), 0, 2)).toBe(pair);
});

test("a list comes before its continuations, whatever set is kept behind it", () => {
  const table = new SetTable(mixedKeys(10));
  const intern = (...list: number[]) => table.intern(Int32Array.from(list), 0, list.length);
  // Sets lie one behind the other: 9 lies behind the end of 1, 2.
  const [short, , long, last] = [intern(1, 2), intern(9), intern(1, 2, 3), intern(1, 4)];
  expect(compareLists(table, short!, long!)).toBeLessThan(0);
  expect(compareLists(table, long!, short!)).toBeGreaterThan(0);
  expect(compareLists(table, long!, last!)).toBeLessThan(0);
  expect(compareLists(table, short!, short!)).toBe(0);
});

test("the difference of two sets is what just one of them has", () => {
  const table = new SetTable(mixedKeys(2000));
  const intern = (list: readonly number[]) => table.intern(Int32Array.from(list), 0, list.length);
  const members = (set: number) => [
    ...table.ids.subarray(table.start[set]!, table.start[set + 1]!),
  ];
  const subsets = Array.from({ length: 32 }, (_, bits) =>
    [0, 1, 2, 3, 4].filter((element) => bits & (1 << element)),
  );
  // Sets of 150 and more, which go beyond the room there is at first.
  const evens = Array.from({ length: 150 }, (_, i) => 2 * i);
  const odds = Array.from({ length: 180 }, (_, i) => 2 * i + 1);
  const lists = [...subsets, evens, odds, [...evens, 1999]];
  const sets = lists.map(intern);
  for (const [i, a] of lists.entries()) {
    for (const [j, b] of lists.entries()) {
      const expected = [...a.filter((x) => !b.includes(x)), ...b.filter((x) => !a.includes(x))];
      const found = table.difference(sets[i]!, sets[j]!);
      expect(members(found)).toEqual(expected.sort((x, y) => x - y));
      expect(table.difference(sets[i]!, sets[j]!)).toBe(found);
    }
  }
});
