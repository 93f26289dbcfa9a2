/** The toy set of MEASURES.md, in metres of the national grid from (430000, 433000). */
const EAST = 430_000;
const NORTH = 433_000;

const box = (x0: number, y0: number, x1: number, y1: number) => [
  [
    [x0, y0],
    [x1, y0],
    [x1, y1],
    [x0, y1],
    [x0, y0],
  ].map(([x, y]) => [EAST + x!, NORTH + y!]),
];

/** B 40 by 50, C 40 by 50 and D 20 by 20: Σ area 4,400 on a footprint of 3,500. */
export const TOY_SET = JSON.stringify({
  type: "FeatureCollection",
  crs: { type: "name", properties: { name: "urn:ogc:def:crs:EPSG::27700" } },
  features: [
    ["B", box(0, 0, 40, 50)],
    ["C", box(20, 25, 60, 75)],
    ["D", box(30, 40, 50, 60)],
  ].map(([id, coordinates]) => ({
    type: "Feature",
    id,
    properties: { name: `zone ${id}` },
    geometry: { type: "Polygon", coordinates },
  })),
});

/** Four bars around a yard of 10 by 10 that none of them covers. */
export const YARD = JSON.stringify({
  type: "FeatureCollection",
  crs: { type: "name", properties: { name: "EPSG:27700" } },
  features: [
    ["N", box(0, 20, 30, 30)],
    ["S", box(0, 0, 30, 10)],
    ["W", box(0, 0, 10, 30)],
    ["E", box(20, 0, 30, 30)],
  ].map(([id, coordinates]) => ({
    type: "Feature",
    id,
    properties: {},
    geometry: { type: "Polygon", coordinates },
  })),
});
