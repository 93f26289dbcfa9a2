import { expect, test } from "vitest";
import { carryScores, type Link } from "../../../server/core/weights/carry.ts";

const link = (from: string, to: string, change: Link["change"]): Link => ({ from, to, change });

test("scores go to later areas: unchanged, split, merged, irregular", () => {
  const scores = new Map([
    ["a", 10],
    ["b", 20],
    ["c", 30],
    ["d", 50],
  ]);
  const links = [
    link("a", "A", "unchanged"),
    link("b", "B2", "split"),
    link("b", "B1", "split"),
    link("c", "CD", "merged"),
    link("d", "CD", "merged"),
    link("a", "AD", "irregular"),
    link("d", "AD", "merged"),
  ];
  expect(carryScores(scores, links)).toEqual([
    { code: "A", score: 10, change: "unchanged" },
    { code: "AD", score: 30, change: "irregular" },
    { code: "B1", score: 20, change: "split" },
    { code: "B2", score: 20, change: "split" },
    { code: "CD", score: 40, change: "merged" },
  ]);
});

test("an area made from one without a score has none: half a mean would be a guess", () => {
  const links = [link("a", "AB", "merged"), link("b", "AB", "merged"), link("w", "W", "unchanged")];
  expect(carryScores(new Map([["a", 10]]), links)).toEqual([]);
});
