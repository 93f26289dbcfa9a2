import { expect, test } from "vitest";
import type { PolygonFeature } from "../../server/ingest/formats/format.ts";
import { polygonsWithin } from "../../server/ingest/keep-polygons.ts";

/** A square with a hole, then a triangle far to the west. */
const islands: PolygonFeature = {
  index: 3,
  id: "isles",
  properties: { name: "Isles" },
  xy: Float64Array.of(0, 0, 9, 0, 9, 9, 0, 9, 1, 1, 1, 2, 2, 2, -50, 0, -49, 0, -49, 1),
  ringVertex: Int32Array.of(0, 4, 7, 10),
  polygonRing: Int32Array.of(0, 2, 3),
  openRings: 0,
};

test("polygons that reach outside are left out, the rest is kept whole", () => {
  const { xy, ringVertex, polygonRing, ...rest } = polygonsWithin(islands, [-10, -10, 10, 10]);
  expect([...xy]).toEqual([...islands.xy.slice(0, 14)]);
  expect([...ringVertex]).toEqual([0, 4, 7]);
  expect([...polygonRing]).toEqual([0, 2]);
  expect(rest).toMatchObject({ index: 3, id: "isles", properties: { name: "Isles" } });
});

test("a feature wholly inside is the same feature, one wholly outside has no polygon", () => {
  expect(polygonsWithin(islands, [-50, 0, 9, 9])).toBe(islands);
  expect([...polygonsWithin(islands, [-40, 5, 8, 9]).polygonRing]).toEqual([0]);
});
