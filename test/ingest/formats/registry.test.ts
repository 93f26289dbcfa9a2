import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  FORMATS,
  formatByName,
  formatOf,
  recognise,
} from "../../../server/ingest/formats/registry.ts";
import { TOPOLOGY } from "../../support/small-topology.ts";

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

describe("the list of formats", () => {
  test("ids and endings are each used once", () => {
    const endings = FORMATS.flatMap(({ extensions }) => extensions);
    expect(new Set(endings).size).toBe(endings.length);
    expect(new Set(FORMATS.map(({ id }) => id)).size).toBe(FORMATS.length);
  });

  test.each([
    ["a.geojson", "geojson"],
    ["A.GEOJSON.GZ", "geojson"],
    ["b.ndjson", "geojson"],
    ["c.topojson.gz", "topojson"],
    ["d.topo.json", "topojson"],
    ["e.shp", "shapefile"],
    ["f.shp.gz", undefined],
    ["g.kml", "kml"],
    ["h.KMZ", "kmz"],
    ["i.gpkg", "gpkg"],
    ["j.fgb", "fgb"],
    ["k.csv.gz", "csv"],
    ["l.xlsx", "xlsx"],
    ["m.zip", "zip"],
    ["n.gpkg.gz", undefined],
  ])("%s is %s by name", (name, id) => {
    expect(formatByName(name)?.id).toBe(id);
  });

  test("a .json is told by what it begins with", async () => {
    const topology = JSON.stringify(TOPOLOGY);
    expect((await formatOf(write("t.json", topology))).id).toBe("topojson");
    expect((await formatOf(write("t.json.gz", gzipSync(topology)))).id).toBe("topojson");
    const collection = '{"type":"FeatureCollection","features":[]}';
    expect((await formatOf(write("g.json", collection))).id).toBe("geojson");
  });

  test.each<[string, string, string | Buffer]>([
    ["a.shp", "geojson", '\uFEFF {"type":"FeatureCollection","features":[]}'],
    ["b.geojson", "kml", '<?xml version="1.0"?>\n<!-- x --><kml></kml>'],
    ["c.kml", "gpkg", "SQLite format 3\0"],
    ["d.zip", "fgb", Buffer.from("66676203", "hex")],
    ["e.csv", "zip", "PK\x03\x04"],
    ["f", "shapefile", Buffer.from("0000270a", "hex")],
    ["g.kmz", "kmz", "PK\x03\x04"],
  ])("%s is known by its content as %s", async (name, id, bytes) => {
    const { format, notes } = await recognise(write(name, bytes));
    expect(format.id).toBe(id);
    const said = notes.map(({ message }) => message).join();
    if (name.includes(".") && id !== "kmz")
      expect(said).toMatch(/is named as .*, but is .*; it was read as that/);
    else expect(said).toBe("");
  });

  test.each<[string, string | Buffer, RegExp]>([
    [
      "page.geojson",
      "\n<!DOCTYPE html><html>Sign in",
      /is a web page: the download has probably failed/,
    ],
    ["plan.pdf", "%PDF-1.7", /is a PDF\. Export it as/],
    ["plan.dwg", "AC1032", /is a drawing/],
    ["zones.tab", "!table", /is a MapInfo file/],
    ["codes.xls", Buffer.from("d0cf11e0a1b1", "hex"), /old Excel/],
    ["wards.dbf", "x", /is a part of a shapefile\. Give the \.shp file/],
    ["walk.gpx", '<?xml version="1.0"?><gpx>', /track of a GPS/],
    ["zones.gml", "<wfs:FeatureCollection>", /is GML/],
    ["a.7z", "7z", /archive of another kind than zip/],
  ])("%s is of a kind that is not read, with what to do", async (name, bytes, message) => {
    await expect(recognise(write(name, bytes))).rejects.toMatchObject({
      code: "format/other",
      message: expect.stringMatching(message),
    });
  });

  test("an unknown one is refused, naming what is known", async () => {
    await expect(formatOf(write("plan.xyz", "x"))).rejects.toMatchObject({
      code: "format/unknown",
      message: expect.stringMatching(/plan\.xyz.*\.geojson.*\.shp/),
    });
  });
});
