import { expect, test } from "vitest";
import type { Pieces } from "../../../server/core/overlay/pieces.ts";
import { WORN } from "../../../server/core/overlay/suspects.ts";
import { UnsplitEdges } from "../../../server/core/overlay/unsplit-edges.ts";

/** A pass that made edges into others, in the order told, when there were so many. */
function pass(count: number, made: Record<number, number[]>): Pieces {
  const split = Int32Array.from(Object.keys(made), Number).sort();
  const start = new Int32Array(count);
  const counts = new Int32Array(count);
  const halves: number[] = [];
  for (const edge of split) {
    start[edge] = halves.length;
    for (const piece of made[edge]!) halves.push(2 * piece);
    counts[edge] = made[edge]!.length;
  }
  return { split, start, count: counts, halves: Int32Array.from(halves), used: halves.length };
}

const finals = ({ isFinal }: UnsplitEdges) => [...isFinal.keys()].filter((e) => isFinal[e] === 1);

test("a piece is worn when it was bent as often as that, and counted from nothing again", () => {
  const unsplit = new UnsplitEdges(1);
  const worn: (readonly number[])[] = [];
  // Each pass splits edge e into the next one alone, which is enough to count.
  for (let edge = 0; edge < 2 * WORN; edge++) {
    unsplit.replace(pass(edge + 1, { [edge]: [edge + 1] }), edge + 2);
    worn.push(unsplit.worn);
  }
  expect(worn.map((edges) => edges.length)).toEqual([0, 0, 0, 1, 0, 0, 0, 1]);
  expect([worn[WORN - 1], worn.at(-1)]).toEqual([[WORN], [2 * WORN]]);
  expect(finals(unsplit)).toEqual([2 * WORN]);
});

test("a piece that is there already keeps its count", () => {
  const unsplit = new UnsplitEdges(2);
  for (let edge = 1; edge < WORN; edge++) {
    unsplit.replace(pass(edge + 1, { [edge]: [edge + 1] }), edge + 2);
  }
  // Edge 4 was bent three times; now edge 0, never bent, becomes it.
  unsplit.replace(pass(WORN + 1, { 0: [WORN] }), WORN + 1);
  expect([unsplit.worn, finals(unsplit)]).toEqual([[], [WORN]]);
  unsplit.replace(pass(WORN + 1, { [WORN]: [WORN + 1] }), WORN + 2);
  expect(unsplit.worn).toEqual([WORN + 1]);
});

test("an edge that is split and made again in one pass counts for its pieces as it was before", () => {
  const unsplit = new UnsplitEdges(2);
  for (let edge = 1; edge < WORN; edge++) {
    unsplit.replace(pass(edge + 1, { [edge]: [edge + 1] }), edge + 2);
  }
  unsplit.replace(pass(WORN + 1, { 0: [WORN], [WORN]: [WORN + 1] }), WORN + 2);
  expect([unsplit.worn, finals(unsplit)]).toEqual([[WORN + 1], [WORN, WORN + 1]]);
});
