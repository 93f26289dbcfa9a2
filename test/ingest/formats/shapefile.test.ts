import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Finding, Note, PolygonFeature } from "../../../server/ingest/formats/format.ts";
import { shapefile } from "../../../server/ingest/formats/shapefile.ts";
import { dbf, type Ring, shp } from "../../support/shapefile.ts";

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

async function readTelling(path: string) {
  const features: PolygonFeature[] = [];
  const findings: Finding[] = [];
  const notes: Note[] = [];
  const reading = shapefile.read(path, {
    onFinding: (one) => void findings.push(one),
    onNote: (one) => void notes.push(one),
  });
  for await (const one of reading) features.push(one);
  return { features, findings, notes: notes.map(({ code }) => code) };
}

/** The same shapes with heights, and with or without measures after them. */
function withHeights(plain: Buffer, points: number, measures: boolean): Buffer {
  const extra = Buffer.alloc((measures ? 2 : 1) * (16 + 8 * points));
  const bytes = Buffer.concat([plain, extra]);
  bytes.writeInt32BE(bytes.length / 2, 24);
  bytes.writeInt32LE(15, 32);
  bytes.writeInt32LE(15, 108);
  bytes.writeInt32BE((bytes.length - 108) / 2, 104);
  return bytes;
}

describe("what a shapefile's reader finds, and goes on", () => {
  test.each([true, false])("Z is read, measures there: %s", async (measures) => {
    const path = write("z.shp", withHeights(shp(5, [[outer]]), outer.length, measures));
    expect((await readAll(path)).map(({ xy }) => xy.length)).toEqual([8]);
  });

  test("a damaged record, a null shape and a line keep their features and attributes", async () => {
    const bytes = shp(5, [[outer], [island], [], [island]]);
    const second = 100 + 8 + bytes.readInt32BE(104) * 2 + 8;
    bytes.writeInt32LE(9999, second + 40);
    bytes.writeInt32LE(3, bytes.length - (44 + 4 + 16 * island.length));
    const path = write("odd.shp", bytes);
    write(
      "odd.dbf",
      dbf(
        "NAME",
        3,
        ["a", "b", "c", "d"].map((name) => Buffer.from(name)),
      ),
    );
    const { features, findings, notes } = await readTelling(path);
    expect(features.map(({ polygonRing }) => polygonRing.length - 1)).toEqual([1, 0, 0, 0]);
    expect(features.map(({ properties }) => properties.NAME)).toEqual(["a", "b", "c", "d"]);
    expect(findings).toMatchObject(
      [
        { code: "record/damaged", feature: 1, message: /1 rings and 9999 points/ },
        { code: "geometry/null", feature: 2 },
        {
          code: "geometry/not-polygon",
          feature: 3,
          place: [20, 0],
          detail: { type: "LineString" },
        },
      ].map((one) =>
        "message" in one ? { ...one, message: expect.stringMatching(one.message!) } : one,
      ),
    );
    expect(notes).toEqual(["file/no-index"]);
    await expect(readAll(path)).rejects.toMatchObject({
      code: "format/malformed",
      message: expect.stringMatching(/^odd\.shp, feature 2: It states 1 rings/),
    });
  });

  test("a record that states more than the file holds ends it, with a finding", async () => {
    const bytes = shp(5, [[outer], [island]]);
    const second = 100 + 8 + bytes.readInt32BE(104) * 2;
    bytes.writeInt32BE(0x3fffffff, second + 4);
    const { features, findings } = await readTelling(write("long.shp", bytes));
    expect(features.length).toBe(2);
    expect(findings).toMatchObject([{ code: "record/damaged", feature: 1 }]);
  });

  test("an open ring and a stray hole are told with their places", async () => {
    const open = outer.slice(0, -1);
    const far = hole.map(([x, y]) => [x + 50, y] as const);
    const { findings } = await readTelling(write("rings.shp", shp(5, [[open, far]])));
    expect(findings.map(({ code, place }) => [code, place])).toEqual([
      ["geometry/stray-hole", [52, 2]],
      ["geometry/unclosed-ring", [0, 0]],
    ]);
  });

  test("attributes that are missing, deleted or left over are said", async () => {
    const path = write("rows.shp", shp(5, [[outer], [island]]));
    const rows = dbf(
      "N",
      1,
      ["a", "b", "c"].map((name) => Buffer.from(name)),
    );
    rows[65] = 0x2a;
    write("rows.dbf", rows);
    const { features, notes } = await readTelling(path);
    expect(features.map(({ index, properties }) => [index, properties.N])).toEqual([[0, "b"]]);
    expect(notes).toEqual(["file/no-index", "file/left-out", "file/left-out"]);
    write("rows.dbf", rows.subarray(0, 68));
    expect((await readTelling(path)).findings).toMatchObject(
      [{ code: "record/damaged", feature: 0, message: /no attributes/ }].map((one) => ({
        ...one,
        message: expect.stringMatching(one.message),
      })),
    );
  });

  test("without a .dbf there are no attributes, and it says so", async () => {
    const { features, notes } = await readTelling(write("alone.shp", shp(5, [[outer]])));
    expect(features[0]?.properties).toEqual({});
    expect(notes).toEqual(["file/no-index", "file/no-attributes"]);
  });

  test("a field called __proto__ is a field", async () => {
    const path = write("proto.shp", shp(5, [[outer]]));
    write("proto.dbf", dbf("__proto__", 4, [Buffer.from("x")]));
    const [feature] = (await readTelling(path)).features;
    expect(Object.entries(feature!.properties)).toEqual([["__proto__", "x"]]);
  });
});

describe("an index", () => {
  const two = shp(5, [[outer], [island]]);
  const second = 108 + 2 * two.readInt32BE(104);
  function shx(starts: readonly number[]): Buffer {
    const bytes = Buffer.alloc(100 + 8 * starts.length);
    two.copy(bytes, 0, 0, 100);
    starts.forEach((start, i) => {
      bytes.writeInt32BE(start / 2, 100 + 8 * i);
      bytes.writeInt32BE(two.readInt32BE(start + 4), 104 + 8 * i);
    });
    return bytes;
  }

  test("leads to the records in its order, past what lies between", async () => {
    const path = write("i.shp", two);
    write("i.shx", shx([second, 100]));
    expect((await readAll(path)).map(({ xy }) => xy.length)).toEqual([6, 8]);
  });

  test("finds the record after a damaged one", async () => {
    const bytes = Buffer.from(two);
    bytes.writeInt32BE(1, 104);
    const path = write("d.shp", bytes);
    write("d.shx", shx([100, second]));
    const { features, findings } = await readTelling(path);
    expect(features.map(({ xy }) => xy.length)).toEqual([0, 6]);
    expect(findings).toMatchObject([{ code: "record/damaged", feature: 0 }]);
  });

  test("that does not fit is not used, and that is said", async () => {
    const path = write("bad.shp", two);
    const wrong = shx([100, second]);
    wrong.writeInt32BE(54, 108);
    write("bad.shx", wrong);
    const { features, notes } = await readTelling(path);
    expect(features.map(({ xy }) => xy.length)).toEqual([8, 6]);
    expect(notes).toContain("file/no-index");
  });
});
