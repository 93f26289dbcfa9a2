import { describe, expect, test } from "vitest";
import {
  collection,
  feature,
  hole,
  json,
  nested,
  polygon,
  read,
  square,
} from "../../support/geojson-reading.ts";

describe("the forms of GeoJSON", () => {
  test("a collection, with properties, ids and a hole", async () => {
    const text = json(
      collection(
        feature(polygon(square, hole), { id: "a", properties: { name: "Ynys Môn", n: 1 } }),
        feature({ type: "MultiPolygon", coordinates: [[square], [hole]] }, { id: 7 }),
      ),
    );
    const { features } = await read(text);
    expect(features.map(({ index, id }) => [index, id])).toEqual([
      [0, "a"],
      [1, "7"],
    ]);
    expect(features[0]?.properties).toEqual({ name: "Ynys Môn", n: 1 });
    expect(features.map(nested)).toEqual([
      [[square.slice(0, 4), hole.slice(0, 4)]],
      [[square.slice(0, 4)], [hole.slice(0, 4)]],
    ]);
  });

  test("a feature, a geometry, and a collection of geometries on their own", async () => {
    const alone = json(polygon(square));
    const several = json({
      type: "GeometryCollection",
      geometries: [polygon(square), polygon(hole)],
    });
    for (const text of [alone, json(feature(polygon(square)))]) {
      expect(nested((await read(text)).features[0]!)).toEqual([[square.slice(0, 4)]]);
    }
    expect(nested((await read(several)).features[0]!)).toHaveLength(2);
  });

  test("newline-delimited features and text sequences", async () => {
    const line = json(feature(polygon(square)));
    for (const text of [
      `${line}\n${line}\r\n${line}\n`,
      `\u001e${line}\n\u001e${line}\n\u001e${line}`,
    ]) {
      expect((await read(text)).features.map(({ index }) => index)).toEqual([0, 1, 2]);
    }
  });

  test("members in any order, foreign members, and coordinates where they mean nothing", async () => {
    const text = `{"features":[{"geometry":{"coordinates":${json([square])},"type":"Polygon",
      "bbox":[0,0,2,2]},"coordinates":"none of ]} ours \\" [","type":"Feature","extra":{"geometry":
      {"type":"Point","coordinates":[1,2]}},"properties":{"coordinates":[[9,9]],"type":"Point"}}],
      "id":"whole","properties":{"of":"the file"},"name":"x","type":"FeatureCollection"}`;
    const { features } = await read(text);
    expect(features).toHaveLength(1);
    expect(nested(features[0]!)).toEqual([[square.slice(0, 4)]]);
    expect(features[0]?.properties).toEqual({ coordinates: [[9, 9]], type: "Point" });
  });

  test("names written with escapes are the same names", async () => {
    const text = json(collection(feature(polygon(square)))).replace(
      '"type":"Polygon"',
      '"t\\u0079pe":"Pol\\u0079gon"',
    );
    expect((await read(text)).features).toHaveLength(1);
  });

  test("a null geometry and an empty one are features without a polygon", async () => {
    const text = json(
      collection(
        feature(null),
        feature(polygon()),
        feature({ type: "MultiPolygon", coordinates: [[], [[]]] }),
      ),
    );
    const { features } = await read(text);
    expect(features.map(nested)).toEqual([[], [], []]);
  });

  test("heights and measures are left out, open rings counted", async () => {
    const text = json(
      collection(
        feature(
          polygon([
            [0, 0, 5, 1],
            [2, 0, 5, 2],
            [2, 2, 5, 3],
          ]),
        ),
      ),
    );
    const [only] = (await read(text)).features;
    expect(nested(only!)).toEqual([
      [
        [
          [0, 0],
          [2, 0],
          [2, 2],
        ],
      ],
    ]);
    expect(only?.openRings).toBe(1);
  });

  test("a byte order mark is passed over, however the bytes arrive", async () => {
    const bytes = Buffer.from(`\ufeff${json(collection(feature(polygon(square))))}`);
    for (const size of [1, 2, 3, 1000]) expect((await read(bytes, size)).features).toHaveLength(1);
  });

  test("the crs that the file states is told, before or after the features", async () => {
    const crs = { type: "name", properties: { name: "urn:ogc:def:crs:EPSG::27700" } };
    const before = json({ type: "FeatureCollection", crs, features: [] });
    const after = json({ features: [feature(polygon(square))], crs, type: "FeatureCollection" });
    for (const text of [before, after]) {
      expect((await read(text)).crs).toEqual(["urn:ogc:def:crs:EPSG::27700"]);
    }
    expect((await read(json({ type: "FeatureCollection", crs: null, features: [] }))).crs).toEqual(
      [],
    );
  });
});
