import { describe, expect, test } from "vitest";
import { csv } from "../../../server/ingest/formats/csv.ts";
import { excel } from "../../../server/ingest/formats/excel.ts";
import { refusalOf, tellingOf } from "../../support/formats.ts";
import { scratchFolder } from "../../support/scratch.ts";
import { xlsxFile } from "../../support/xlsx-file.ts";

const { write } = scratchFolder("wkt");

const TRIANGLE = [
  [0, 0],
  [10, 0],
  [10, 10],
];
const WKT = "POLYGON ((0 0, 10 0, 10 10, 0 0))";
const telling = (...outlines: string[]) =>
  tellingOf(
    csv,
    write("a.csv", `code,outline\n${outlines.map((o, i) => `c${i + 1},"${o}"`).join("\n")}\n`),
  );

describe("outlines in well-known text", () => {
  test.each([
    WKT,
    "polygon((0 0,10 0,10 10,0 0))",
    "POLYGON Z ((0 0 5, 1e1 0 5, 10. 10 5, 0 0 5))",
    "POLYGONZM((0 0 1 2, +10 0 1 2, 10 10 1 2, 0 0 1 2))",
    "MULTIPOLYGON (((0 0, 10 0, 10 10, 0 0)))",
    "GEOMETRYCOLLECTION (POLYGON ((0 0, 10 0, 10 10, 0 0)))",
    " SRID=27700;POLYGON((0 0,10 0,10 10,0 0)) ",
  ])("%s", async (text) => {
    const { polygons, features, findings } = await telling(text);
    expect(findings).toEqual([]);
    expect(polygons).toEqual([[[TRIANGLE]]]);
    expect(features[0]?.properties).toEqual({ code: "c1" });
  });

  test("name their system", async () => {
    expect((await telling(`SRID=27700;${WKT}`)).crs).toEqual(["EPSG:27700"]);
    expect((await telling(WKT)).crs).toEqual([]);
  });

  test("with holes and parts", async () => {
    const { polygons } = await telling(
      "MULTIPOLYGON(((0 0,10 0,10 10,0 0),(5 1,6 1,6 2,5 1)),((20 0,30 0,30 10,20 0)))",
    );
    expect(polygons[0]?.map((rings) => rings.length)).toEqual([2, 1]);
  });

  test("tell of what cannot be taken, and keep the row", async () => {
    const { features, findings } = await telling(
      WKT,
      "",
      "POLYGON EMPTY",
      "POINT (3 4)",
      "LINESTRING Z (5 6 1, 7 8 1)",
      "POLYGON ((0 0, 1 NaN, 1 1, 0 0))",
      "POLYGON ((0 0, 1 0, 1 1))",
      "POLYGON ((0 0, 1 0, 1 1, 0 0)",
      "POLYGON ((0 0, 1, 1 1, 0 0))",
      "POLYGON ((0 0, 1 0, 1 1, 0 0)) more",
      "CIRCLE (1 2)",
      "GEOMETRYCOLLECTION (POINT (1 2), POLYGON ((0 0, 1 0, 1 1, 0 0)))",
    );
    expect(findings.map(({ feature, code, place }) => [feature, code, place])).toEqual([
      [1, "geometry/null", undefined],
      [2, "geometry/null", undefined],
      [3, "geometry/not-polygon", [3, 4]],
      [4, "geometry/not-polygon", [5, 6]],
      [5, "geometry/coordinate", [0, 0]],
      [6, "geometry/unclosed-ring", [0, 0]],
      [7, "record/damaged", undefined],
      [8, "record/damaged", undefined],
      [9, "record/damaged", undefined],
      [10, "record/damaged", undefined],
      [11, "geometry/not-polygon", [1, 2]],
    ]);
    expect(features.map(({ polygonRing }) => polygonRing.length - 1)).toEqual([
      1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1,
    ]);
  });

  test("nested without end are a finding, not a crash", async () => {
    const deep = `${"GEOMETRYCOLLECTION(".repeat(5000)}POINT(1 1)${")".repeat(5000)}`;
    expect((await telling(WKT, deep)).findings).toMatchObject([{ code: "record/damaged" }]);
  });
});

describe("a workbook", () => {
  test("has a sheet as its layer", async () => {
    const path = write(
      "a.xlsx",
      xlsxFile({
        Codes: [["code"], ["E1"]],
        Outlines: [
          ["code", "wkt"],
          ["E1", WKT],
        ],
      }),
    );
    expect((await tellingOf(excel, path, { layer: "Outlines" })).polygons).toEqual([[[TRIANGLE]]]);
    await expect(refusalOf(excel, path)).rejects.toMatchObject({ code: "format/no-polygons" });
  });

  test("whose outline Excel cut off is refused with the cell", async () => {
    const cut = `POLYGON ((${"123456 654321, ".repeat(3000)}`.slice(0, 32_767);
    const path = write(
      "cut.xlsx",
      xlsxFile({
        A: [
          ["code", "wkt"],
          ["E1", cut],
        ],
      }),
    );
    await expect(refusalOf(excel, path)).rejects.toMatchObject({
      code: "format/malformed",
      message: expect.stringMatching(/sheet "A", row 2, column B \("wkt"\).*Excel has cut it off/),
    });
  });
});

describe("a table without outlines", () => {
  test.each([
    ["points.csv", "name,Lon,lat\nBow,0.1,51.5\n", /holds points \(columns "Lon" and "lat"\)/],
    ["grid.csv", "Easting,Northing\n1,2\n", /holds points/],
    ["codes.csv", "ward\nE05000001\n", /import it with a reference layer/],
  ])("%s is refused with what to do", async (name, text, message) => {
    await expect(refusalOf(csv, write(name, text))).rejects.toMatchObject({
      code: "format/no-polygons",
      message: expect.stringMatching(message),
    });
  });
});
