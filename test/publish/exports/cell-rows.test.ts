import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { partition } from "../../../server/core/overlay/partition.ts";
import { cellId, cellRows } from "../../../server/publish/exports/cell-rows.ts";
import { shapesOf, square } from "../../support/table.ts";

const GRID = { step: 0.001, originX: 0, originY: 0 };
/** Four bars around a yard that none covers. */
const bar = (x: number, y: number, width: number, height: number) => [
  [x, y] as [number, number],
  [x + width, y] as [number, number],
  [x + width, y + height] as [number, number],
  [x, y + height] as [number, number],
];
const yard = shapesOf([
  [[bar(0, 0, 30, 10)]],
  [[bar(0, 20, 30, 10)]],
  [[bar(0, 0, 10, 30)]],
  [[bar(20, 0, 10, 30)]],
]);

test("a cell's id is the hash of its sorted sources, whatever their order in the file", () => {
  const two = shapesOf([[[square(0, 0, 10)]], [[square(5, 0, 10)]]]);
  const result = partition(two, GRID);
  const named = (ids: string[]) =>
    new Map(cellRows(result, ids).map(({ ids: found, cell }) => [found.join(), cell]));
  const expected = createHash("sha256").update("a\nb").digest("hex").slice(0, 16);
  expect(named(["a", "b"]).get("a,b")).toBe(expected);
  expect(named(["b", "a"]).get("a,b")).toBe(expected);
  expect(cellId(["a", "b"])).toBe(expected);
});

test("holes come last, each with an id of its own that does not depend on the others", () => {
  const rows = cellRows(partition(yard, GRID), ["S", "N", "W", "E"]);
  const hole = rows.at(-1)!;
  expect(hole).toMatchObject({ kind: "hole", depth: 0, ids: [], area: 100 });
  const more = shapesOf([
    [[bar(0, 0, 30, 10)]],
    [[bar(0, 20, 30, 10)]],
    [[bar(0, 0, 10, 30)]],
    [[bar(20, 0, 10, 30)]],
    [[square(100, 0, 5)]],
  ]);
  expect(cellRows(partition(more, GRID), ["S", "N", "W", "E", "X"]).at(-1)!.cell).toBe(hole.cell);
  expect(rows.filter(({ kind }) => kind === "cell").map(({ ids }) => ids.join(""))).toContain("EN");
});
