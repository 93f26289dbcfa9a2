import { expect, test } from "vitest";
import type { Shapes } from "../../../server/core/overlay/model.ts";
import { partition } from "../../../server/core/overlay/partition.ts";
import { openSession } from "../../../server/core/overlay/session/incremental.ts";
import { box, listsOf, METRE, shapesOf } from "./support.ts";

/** The sources of each cell. */
function sourcesOf({ cellSources: { start, ids } }: ReturnType<typeof partition>): number[][] {
  return Array.from(start.subarray(1), (end, cell) => [...ids.subarray(start[cell]!, end)]);
}

test("cells ascend by their sources, number by number, a list before its continuations", () => {
  // Columns of one row of ground, each under the sources that are named.
  const columns = [[0, 2, 3], [3], [0, 3], [1, 2], [0], [0, 2], [1], [0, 1, 3], [2, 3], [0, 1]];
  const sources = [0, 1, 2, 3].map((source) =>
    columns.flatMap((under, i) => (under.includes(source) ? [[box(i, 0, i + 1, 5)]] : [])),
  );
  const result = partition(shapesOf(sources), METRE);
  expect(sourcesOf(result)).toEqual([
    [0],
    [0, 1],
    [0, 1, 3],
    [0, 2],
    [0, 2, 3],
    [0, 3],
    [1],
    [1, 2],
    [2, 3],
    [3],
  ]);
  expect(new Set(result.cellArea)).toEqual(new Set([5]));
});

test("polygons, holes and inner rings ascend by their vertices, and the lists end where they end", () => {
  const frames = [60, 0, 30].map((x) => [box(x, 0, x + 20, 20), box(x + 2, 2, x + 8, 8)]);
  frames[1]!.push(box(12, 2, 14, 4), box(12, 12, 14, 14));
  const { cells, holes, cellArea, holeArea } = partition(shapesOf([frames, []]), METRE);
  const inner = (x: number, y: number, side: number) => [
    ...[x, y, x, y + side],
    ...[x + side, y + side, x + side, y],
  ];
  expect(listsOf(cells)).toEqual([
    [
      [box(0, 0, 20, 20), inner(2, 2, 6), inner(12, 2, 2), inner(12, 12, 2)],
      [box(30, 0, 50, 20), inner(32, 2, 6)],
      [box(60, 0, 80, 20), inner(62, 2, 6)],
    ],
  ]);
  expect(listsOf(holes)).toEqual([
    [[box(2, 2, 8, 8)]],
    [[box(12, 2, 14, 4)]],
    [[box(12, 12, 14, 14)]],
    [[box(32, 2, 38, 8)]],
    [[box(62, 2, 68, 8)]],
  ]);
  expect([...cellArea, ...holeArea]).toEqual([1200 - 3 * 36 - 8, 36, 4, 4, 36, 36]);
  for (const shapes of [cells, holes]) expect(lengths(shapes)).toEqual(neededLengths(shapes));
});

/** How long the lists of shapes are, and how long each has to be by the one before it. */
const lengths = ({ polygonRing, ringVertex, xy }: Shapes) => [
  polygonRing.length,
  ringVertex.length,
  xy.length,
];
const neededLengths = ({ polygonShape, polygonRing, ringVertex }: Shapes) => [
  polygonShape.length + 1,
  polygonRing.at(-1)! + 1,
  2 * ringVertex.at(-1)!,
];

test("sets of a session's past are no cells", () => {
  const [left, right] = [[[box(0, 0, 10, 10)]], [[box(5, 0, 15, 10)]]];
  const session = openSession(shapesOf([left, right, right]), METRE);
  session.partition();
  session.replace(1, shapesOf([[]]));
  const after = session.partition();
  expect(after).toEqual(partition(shapesOf([left, [], right]), METRE));
  expect(sourcesOf(after)).toEqual([[0], [0, 2], [2]]);
});
