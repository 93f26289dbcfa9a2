import { expect, test } from "vitest";
import { degreeShapes } from "../../server/publish/degree-shapes.ts";

const ring = [
  [0, 50],
  [1, 50],
  [1, 51],
  [0, 50],
];

test("polygons of a collection become shapes, without the vertex that closes a ring", () => {
  const { shapes, lonLat } = degreeShapes({
    type: "FeatureCollection",
    features: [
      { type: "Feature", properties: {}, geometry: { type: "Polygon", coordinates: [ring] } },
      { type: "Feature", properties: {}, geometry: { type: "Point", coordinates: [0, 0] } },
      {
        type: "Feature",
        properties: {},
        geometry: { type: "MultiPolygon", coordinates: [[ring], [ring, ring]] },
      },
    ],
  });
  expect(shapes.count).toBe(3);
  expect([...shapes.polygonShape]).toEqual([0, 2, 2]);
  expect([...shapes.polygonRing]).toEqual([0, 1, 2, 4]);
  expect([...shapes.ringVertex]).toEqual([0, 3, 6, 9, 12]);
  expect([...lonLat.subarray(0, 6)]).toEqual([0, 50, 1, 50, 1, 51]);
  expect(shapes.xy[3]).toBe(500_000_000);
});
