import { describe, expect, test } from "vitest";
import { partition } from "../../../server/core/overlay/partition.ts";
import { box, listsOf, METRE, type Polygon, type Ring, shapesOf } from "./support.ts";

/** The cells of some sources, each cell a list of polygons; the certificate holds. */
function cellsOf(...sources: (readonly Polygon[])[]) {
  const result = partition(shapesOf(sources), METRE);
  expect(result.certificate.passed).toBe(true);
  return { cells: listsOf(result.cells), areas: [...result.cellArea], holes: result.holes.count };
}

/** The same square ring, clockwise, as an inner ring is written. */
function inner(x0: number, y0: number, x1: number, y1: number): Ring {
  return [x0, y0, x0, y1, x1, y1, x1, y0];
}

describe("faces that one source covers become one", () => {
  test("two parts side by side: the edge between them is gone, its ends stay", () => {
    const { cells, areas } = cellsOf([[box(0, 0, 10, 10)], [box(10, 0, 20, 10)]]);
    expect(cells).toEqual([[[[0, 0, 10, 0, 20, 0, 20, 10, 10, 10, 0, 10]]]]);
    expect(areas).toEqual([200]);
  });

  test("a part within a part vanishes with its whole component", () => {
    const { cells, areas } = cellsOf([[box(0, 0, 30, 30)], [box(10, 10, 20, 20)]]);
    expect(cells).toEqual([[[box(0, 0, 30, 30)]]]);
    expect(areas).toEqual([900]);
  });

  test.each([
    ["lower left", box(0, 0, 10, 10)],
    ["upper right", box(20, 20, 30, 30)],
  ])("a part within a part that touches its %s corner vanishes too", (_, part) => {
    const beside = [box(30, 0, 40, 30)];
    for (const sources of [
      [[[box(0, 0, 30, 30)], [part]], [beside]],
      [
        [
          [part.toReversed().flatMap((_, i, all) => (i % 2 ? [] : [all[i + 1]!, all[i]!]))],
          [box(0, 0, 30, 30)],
        ],
        [beside],
      ],
    ]) {
      const { areas, holes } = cellsOf(...sources);
      expect(areas).toEqual([900, 300]);
      expect(holes).toBe(0);
    }
  });

  test("a part that touches another in one corner keeps its ring", () => {
    const { cells } = cellsOf([[box(0, 0, 10, 10)], [box(10, 10, 20, 20)]]);
    expect(cells).toEqual([[[box(0, 0, 10, 10)], [box(10, 10, 20, 20)]]]);
  });

  test("polygons that are not numbered source by source give the same cells", () => {
    const parts = [[[box(0, 0, 10, 10)]], [[box(5, 0, 15, 10)]], [[box(0, 0, 10, 10)]]];
    const shapes = { ...shapesOf(parts), count: 2, polygonShape: Int32Array.of(1, 0, 1) };
    const { cells, cellSources } = partition(shapes, METRE);
    expect([...cellSources.start]).toEqual([0, 1, 3, 4]);
    expect([...cellSources.ids]).toEqual([0, 0, 1, 1]);
    expect(cells.count).toBe(3);
  });

  test("a frame of four parts falls into an outer and an inner boundary", () => {
    const bottom = [box(0, 0, 30, 10)];
    const top = [box(0, 20, 30, 30)];
    const left = [box(0, 10, 10, 20)];
    const right = [box(20, 10, 30, 20)];
    const { cells, areas, holes } = cellsOf([bottom, top, left, right]);
    expect(cells).toEqual([
      [[[0, 0, 30, 0, 30, 10, 30, 20, 30, 30, 0, 30, 0, 20, 0, 10], inner(10, 10, 20, 20)]],
    ]);
    expect(areas).toEqual([800]);
    expect(holes).toBe(1);
  });

  test("what lay in one of the merged faces lies in the merged face", () => {
    const halves = [[box(0, 0, 50, 100)], [box(50, 0, 100, 100)]];
    const islands = [[box(10, 10, 20, 20)], [box(70, 70, 80, 80)]];
    const { cells, areas } = cellsOf(halves, islands);
    const shell = [0, 0, 50, 0, 100, 0, 100, 100, 50, 100, 0, 100];
    expect(cells).toEqual([
      [[shell, inner(10, 10, 20, 20), inner(70, 70, 80, 80)]],
      [[box(10, 10, 20, 20)], [box(70, 70, 80, 80)]],
    ]);
    expect(areas).toEqual([9800, 200]);
  });

  test("parts that overlap round an island of another source", () => {
    const { cells, areas } = cellsOf(
      [[box(0, 0, 40, 40)], [box(30, 0, 70, 40)]],
      [[box(32, 10, 38, 20)]],
    );
    expect(cells[0]![0]!.length).toBe(2);
    expect(cells[0]![0]![1]).toEqual(inner(32, 10, 38, 20));
    expect(areas).toEqual([70 * 40 - 60, 60]);
  });
});
