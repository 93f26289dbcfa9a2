import { expect, test } from "vitest";
import { pairAreas } from "../../../server/core/overlay/folds.ts";

/** The pairs of cells that are given by their sources and their area. */
function pairsOf(sourceCount: number, cells: readonly (readonly [readonly number[], number])[]) {
  const start = [0];
  for (const [sources] of cells) start.push(start[start.length - 1]! + sources.length);
  const ids = Int32Array.from(cells.flatMap(([sources]) => sources));
  return pairAreas({
    sourceCount,
    cellSources: { start: Int32Array.from(start), ids },
    cellArea: Float64Array.from(cells, ([, area]) => area),
  });
}

test("pairs ascend, and are all there is in the lists", () => {
  const pairs = pairsOf(6, [
    [[0, 1, 5], 7],
    [[0, 2], 20],
    [[2, 5], 100],
    [[3], 1000],
  ]);
  expect(pairs).toEqual({
    a: Int32Array.of(0, 0, 0, 1, 2),
    b: Int32Array.of(1, 2, 5, 5, 5),
    area: Float64Array.of(7, 20, 7, 7, 100),
  });
});

test("sixty sources on one ground are 1,770 pairs", () => {
  const { a, b, area } = pairsOf(60, [[Array.from({ length: 60 }, (_, i) => i), 5]]);
  const expected = Array.from({ length: 60 }, (_, i) =>
    Array.from({ length: 59 - i }, (_, j) => [i, i + 1 + j, 5]),
  ).flat();
  expect(Array.from(a, (source, i) => [source, b[i], area[i]])).toEqual(expected);
});

test("one source may have thousands of partners", () => {
  const { a, b, area } = pairsOf(
    3001,
    Array.from({ length: 3000 }, (_, i) => [[0, i + 1], i]),
  );
  expect(a).toEqual(new Int32Array(3000));
  expect(b).toEqual(Int32Array.from({ length: 3000 }, (_, i) => i + 1));
  expect(area).toEqual(Float64Array.from({ length: 3000 }, (_, i) => i));
});
