import { expect, test } from "vitest";
import { boundsOf } from "../../server/core/geometry/bounds.ts";
import { roundToGrid } from "../../server/core/geometry/grid-rounding.ts";
import { ringAreas } from "../../server/core/geometry/ring-areas.ts";
import { type Crs, NATIONAL_GRID, statedCrs } from "../../server/ingest/crs.ts";
import type { PolygonFeature } from "../../server/ingest/formats/format.ts";
import { placeOnGrid } from "../../server/ingest/place-on-grid.ts";
import { inSystem, projectFeatures } from "../../server/ingest/project-features.ts";
import type { NamedFeature } from "../../server/ingest/source-ids.ts";

const GRID = { step: 0.001, originX: 0, originY: 0 };

/** A feature of triangles, each given by its three corners. */
function named(crs: Crs, ...triangles: number[][]): NamedFeature {
  const starts = Int32Array.from({ length: triangles.length + 1 }, (_, ring) => 3 * ring);
  const feature: PolygonFeature = {
    index: 0,
    id: undefined,
    properties: {},
    xy: Float64Array.from(triangles.flat()),
    ringVertex: starts,
    polygonRing: Int32Array.from(starts, (start) => start / 3),
    openRings: 0,
  };
  const file = { path: "", sha256: "", crs, crsBasis: "file", features: [], notes: [] } as const;
  return { source: "a", file: { ...file, bounds: boundsOf(feature.xy) }, feature };
}

const grid = await statedCrs(NATIONAL_GRID, "");
const degrees = await statedCrs("EPSG:4326", "");
const FEATURES = [
  named(degrees, [-1.5, 53, -1.4, 53, -1.4, 53.1], [-1.5, 53, -1.4, 53.1, -1.5, 53.1]),
  named(grid, [433_000.0004, 350_000.0005, 434_000, 350_000, 434_000, 351_000]),
  named(degrees, [-1.4, 53, -1.3, 53, -1.4, 53.1]),
];

test("features of several systems lie on the grid as if they were projected all at once", () => {
  const projected = projectFeatures(FEATURES, grid);
  const placed = placeOnGrid(FEATURES, grid, undefined);
  expect(placed.grid).toEqual(GRID);
  expect(placed.xy).toEqual(roundToGrid(projected, GRID));
  expect(placed.ringAreas).toEqual(ringAreas(Int32Array.of(0, 3, 6, 9, 12), projected));
  expect([...placed.xy.subarray(12, 14)]).toEqual([433_000_000, 350_000_001]);
});

test("a vertex that two features share is one point, and the box holds all of them", () => {
  const { bounds, xyOf } = inSystem(FEATURES, grid);
  const first = xyOf(0).slice();
  const third = xyOf(2);
  expect([...third.subarray(0, 2)]).toEqual([...first.subarray(2, 4)]);
  const [west, south, east, north] = bounds!;
  const all = projectFeatures(FEATURES, grid);
  const [xs, ys] = [all.filter((_, i) => i % 2 === 0), all.filter((_, i) => i % 2 === 1)];
  expect([west, east]).toEqual([Math.min(...xs), Math.max(...xs)]);
  expect([south, north]).toEqual([Math.min(...ys), Math.max(...ys)]);
});

test("what is in the system already is not copied", () => {
  expect(inSystem(FEATURES, grid).xyOf(1)).toBe(FEATURES[1]!.feature.xy);
});

test("no feature at all has a grid and no vertex", () => {
  const placed = placeOnGrid([], grid, undefined);
  expect([placed.xy.length, placed.ringAreas.length, placed.grid]).toEqual([0, 0, GRID]);
});
