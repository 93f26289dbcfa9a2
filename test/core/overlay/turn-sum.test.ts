import { expect, test } from "vitest";
import { addRing, TurnSum } from "../../../server/core/overlay/turn-sum.ts";

/** Twice the area of a ring, and the same as a double. */
function twiceArea(...xy: number[]) {
  const sum = new TurnSum();
  addRing(Int32Array.from(xy), 0, xy.length / 2, sum);
  return { total: sum.total(), small: sum.small() };
}

test("a ring counts above 0 counter-clockwise and below 0 clockwise, wherever it lies", () => {
  expect(twiceArea(0, 0, 4, 0, 4, 3)).toEqual({ total: 12n, small: 12 });
  expect(twiceArea(4, 3, 4, 0, 0, 0)).toEqual({ total: -12n, small: -12 });
  expect(twiceArea(-7, 100, -3, 100, -3, 103)).toEqual({ total: 12n, small: 12 });
});

test("a point, a line there and back and no ring at all sweep nothing", () => {
  for (const xy of [[], [5, 5], [0, 0, 4, 3]]) {
    expect(twiceArea(...xy)).toEqual({ total: 0n, small: 0 });
  }
});

test("a step whose product no double holds is exact", () => {
  const most = 2 ** 31 - 1;
  // Twice the area is (2 * most) * (2 * most - 1): above 2^63, and no double.
  const expected = BigInt(2 * most) * BigInt(2 * most - 1);
  const { total, small } = twiceArea(-most, -most, most, -most, most, most - 1);
  expect(total).toBe(expected);
  expect(small).toBe(Number(expected));
});

test.each([1, -1])("many steps that doubles hold come to a sum that they do not: %d", (sign) => {
  const sum = new TurnSum();
  // Each step adds 2^52 - 1, the most that doubles are trusted with.
  const step = (by: number) => sum.add(by * (2 ** 26 - 1), 0, 0, 2 ** 26 + 1);
  for (let i = 0; i < 9; i++) step(sign);
  expect(sum.total()).toBe(BigInt(sign) * 9n * (2n ** 52n - 1n));
  // Back to what a double holds.
  for (let i = 0; i < 7; i++) step(-sign);
  expect(sum.small()).toBe(sign * 2 * (2 ** 52 - 1));
});

test("long and short steps add up, and a new sum knows nothing of the last", () => {
  const sum = new TurnSum();
  const long = 2 ** 32 - 1;
  for (let i = 0; i < 3; i++) sum.add(long, 1, 0, long);
  for (let i = 0; i < 3; i++) sum.add(2 ** 26 - 1, 0, 0, 2 ** 26 - 1);
  const short = BigInt(2 ** 26 - 1) ** 2n;
  expect(sum.total()).toBe(3n * BigInt(long) ** 2n + 3n * short);
  sum.clear();
  expect(sum.total()).toBe(0n);
  sum.add(3, 0, 0, 2);
  expect(sum.total()).toBe(6n);
});
