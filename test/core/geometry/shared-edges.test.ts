import { expect, test } from "vitest";
import { sharedEdges } from "../../../server/core/geometry/shared-edges.ts";
import { partition } from "../../../server/core/overlay/partition.ts";
import { box, METRE, shapesOf } from "../overlay/support.ts";

test("cells side by side share the length of their line; a corner is no edge", () => {
  // Three squares of 10 m: 0 and 1 share a side, 2 touches 0 in a corner and half of 1's top.
  const cut = partition(
    shapesOf([[[box(0, 0, 10, 10)]], [[box(10, 0, 20, 10)]], [[box(10, 10, 15, 20)]]]),
    METRE,
  );
  expect(sharedEdges(cut.cells, METRE)).toEqual([
    { a: 0, b: 1, length: 10 },
    { a: 1, b: 2, length: 5 },
  ]);
});

test("a cell within another shares its whole ring; polygons of one cell share nothing", () => {
  const cut = partition(shapesOf([[[box(0, 0, 30, 30)]], [[box(10, 10, 20, 20)]]]), METRE);
  expect(sharedEdges(cut.cells, METRE)).toEqual([{ a: 0, b: 1, length: 40 }]);
});
