import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import { FORMATS, layersOf } from "../../../server/ingest/formats/registry.ts";
import { EXPANSION_FROM } from "../../../server/ingest/limits.ts";
import { refusalOf, tellingOf } from "../../support/formats.ts";
import { scratchFolder } from "../../support/scratch.ts";
import { dbf, type Ring, shp } from "../../support/shapefile.ts";
import { xlsxFile } from "../../support/xlsx-file.ts";
import { zipFile } from "../../support/zip-file.ts";

const zip = FORMATS.find(({ id }) => id === "zip")!;
const { write } = scratchFolder("zip");
// A folder of this file's own: what others unpack meanwhile is no fault.
const shared = process.env.TMPDIR;
process.env.TMPDIR = mkdtempSync(join(tmpdir(), "patchwork-zip-test-"));
afterEach(() => {
  const left = readdirSync(tmpdir()).filter((name) => name.startsWith("patchwork-unpacked-"));
  expect(left).toEqual([]);
});
afterAll(() => {
  rmSync(tmpdir(), { recursive: true });
  if (shared === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = shared;
});

const ring: Ring = [
  [0, 0],
  [0, 10],
  [10, 10],
  [0, 0],
];
const shape = shp(5, [[ring]]);
const wards = [
  { name: "data/wards.shp", bytes: shape },
  { name: "data/wards.DBF", bytes: dbf("NAME", 4, [Buffer.from("Bow")]) },
  { name: "data/wards.prj", bytes: 'PROJCS["British_National_Grid"]' },
];
const geojson = '{"type":"FeatureCollection","features":[]}';

describe("a zip archive", () => {
  test("of one shapefile is that shapefile, with what lies beside it", async () => {
    const rest = [
      { name: "readme.txt", bytes: "hello" },
      { name: "__MACOSX/data/._wards.shp", bytes: "x" },
      { name: "data/", bytes: "" },
    ];
    const { features, crs } = await tellingOf(zip, write("a.zip", zipFile([...wards, ...rest])));
    expect(features.map(({ properties }) => properties.NAME)).toEqual(["Bow"]);
    expect(crs).toEqual(['PROJCS["British_National_Grid"]']);
  });

  test("of several files has a layer for each, and one of them is to be chosen", async () => {
    const path = write(
      "b.zip",
      zipFile([
        ...wards,
        { name: "zones.geojson", bytes: geojson },
        { name: "p.shp", bytes: shp(1, []) },
      ]),
    );
    expect((await layersOf(path)).map(({ name }) => name)).toEqual([
      "data/wards.shp",
      "zones.geojson",
      "p.shp",
    ]);
    await expect(refusalOf(zip, path)).rejects.toMatchObject({
      code: "format/layer",
      message: expect.stringMatching(
        /choose one with --layer: "data\/wards\.shp", "zones\.geojson"/,
      ),
    });
    expect((await refusalOf(zip, path, { layer: "data/wards.shp" })).length).toBe(1);
  });

  test("within an archive is read, and deeper than the limit refused", async () => {
    const inner = zipFile(wards);
    const path = write("c.zip", zipFile([{ name: "inner.zip", bytes: inner }]));
    expect((await layersOf(path)).map(({ name }) => name)).toEqual(["inner.zip/data/wards.shp"]);
    await refusalOf(zip, path, { limits: { archiveDepth: 2 } });
    await expect(refusalOf(zip, path, { limits: { archiveDepth: 1 } })).rejects.toMatchObject({
      code: "limit/nesting",
    });
  });

  test("has no more files and bytes than the limits say: at them it is read, beyond refused", async () => {
    const path = write("d.zip", zipFile(wards));
    const bytes = wards.reduce((sum, part) => sum + part.bytes.length, 0);
    await refusalOf(zip, path, { limits: { archiveEntries: 3, expandedBytes: bytes } });
    await expect(refusalOf(zip, path, { limits: { archiveEntries: 2 } })).rejects.toMatchObject({
      code: "limit/entries",
    });
    await expect(
      refusalOf(zip, path, { limits: { expandedBytes: bytes - 1 } }),
    ).rejects.toMatchObject({ code: "limit/expanded" });
  });

  test("that would fill the disk is refused while it is unpacked", async () => {
    const bomb = { name: "a.geojson", bytes: Buffer.alloc(EXPANSION_FROM + 1_000_000) };
    const path = write("bomb.zip", zipFile([bomb]));
    await expect(refusalOf(zip, path)).rejects.toMatchObject({ code: "limit/expansion" });
    await expect(refusalOf(zip, path, { limits: { expansion: 2000 } })).rejects.toMatchObject({
      code: "format/malformed",
    });
  });

  test.each<[string, Buffer, string, RegExp]>([
    ["slip.zip", zipFile([{ name: "../evil.shp", bytes: shape }]), "archive/unsafe", /leads out/],
    ["root.zip", zipFile([{ name: "/etc/evil.shp", bytes: shape }]), "archive/unsafe", /leads out/],
    [
      "link.zip",
      zipFile([{ name: "wards.shp", bytes: "/etc/passwd", mode: 0o120_777 }]),
      "archive/unsafe",
      /holds a link, wards\.shp/,
    ],
    ["twice.zip", zipFile([wards[0]!, wards[0]!]), "archive/unsafe", /two files of one name/],
    [
      "long.zip",
      zipFile([{ name: `${"n".repeat(400)}.shp`, bytes: shape }]),
      "archive/unsafe",
      /name is too long/,
    ],
    [
      "locked.zip",
      zipFile([{ name: "wards.shp", bytes: shape, encrypted: true }]),
      "file/unreadable",
      /locked with a password/,
    ],
    [
      "lying.zip",
      zipFile([{ name: "wards.shp", bytes: shape, statedSize: 10 }]),
      "format/malformed",
      /damaged zip archive/,
    ],
    ["cut.zip", zipFile(wards).subarray(0, -30), "format/malformed", /damaged zip archive/],
    ["none.zip", zipFile([{ name: "a.txt", bytes: "x" }]), "format/unknown", /It holds a\.txt\.$/],
    ["empty.zip", zipFile([]), "format/unknown", /It holds nothing\.$/],
    ["book.zip", xlsxFile({ A: [["a"]] }), "format/other", /is an Excel workbook\. Name it \.xlsx/],
  ])("%s is refused, and nothing of it stays", async (name, bytes, code, message) => {
    await expect(refusalOf(zip, write(name, bytes))).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message),
    });
  });

  test("leaves nothing behind when the reading is given up", async () => {
    const two = { name: "w.shp", bytes: shp(5, [[ring], [ring]]) };
    for await (const one of zip.read(write("stop.zip", zipFile([two])))) {
      expect(one.index).toBe(0);
      break;
    }
  });
});
