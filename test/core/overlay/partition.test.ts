import { describe, expect, test } from "vitest";
import { type PartitionOptions, partition } from "../../../server/core/overlay/partition.ts";
import type { MakeKeys } from "../../../server/core/overlay/sets.ts";
import { box, cellAreas, METRE, shapesOf } from "./support.ts";

/** Two sources, the first of which has a part within the other; four cells and a hole. */
const GROUND = shapesOf([
  [[box(0, 0, 10, 10), box(2, 2, 4, 4)], [box(14, 4, 16, 6)]],
  [[box(8, 0, 20, 10)]],
]);

const run = (options: PartitionOptions) => partition(GROUND, METRE, options);

describe("a run", () => {
  test("tells where it is, and how far, up to its end", () => {
    const told: [string, number][] = [];
    run({ progress: (stage, share) => told.push([stage, share]) });
    const stages = told.map(([stage]) => stage);
    expect(stages.filter((stage, i) => stages.indexOf(stage) === i)).toEqual([
      "vertices and edges",
      "noding",
      "owners",
      "faces",
      "membership",
      "cells",
      "certificate",
      "done",
    ]);
    const shares = told.map(([, share]) => share);
    expect(shares.toSorted((a, b) => a - b)).toEqual(shares);
    expect(told.filter(([stage]) => stage === "noding").length).toBeGreaterThan(2);
    expect([shares[0], shares.at(-1)]).toEqual([0, 1]);
  });

  test("takes its keys from who gives them, for polygons and for sources", () => {
    const counts: number[] = [];
    // All elements share one key: each set is told from the others by its members alone.
    const alike: MakeKeys = (count) => {
      counts.push(count);
      return { low: new Int32Array(count), high: new Int32Array(count) };
    };
    expect(run({ keys: alike })).toEqual(run({}));
    expect(counts).toContain(3);
    expect(counts).toContain(2);
  });

  test("asks who searches for splits, if there is one", () => {
    const search = () => {
      throw new Error("asked");
    };
    expect(() => run({ search })).toThrow("asked");
  });

  test("sums each source over its cells", () => {
    const result = run({});
    expect(cellAreas(result, "AB")).toEqual({ A: 76, AB: 24, B: 96 });
    expect([...result.sourceArea]).toEqual([100, 120]);
    expect([...result.holeArea]).toEqual([4]);
    expect(result.sourceCount).toBe(2);
    expect(result.grid).toBe(METRE);
  });
});
