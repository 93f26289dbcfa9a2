import { geojson as fgb } from "flatgeobuf";
import { describe, expect, test } from "vitest";
import { flatgeobuf } from "../../../server/ingest/formats/flatgeobuf.ts";
import { refusalOf, tellingOf } from "../../support/formats.ts";
import { scratchFolder } from "../../support/scratch.ts";

const { write } = scratchFolder("fgb");

const ring = [
  [0, 0],
  [10, 0],
  [10, 10],
  [0, 0],
];
const far = ring.map(([x, y]) => [x! + 50, y!]);
const feature = (geometry: object, properties: object = { name: "Môn", n: 2.5 }) =>
  ({ type: "Feature", properties, geometry }) as never;
const collection = (...features: never[]) =>
  ({ type: "FeatureCollection", features }) as Parameters<typeof fgb.serialize>[0];
const bytesOf = (...features: never[]) =>
  Buffer.from(fgb.serialize(collection(...features), 27700));
const polygon = feature({ type: "Polygon", coordinates: [ring] });
const several = feature({ type: "MultiPolygon", coordinates: [[ring], [far]] });

describe("FlatGeobuf", () => {
  test("is read with attributes and system", async () => {
    const { polygons, features, crs, findings } = await tellingOf(
      flatgeobuf,
      write("a.fgb", bytesOf(polygon, several)),
    );
    expect(polygons.map((one) => one.length)).toEqual([1, 2]);
    expect(polygons[0]).toEqual([[ring.slice(0, 3)]]);
    expect(features[0]?.properties).toEqual({ name: "Môn", n: 2.5 });
    expect(crs).toEqual(["EPSG:27700"]);
    expect(findings).toEqual([]);
  });

  test("a field called __proto__ is a field", async () => {
    const odd = feature(
      { type: "Polygon", coordinates: [ring] },
      JSON.parse('{"a":"1","__proto__":"x"}'),
    );
    const { features } = await tellingOf(flatgeobuf, write("p.fgb", bytesOf(odd)));
    expect(Object.entries(features[0]!.properties)).toEqual([
      ["a", "1"],
      ["__proto__", "x"],
    ]);
  });

  test("tells of points and of numbers that are none", async () => {
    const point = feature({ type: "Point", coordinates: [3, 4] });
    const { findings } = await tellingOf(flatgeobuf, write("b.fgb", bytesOf(polygon, point)));
    expect(findings).toMatchObject([
      { code: "geometry/not-polygon", feature: 1, place: [3, 4], detail: { type: "Point" } },
    ]);
    const bytes = bytesOf(polygon);
    bytes.writeDoubleLE(Number.NaN, bytes.indexOf(Buffer.from(Float64Array.of(10, 10).buffer)));
    const nan = await tellingOf(flatgeobuf, write("n.fgb", bytes));
    expect(nan.findings).toMatchObject([{ code: "geometry/coordinate", feature: 0 }]);
  });

  test("believes no length that the file does not bear out", async () => {
    const bytes = bytesOf(polygon, several);
    for (let at = 8; at < bytes.length; at += 4) {
      const wrong = Buffer.from(bytes);
      wrong.writeUInt32LE(0x7fffffff, at);
      await tellingOf(flatgeobuf, write("w.fgb", wrong)).catch((cause) => {
        expect(cause).toMatchObject({ code: "format/malformed" });
      });
    }
  });

  test("one that is cut short keeps what was read, and says how much that is", async () => {
    const path = write("half.fgb", bytesOf(polygon, several).subarray(0, -9));
    const { polygons, findings, notes } = await tellingOf(flatgeobuf, path);
    expect(polygons.map((one) => one.length)).toEqual([1, 0]);
    expect(findings).toMatchObject([{ code: "record/damaged", feature: 1 }]);
    expect(notes.map(({ message }) => message)).toEqual([
      "half.fgb is cut short: 1 of 2 features could be read. Export it anew.",
    ]);
  });

  test.each<[string, Buffer]>([
    ["text.fgb", Buffer.from("not one at all")],
    ["cut.fgb", bytesOf(polygon).subarray(0, -9)],
    ["short.fgb", bytesOf(polygon).subarray(0, 10)],
  ])("%s is refused", async (name, bytes) => {
    await expect(refusalOf(flatgeobuf, write(name, bytes))).rejects.toMatchObject({
      code: "format/malformed",
    });
  });
});
