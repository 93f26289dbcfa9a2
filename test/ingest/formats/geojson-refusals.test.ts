import { describe, expect, test } from "vitest";
import {
  collection,
  feature,
  good,
  json,
  polygon,
  read,
  square,
} from "../../support/geojson-reading.ts";

describe("what is refused, and how", () => {
  test.each<[string, string, string, RegExp]>([
    [
      "a point",
      json(collection(feature({ type: "Point", coordinates: [1, 2] }))),
      "geometry/not-polygon",
      /feature 1.*"Point"/,
    ],
    [
      "a line in a collection",
      json(
        feature({
          type: "GeometryCollection",
          geometries: [
            {
              type: "LineString",
              coordinates: [
                [0, 0],
                [1, 1],
              ],
            },
          ],
        }),
      ),
      "geometry/not-polygon",
      /"LineString"/,
    ],
    ["NaN", good.replace("[2,2]", "[NaN,2]"), "geometry/coordinate", /feature 1.*NaN/],
    ["a null ordinate", good.replace("[2,2]", "[null,2]"), "geometry/coordinate", /null/],
    ["a text ordinate", good.replace("[2,2]", '["2",2]'), "geometry/coordinate", /"2"/],
    [
      "an infinite ordinate",
      good.replace("[2,2]", "[1e999,2]"),
      "geometry/coordinate",
      /too large/,
    ],
    ["one ordinate", good.replace("[2,2]", "[2]"), "geometry/coordinate", /fewer than two/],
    ["an empty position", good.replace("[2,2]", "[]"), "geometry/coordinate", /fewer than two/],
    ["uneven nesting", good.replace("[2,2]", "[[2,2]]"), "geometry/coordinate", /unevenly/],
    ["a number between positions", good.replace("[2,2]", "2,2"), "geometry/coordinate", /unevenly/],
    [
      "the depth of several polygons in one",
      json(feature({ type: "Polygon", coordinates: [[square]] })),
      "geometry/coordinate",
      /nested as those of a Polygon/,
    ],
    ["a missing comma", good.replace("2,2", "2 2"), "format/malformed", /comma/],
    ["a missing comma between positions", good.replace("],[", "] ["), "format/malformed", /.*/],
    ["two commas", good.replace("],[", "],,["), "format/malformed", /.*/],
    ["a comma before the end", good.replace("[2,2]", "[2,2,]"), "format/malformed", /.*/],
    ["a leading zero", good.replace("[2,2]", "[02,2]"), "format/malformed", /no number/],
    [
      "no type",
      json({ features: [] }).replace("features", "feature"),
      "format/malformed",
      /no GeoJSON: its "type" is none .* import --streams/,
    ],
    [
      "a feature of no type",
      json(collection({ properties: {}, geometry: polygon(square) })),
      "format/malformed",
      /Feature is expected/,
    ],
    [
      "a polygon without coordinates",
      json(feature({ type: "Polygon" })),
      "format/malformed",
      /without "coordinates"/,
    ],
    [
      "coordinates given twice",
      good.replace('"coordinates":', '"coordinates":[],"coordinates":'),
      "format/malformed",
      /twice/,
    ],
    ["TopoJSON", json({ type: "Topology", objects: {}, arcs: [] }), "format/malformed", /TopoJSON/],
    ["a list", "[1,2]", "format/malformed", /"{" is expected/],
    [
      "broken properties",
      good.replace('"properties":{}', '"properties":{"a":}'),
      "format/malformed",
      /properties/,
    ],
    [
      "properties that are a list",
      good.replace('"properties":{}', '"properties":[]'),
      "format/malformed",
      /neither/,
    ],
    ["no bytes", "", "file/empty", /empty/],
  ])("%s", async (_name, text, code, message) => {
    for (const size of [1, 7, 1 << 16]) {
      await expect(read(text, size)).rejects.toMatchObject({
        code,
        message: expect.stringMatching(message),
      });
    }
  });

  test("a text that is not UTF-8", async () => {
    const bytes = Buffer.from(good.replace('"properties":{}', '"properties":{"a":"é"}'), "latin1");
    await expect(read(bytes)).rejects.toMatchObject({
      code: "format/malformed",
      message: expect.stringMatching(/UTF-8/),
    });
  });

  test("a file cut short at any byte, with the byte and the feature", async () => {
    const bytes = Buffer.from(good);
    for (let length = 1; length < bytes.length; length++) {
      await expect(read(bytes.subarray(0, length), 13)).rejects.toMatchObject({
        code: "format/malformed",
        detail: { byte: length },
      });
    }
    await expect(read(bytes.subarray(0, bytes.length - 20))).rejects.toMatchObject({
      detail: { feature: 2 },
      message: expect.stringMatching(/test\.geojson, feature 2 \(byte \d+\): .*cut short/),
    });
  });

  test("a control byte where a value is due: passing over it would never end", async () => {
    for (const byte of ["\u0000", "\u0001", "\u001f"]) {
      const text = good.replace('"properties":{', `"properties":{"a":[${byte}1],`);
      expect(text).not.toBe(good);
      await expect(read(text)).rejects.toMatchObject({ code: "format/malformed" });
    }
  });
});
