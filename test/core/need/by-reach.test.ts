import { expect, test } from "vitest";
import { noneShare, worstFirst } from "../../../server/core/need/by-reach.ts";

const amounts = (covers: number, within: number, none: number) => ({ covers, within, none });

test("the share with nothing recorded is of all three; of nothing there is none", () => {
  expect(noneShare(amounts(1, 2, 1))).toBe(0.25);
  expect(noneShare(amounts(5, 0, 0))).toBe(0);
  expect(noneShare(amounts(0, 0, 0))).toBeUndefined();
});

test("most with nothing recorded first, then most in all; what is alike stays in its order", () => {
  const rows = [
    ["alike a", amounts(0, 0, 0)],
    ["covered", amounts(9, 0, 0)],
    ["fewer", amounts(0, 9, 1)],
    ["bare", amounts(0, 0, 2)],
    ["alike b", amounts(0, 0, 0)],
  ] as const;
  const sorted = [...rows].sort(([, a], [, b]) => worstFirst(a, b)).map(([name]) => name);
  expect(sorted).toEqual(["bare", "fewer", "covered", "alike a", "alike b"]);
});
