import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { PolygonFeature } from "../../../server/ingest/formats/format.ts";
import { shapefile } from "../../../server/ingest/formats/shapefile.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "patchwork-formats-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function readAll(path: string, crs: string[] = []): Promise<PolygonFeature[]> {
  const found: PolygonFeature[] = [];
  for await (const one of shapefile.read(path, { onCrs: (text) => crs.push(text) }))
    found.push(one);
  return found;
}

type Ring = readonly (readonly [number, number])[];

/** A shapefile record by record, after the published layout. */
function shp(type: number, shapes: readonly (readonly Ring[])[]): Buffer {
  const records = shapes.map((rings, i) => {
    const points = rings.flat();
    const content = Buffer.alloc(44 + 4 * rings.length + 16 * points.length);
    content.writeInt32LE(rings.length === 0 ? 0 : type, 0);
    content.writeInt32LE(rings.length, 36);
    content.writeInt32LE(points.length, 40);
    let first = 0;
    rings.forEach((ring, r) => {
      content.writeInt32LE(first, 44 + 4 * r);
      first += ring.length;
    });
    points.forEach(([x, y], p) => {
      content.writeDoubleLE(x, 44 + 4 * rings.length + 16 * p);
      content.writeDoubleLE(y, 52 + 4 * rings.length + 16 * p);
    });
    const body = rings.length === 0 ? content.subarray(0, 4) : content;
    const head = Buffer.alloc(8);
    head.writeInt32BE(i + 1, 0);
    head.writeInt32BE(body.length / 2, 4);
    return Buffer.concat([head, body]);
  });
  const header = Buffer.alloc(100);
  header.writeInt32BE(9994, 0);
  header.writeInt32BE(50 + records.reduce((sum, { length }) => sum + length / 2, 0), 24);
  header.writeInt32LE(1000, 28);
  header.writeInt32LE(type, 32);
  return Buffer.concat([header, ...records]);
}

/** A dBASE table of one text column. */
function dbf(field: string, width: number, values: readonly Buffer[]): Buffer {
  const header = Buffer.alloc(65);
  header[0] = 3;
  header.writeInt32LE(values.length, 4);
  header.writeInt16LE(65, 8);
  header.writeInt16LE(width + 1, 10);
  header.write(field, 32, "latin1");
  header.write("C", 43, "latin1");
  header[48] = width;
  header[64] = 0x0d;
  const rows = values.map((value) => {
    const row = Buffer.alloc(width + 1, 0x20);
    value.copy(row, 1);
    return row;
  });
  return Buffer.concat([header, ...rows, Buffer.from([0x1a])]);
}

const outer: Ring = [
  [0, 0],
  [0, 10],
  [10, 10],
  [10, 0],
  [0, 0],
];
const hole: Ring = [
  [2, 2],
  [4, 2],
  [4, 4],
  [2, 4],
  [2, 2],
];
const island: Ring = [
  [20, 0],
  [20, 5],
  [25, 5],
  [20, 0],
];

describe("shapefiles", () => {
  test("rings find their polygons, attributes and system come from the files beside", async () => {
    const path = write("a.shp", shp(5, [[outer, hole, island], [], [island]]));
    write(
      "a.dbf",
      dbf(
        "NAME",
        12,
        ["Môn", "null", "Bute"].map((name) => Buffer.from(name, "latin1")),
      ),
    );
    write("a.prj", 'PROJCS["British_National_Grid"]\n');
    const crs: string[] = [];
    const found = await readAll(path, crs);
    expect(found.map(({ polygonRing, ringVertex }) => [[...polygonRing], [...ringVertex]])).toEqual(
      [
        [
          [0, 2, 3],
          [0, 4, 8, 11],
        ],
        [[0], [0]],
        [
          [0, 1],
          [0, 3],
        ],
      ],
    );
    expect(found.map(({ properties }) => properties.NAME)).toEqual(["Môn", "null", "Bute"]);
    expect(crs).toEqual(['PROJCS["British_National_Grid"]']);
  });

  test("the encoding is the one its .cpg names", async () => {
    const path = write("utf.shp", shp(5, [[outer]]));
    write("utf.dbf", dbf("NAME", 12, [Buffer.from("Môn", "utf8")]));
    write("utf.cpg", "UTF-8");
    expect((await readAll(path))[0]?.properties.NAME).toBe("Môn");
  });

  test("one without attributes is read all the same", async () => {
    const path = write("bare.shp", shp(5, [[outer]]));
    expect((await readAll(path)).map(({ properties }) => properties)).toEqual([{}]);
  });

  test("one that is cut short is refused, even between records", async () => {
    const whole = shp(5, [[outer], [island]]);
    for (const length of [whole.length - 1, whole.length - 10, 100 + 8 + 44 + 4 + 80]) {
      const path = write("cut.shp", whole.subarray(0, length));
      await expect(readAll(path)).rejects.toMatchObject({
        code: "format/malformed",
        message: expect.stringMatching(/cut short/),
      });
    }
  });

  test.each<[string, Buffer, string]>([
    ["no.shp", Buffer.from("not a shapefile at all"), "format/malformed"],
    ["lines.shp", shp(3, [[island]]), "geometry/not-polygon"],
    [
      "nan.shp",
      shp(5, [
        [
          [
            [0, 0],
            [0, Number.NaN],
            [1, 1],
            [0, 0],
          ],
        ],
      ]),
      "geometry/coordinate",
    ],
    ["type.shp", shp(99, []), "format/malformed"],
  ])("%s is refused", async (name, bytes, code) => {
    await expect(readAll(write(name, bytes))).rejects.toMatchObject({ code });
  });
});
