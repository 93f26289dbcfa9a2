import { describe, expect, test } from "vitest";
import type { EngineRun } from "./bench/engine-run.ts";
import type { Measured } from "./bench/measure.ts";
import { nodedSegments, sortByEnds, sortSegments } from "./bench/radix-sort.ts";
import { peerTable, ratioTable } from "./bench/report-tables.ts";
import type { SystemGeosRun } from "./bench/system-geos.ts";
import { drawn, square } from "./support/squares.ts";
import type { WorkloadName } from "./support/workloads.ts";

const SYSTEM_GEOS = "the same with the system's GEOS";
const DONE = { node: 30, polygonize: 8, label: 2, faces: 9, memberships: 9, version: "3.11.1" };

const ENGINE: EngineRun = {
  seconds: 2,
  stages: { noding: 0.5 },
  pairs: 0.1,
  sources: 2,
  vertices: 8,
  cells: 3,
  polygons: 3,
  holes: 0,
  deepest: 2,
  memberships: 4,
  passes: 2,
  driftMetres: 0,
  snapChangeRelative: 0,
};

const measured = (name: WorkloadName, systemGeos: SystemGeosRun | undefined): Measured => ({
  name,
  title: name,
  engine: ENGINE,
  onTwoThreads: ENGINE,
  profile: {},
  radix: 0.4,
  radixNoded: 0.8,
  parse: 1,
  csv: undefined,
  geojson: undefined,
  geos: undefined,
  systemGeos,
  turf: { extrapolated: 1, candidates: 1, sampled: 1, failed: 0 },
  incremental: undefined,
});

/** The cells of the row whose first cell is so. */
function row(table: string, first: string): string[] {
  const rows = table.split("\n").map((line) => line.slice(2, -2).split(" | "));
  return rows.find((cells) => cells[0]?.trim() === first)?.map((cell) => cell.trim()) ?? [];
}

describe("the ratios to the system's GEOS", () => {
  const ratio = (name: WorkloadName, run: SystemGeosRun | undefined) =>
    row(ratioTable([measured(name, run)]), SYSTEM_GEOS).at(-1);

  test("are held to the target on the larger workloads", () => {
    expect(ratio("lsoas-over-2000", DONE)).toBe("20.0 ✓");
    expect(ratio("lsoas-over-2000", { ...DONE, node: 10 })).toBe("10.0 ✗");
    expect(ratio("moved-2000", undefined)).toBe("");
  });

  test("are figures without a mark where the target is against geos-wasm", () => {
    for (const name of ["layers", "three-layers", "initiatives-2000"] as const) {
      expect(ratio(name, DONE)).toBe("20.0");
    }
  });

  test("are least ratios where it came to no result, which may reach a target but not miss it", () => {
    expect(ratio("moved-2000", { seconds: 480, error: undefined })).toBe("> 240 ✓✓");
    expect(ratio("moved-2000", { seconds: 20, error: "std::bad_alloc" })).toBe("> 10.0");
  });
});

describe("the table of peers", () => {
  const node = (run: SystemGeosRun | undefined) =>
    row(peerTable([measured("moved-2000", run)]), "moved-2000")[4];

  test("says how the system's GEOS ended where it came to no result", () => {
    expect(node(DONE)).toBe("30.0");
    expect(node({ seconds: 480, error: undefined })).toBe("stopped after 480 s");
    expect(node({ seconds: 92, error: "std::bad_alloc" })).toBe(
      "error after 92.0 s (std::bad_alloc)",
    );
    expect(node(undefined)).toBe("");
  });
});

describe("the sorts that are floors", () => {
  /** Two squares that cross in two points, so that four of their eight sides come in halves. */
  const shapes = drawn([square(0, 0, 100)], [square(50, 50, 100)]);

  test("the ratio to the sort of the noded segments stands without target or mark", () => {
    const cells = row(
      ratioTable([measured("layers", undefined)]),
      "the same of the noded segments, which the cells are made of",
    );
    expect(cells.slice(1)).toEqual(["no target", "", "2.50"]);
  });

  test("order all segments, those of the input and those after noding, by their left ends", () => {
    expect(Array.from(sortSegments(shapes)).sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);

    const ends = nodedSegments(shapes);
    const sorted = sortByEnds(ends);
    const lefts = Array.from(sorted, (i) => Math.min(ends[4 * i]!, ends[4 * i + 2]!));
    expect(new Set(sorted).size).toBe(12);
    expect(lefts).toEqual([0, 0, 0, 50, 50, 50, 50, 50, 100, 100, 100, 150]);
  });
});
