import { expect, test } from "vitest";
import { readBundledLayer } from "../../server/ingest/load-bundled.ts";
import { redrawEach } from "../../server/ingest/load-redraw.ts";
import {
  decodeShapes,
  encodePolygons,
  polygonsByShape,
} from "../../server/store/geometry-codec.ts";
import { fromWkt, openGeos } from "../support/geos.ts";
import { areaOf, isValid } from "../support/geos-measure.ts";
import { toWkt } from "../support/wkt.ts";

test("a ring that meets itself becomes rings that do not, on the same ground", () => {
  // Two squares of 10 m that share the corner (10000, 10000), drawn as one ring.
  const xy = [0, 0, 10, 0, 10, 10, 20, 10, 20, 20, 10, 20, 10, 10, 0, 10].map((m) => m * 1000);
  const eight = {
    count: 1,
    polygonShape: Int32Array.of(0),
    polygonRing: Int32Array.of(0, 1),
    ringVertex: Int32Array.of(0, 8),
    xy: Int32Array.from(xy),
  };
  const drawn = redrawEach(eight);
  expect(drawn.count).toBe(1);
  expect([...drawn.polygonShape]).toEqual([0, 0]);
  expect([...drawn.xy]).toEqual(
    [0, 0, 10, 0, 10, 10, 0, 10, 10, 10, 20, 10, 20, 20, 10, 20].map((m) => m * 1000),
  );
});

test("every bundled place is a valid polygon to GEOS", async () => {
  const { areas, shapes } = await readBundledLayer("data/reference");
  const geos = await openGeos();
  const polygons = polygonsByShape(shapes);
  const invalid = areas.filter((_, i) => {
    const geometry = fromWkt(geos, toWkt(decodeShapes([encodePolygons(shapes, polygons[i]!)])))!;
    return !isValid(geos, geometry) || areaOf(geos, geometry) <= 0;
  });
  expect(invalid.map(({ name }) => name)).toEqual([]);
});
