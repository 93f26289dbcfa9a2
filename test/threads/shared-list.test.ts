import { expect, test } from "vitest";
import { sharedInt32, sharedList } from "../../server/threads/shared-list.ts";

test("a list that threads see already is given back as it is, a part of one too", () => {
  const list = sharedList(4);
  const part = list.subarray(1, 3);
  expect(sharedInt32(list)).toBe(list);
  expect(sharedInt32(part)).toBe(part);
});

test("any other is copied, no more of it than is seen of it", () => {
  const own = Int32Array.of(1, 2, 3, 4);
  const shared = sharedInt32(own.subarray(1, 3));
  expect(shared.buffer).toBeInstanceOf(SharedArrayBuffer);
  expect([...shared]).toEqual([2, 3]);
  own[1] = 9;
  expect([...shared]).toEqual([2, 3]);
  expect(sharedInt32(new Int32Array(0))).toHaveLength(0);
});
