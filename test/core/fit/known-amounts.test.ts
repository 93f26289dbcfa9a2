import { describe, expect, test } from "vitest";
import { knownAmounts } from "../../../server/core/fit/known-amounts.ts";
import { mostlyIn } from "../../../server/core/fit/mostly-in.ts";
import type { Partition } from "../../../server/core/overlay/model.ts";

/** Cells by their sources and square metres: all that the two functions look at. */
function ground(cells: readonly (readonly [sources: readonly number[], area: number])[]) {
  const sourceCount = 1 + Math.max(...cells.flatMap(([sources]) => sources));
  const sourceArea = new Float64Array(sourceCount);
  for (const [sources, area] of cells) for (const source of sources) sourceArea[source]! += area;
  const start = new Int32Array(cells.length + 1);
  cells.forEach(([sources], cell) => {
    start[cell + 1] = start[cell]! + sources.length;
  });
  return {
    sourceCount,
    sourceArea,
    cellArea: Float64Array.from(cells, ([, area]) => area),
    cellSources: { start, ids: Int32Array.from(cells.flatMap(([sources]) => [...sources])) },
  } as unknown as Partition;
}

/** Body 0 and area 1; units 2 and 3. */
const UNITS = { from: 2, to: 4 };

describe("people on ground, with what is not known kept apart from nobody", () => {
  test("a unit is spread evenly: 60 of 100 in the body, 40 of them shared", () => {
    const of = knownAmounts(
      ground([
        [[0, 1, 2], 40],
        [[0, 2], 20],
        [[1, 2], 40],
      ]),
      { from: 2, to: 3 },
      [100],
    );
    expect([of.of(0), of.of(1), of.shared(0, 1)]).toEqual([60, 80, 40]);
  });
  test.each([
    [94.9, undefined],
    [95, 100],
  ])("of 100 square metres %s lie on a unit: %s", (onUnit, people) => {
    const of = knownAmounts(
      ground([
        [[0, 1, 2], onUnit],
        [[0], 100 - onUnit],
      ]),
      { from: 2, to: 3 },
      [100],
    );
    expect(of.of(0)).toEqual(people);
    expect(of.shared(0, 1)).toEqual(people);
  });
  test.each([
    [0.6, undefined],
    [0.4, 100],
  ])("of 100 square metres %s lie on a unit without a figure: %s", (without, people) => {
    const of = knownAmounts(
      ground([
        [[0, 2], 100 - without],
        [[0, 3], without],
        [[1, 2], 0],
      ]),
      UNITS,
      [100, undefined],
    );
    expect(of.of(0)).toEqual(people);
  });
});

test("a piece lies mostly in the unit that holds most of it, the first of equals, or in none", () => {
  const partition = ground([
    [[0, 2], 3],
    [[0, 3], 5],
    [[0], 9],
    [[0, 3], 3],
  ]);
  const graph = {
    cellOf: Int32Array.of(0, 1, 2, 3),
    area: Float64Array.of(3, 5, 9, 3),
  };
  const at = (...polygons: number[]) => mostlyIn(partition, graph, { polygons }, UNITS);
  expect([at(0, 1, 2), at(0, 3), at(2)]).toEqual([3, 2, undefined]);
});
