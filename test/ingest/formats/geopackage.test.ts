import { readdirSync } from "node:fs";
import { dirname } from "node:path";
import { describe, expect, test } from "vitest";
import { geopackage } from "../../../server/ingest/formats/geopackage.ts";
import { blob, gpkgFile, refusalOf, tellingOf, wkb } from "../../support/formats.ts";
import { scratchFolder } from "../../support/scratch.ts";

const { write } = scratchFolder("gpkg");

const ring = [
  [0, 0],
  [10, 0],
  [10, 10],
  [0, 0],
] as const;
const triangle = [
  [0, 0],
  [10, 0],
  [10, 10],
];
const square = blob(wkb.polygon([ring]));
const one = { type: "POLYGON", rows: [square] };

describe("GeoPackage", () => {
  test("has shapes, attributes and the system by its number; the row's own number is no id", async () => {
    const { features, polygons, crs, notes } = await tellingOf(
      geopackage,
      write("a.gpkg", gpkgFile({ "my wards": one })),
    );
    expect(polygons).toEqual([[[triangle]]]);
    expect(features[0]).toMatchObject({
      index: 0,
      id: undefined,
      properties: { code: "c1", big: "9007199254740993", yes: true },
    });
    expect(crs).toEqual(["EPSG:27700"]);
    expect(notes).toEqual([]);
  });

  test.each<[string, Buffer]>([
    ["heights in ISO", wkb.polygon([ring.map(([x, y]) => [x, y, 5])], 1003)],
    ["heights and measures", wkb.polygon([ring.map(([x, y]) => [x, y, 5, 6])], 3003)],
    ["heights in EWKB", wkb.polygon([ring.map(([x, y]) => [x, y, 5])], 0x80000003)],
    ["several", wkb.holder(6, [wkb.polygon([ring])])],
    ["a surface of plain polygons", wkb.holder(12, [wkb.polygon([ring])])],
  ])("reads %s", async (_, body) => {
    const path = write("b.gpkg", gpkgFile({ a: { type: "POLYGON", rows: [blob(body)] } }));
    expect((await tellingOf(geopackage, path)).polygons).toEqual([[[triangle]]]);
  });

  test("passes over the box before a shape, whatever its kind", async () => {
    const rows = [0, 32, 48, 48, 64].map((bytes, kind) =>
      blob(wkb.polygon([ring]), 1 | (kind << 1), bytes),
    );
    const path = write("box.gpkg", gpkgFile({ a: { type: "POLYGON", rows } }));
    const { polygons } = await tellingOf(geopackage, path);
    expect(polygons).toEqual(rows.map(() => [[triangle]]));
  });

  test("tells of null, empty, point, curve, not finite and damaged, and keeps their rows", async () => {
    const rows = [
      null,
      blob(wkb.polygon([]), 0x11),
      blob(wkb.point(3, 4)),
      blob(
        wkb.holder(10, [
          wkb.line(
            [
              [5, 6],
              [7, 8],
            ],
            8,
          ),
        ]),
      ),
      blob(
        wkb.polygon([
          [
            [0, 0],
            [1, Number.NaN],
            [2, 2],
          ],
        ]),
      ),
      blob(wkb.polygon([ring]).subarray(0, 40)),
      Buffer.from("what"),
      blob(wkb.holder(7, [wkb.point(1, 2), wkb.polygon([ring])])),
      blob(wkb.polygon([ring.slice(0, 3)])),
    ];
    const path = write("c.gpkg", gpkgFile({ a: { type: "GEOMETRY", rows } }));
    const { features, findings } = await tellingOf(geopackage, path);
    expect(findings.map(({ code, feature, place }) => [feature, code, place])).toEqual([
      [0, "geometry/null", undefined],
      [1, "geometry/null", undefined],
      [2, "geometry/not-polygon", [3, 4]],
      [3, "geometry/not-polygon", [5, 6]],
      [4, "geometry/coordinate", [0, 0]],
      [5, "record/damaged", undefined],
      [6, "record/damaged", undefined],
      [7, "geometry/not-polygon", [1, 2]],
      [8, "geometry/unclosed-ring", [0, 0]],
    ]);
    expect(features.map(({ polygonRing }) => polygonRing.length - 1)).toEqual([
      0, 0, 0, 0, 0, 0, 0, 1, 1,
    ]);
    await expect(refusalOf(geopackage, path)).rejects.toMatchObject({
      code: "geometry/not-polygon",
      message:
        'c.gpkg, feature 3: The geometry is "Point"; only polygons can be read. Take it out of the file.',
    });
  });

  test("of several layers the one of polygons is read, and the rest is said", async () => {
    const stops = { type: "POINT", rows: [blob(wkb.point(1, 1))] };
    const path = write("d.gpkg", gpkgFile({ stops, wards: one }));
    expect(await geopackage.layers!(path)).toEqual([
      { name: "stops", geometry: "point", features: 1 },
      { name: "wards", geometry: "polygon", features: 1 },
    ]);
    const { polygons, notes } = await tellingOf(geopackage, path);
    expect(polygons.length).toBe(1);
    expect(notes.map(({ message }) => message)).toEqual([
      'Left out of d.gpkg, as they hold no polygons: "stops" (points, 1).',
    ]);
  });

  test("of several layers of polygons one is to be chosen", async () => {
    const path = write("e.gpkg", gpkgFile({ wards: one, 'odd "name"': one }));
    await expect(refusalOf(geopackage, path)).rejects.toMatchObject({
      code: "format/layer",
      message:
        'e.gpkg has several layers; choose one with --layer: "wards" (polygons, 1), "odd "name"" (polygons, 1).',
    });
    expect((await refusalOf(geopackage, path, { layer: 'odd "name"' })).length).toBe(1);
    await expect(refusalOf(geopackage, path, { layer: "zones" })).rejects.toMatchObject({
      code: "format/layer",
      message: expect.stringMatching(/no layer "zones"\. Its layers/),
    });
  });

  const registered = (sql: string) =>
    `${sql}; INSERT INTO gpkg_geometry_columns VALUES ('v', 'geom', 'POLYGON', 7, 0, 0);`;

  test.each<[string, string]>([
    [
      "some rows and columns",
      "CREATE VIEW v AS SELECT fid, Geom AS geom, code FROM a WHERE fid > 1",
    ],
    [
      "another table's column by its number",
      `CREATE TABLE names (id INTEGER PRIMARY KEY, label TEXT); INSERT INTO names VALUES (2, 'two');
       CREATE VIEW v AS SELECT a.fid, a.Geom AS geom, a.code, names.label FROM a JOIN names ON names.id = a.fid`,
    ],
    [
      "sorted",
      "CREATE VIEW v AS SELECT fid, Geom AS geom, code FROM a WHERE fid > 1 ORDER BY code",
    ],
  ])("a view that passes once through a table is a layer: %s", async (_, sql) => {
    const two = { type: "POLYGON", rows: [square, square] };
    const path = write("view.gpkg", gpkgFile({ a: two }, registered(sql)));
    expect((await geopackage.layers!(path)).map(({ name }) => name)).toEqual(["a", "v"]);
    const { features, polygons, crs } = await tellingOf(geopackage, path, { layer: "v" });
    expect(polygons).toEqual([[[triangle]]]);
    expect(features[0]!.properties).toMatchObject({ code: "c2" });
    expect(features[0]!.properties).not.toHaveProperty("fid");
    expect(crs).toEqual(["EPSG:27700"]);
  });

  test.each<[string, string]>([
    [
      "a recursion",
      `CREATE VIEW v AS WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c)
       SELECT n AS fid, NULL AS geom FROM c WHERE n < 0`,
    ],
    ["tables multiplied", "CREATE VIEW v AS SELECT x.fid, x.Geom AS geom FROM a x, a y, a z"],
    [
      "a query for each row",
      "CREATE VIEW v AS SELECT fid, Geom AS geom, (SELECT count(*) FROM a) AS n FROM a",
    ],
    ["a virtual table", "CREATE VIEW v AS SELECT key AS fid, NULL AS geom FROM json_each('[1]')"],
  ])("one that could run for ever is said and left out: %s", async (_, sql) => {
    const path = write("view.gpkg", gpkgFile({ a: one }, registered(sql)));
    const { polygons, notes } = await tellingOf(geopackage, path);
    expect(polygons.length).toBe(1);
    expect(notes[0]?.message).toMatch(/^Left out of view\.gpkg: "v", as a view that does more/);
    const only = gpkgFile(
      {},
      `CREATE TABLE a (fid INTEGER PRIMARY KEY, Geom BLOB); ${registered(sql)}`,
    );
    await expect(refusalOf(geopackage, write("only.gpkg", only))).rejects.toMatchObject({
      code: "format/no-polygons",
      message: expect.stringContaining("Export it as a table"),
    });
  });

  test("one whose changes wait beside it is read, said, and left as it is", async () => {
    const bytes = gpkgFile({ a: one });
    bytes.fill(2, 18, 20);
    const path = write("wal/w.gpkg", bytes);
    write("wal/w.gpkg-wal", "changes");
    const { polygons, notes } = await tellingOf(geopackage, path);
    expect(polygons.length).toBe(1);
    expect(notes[0]?.message).toMatch(/^w\.gpkg has changes that are not written into it yet/);
    expect(readdirSync(dirname(path)).sort()).toEqual(["w.gpkg", "w.gpkg-wal"]);
  });

  test.each<[string, Buffer | string, RegExp]>([
    ["text.gpkg", "not a database at all", /it is no database/],
    [
      "cut.gpkg",
      gpkgFile({ a: one }).subarray(0, 9000),
      /malformed|disk image|no such table|file is not/,
    ],
    [
      "plain.gpkg",
      gpkgFile({}, "DROP TABLE gpkg_geometry_columns"),
      /no table gpkg_geometry_columns/,
    ],
    ["cols.gpkg", gpkgFile({ a: one }, "DROP TABLE gpkg_spatial_ref_sys"), /no such table/],
  ])("%s is refused", async (name, bytes, message) => {
    await expect(refusalOf(geopackage, write(name, bytes))).rejects.toMatchObject({
      code: "format/malformed",
      message: expect.stringMatching(message),
    });
  });
});
