import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { FORMATS, formatByName, formatOf } from "../../../server/ingest/formats/registry.ts";
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
    ["g.kml", undefined],
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

  test("an unknown one is refused, naming what is known", async () => {
    await expect(formatOf("/somewhere/plan.dwg")).rejects.toMatchObject({
      code: "format/unknown",
      message: expect.stringMatching(/plan\.dwg.*\.geojson.*\.shp/),
    });
  });
});
