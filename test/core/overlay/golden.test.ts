import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { partition } from "../../../server/core/overlay/partition.ts";
import { listsOf, type Polygon, shapesOf } from "./support.ts";

const FOLDER = new URL("../../golden/overlay/", import.meta.url);

/** A case: sources as lists of polygons, rings as x, y, x, y … in steps of the grid. */
interface Case {
  readonly step: number;
  readonly sources: Record<string, Polygon[]>;
}

function answer({ step, sources }: Case) {
  const names = Object.keys(sources);
  const grid = { step, originX: 0, originY: 0 };
  const result = partition(shapesOf(Object.values(sources), grid), grid);
  const { start, ids } = result.cellSources;
  const cells = listsOf(result.cells).map((polygons, cell) => ({
    sources: [...ids.subarray(start[cell]!, start[cell + 1]!)].map((s) => names[s]),
    area: Number(result.cellArea[cell]!.toFixed(6)),
    polygons,
  }));
  const holes = listsOf(result.holes).map((polygons, hole) => ({
    area: Number(result.holeArea[hole]!.toFixed(6)),
    polygons,
  }));
  const repairs = result.repairs.map(({ source, code, areaChange }) => ({
    source: names[source],
    code,
    areaChange: Number(areaChange.toFixed(6)),
  }));
  const { passed, passes } = result.certificate;
  return { passed, passes, cells, holes, repairs };
}

describe("golden cases", () => {
  const names = readdirSync(FOLDER).sort();

  test("are there", () => {
    expect(names.length).toBeGreaterThanOrEqual(8);
  });

  test.each(names)("%s", async (name) => {
    const input = JSON.parse(readFileSync(new URL(`${name}/input.json`, FOLDER), "utf8")) as Case;
    expect(readFileSync(new URL(`${name}/why.md`, FOLDER), "utf8").length).toBeGreaterThan(40);
    const file = new URL(`${name}/expected.json`, FOLDER).pathname;
    await expect(`${JSON.stringify(answer(input), null, 1)}\n`).toMatchFileSnapshot(file);
  });
});
