import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { PolygonFeature } from "../../../server/ingest/formats/format.ts";
import { topojson } from "../../../server/ingest/formats/topojson.ts";
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

async function readAll(path: string): Promise<PolygonFeature[]> {
  const found: PolygonFeature[] = [];
  for await (const one of topojson.read(path)) found.push(one);
  return found;
}

describe("TopoJSON", () => {
  test("neighbours keep exactly the same vertices along their shared arc", async () => {
    const found = await readAll(write("a.topojson", JSON.stringify(TOPOLOGY)));
    expect(found.map(({ id, polygonRing }) => [id, polygonRing.length - 1])).toEqual([
      ["W", 1],
      ["2", 1],
      [undefined, 0],
      [undefined, 1],
    ]);
    const [west, east] = found.map(({ xy }) =>
      Array.from({ length: xy.length / 2 }, (_, v) => `${xy[2 * v]} ${xy[2 * v + 1]}`),
    );
    expect(west?.filter((point) => east?.includes(point))).toHaveLength(2);
    expect(found[0]?.properties).toEqual({ name: "west" });
  });

  test.each([
    ["cut.topojson", '{"type":"Topology","arcs":[', /not valid JSON/],
    ["other.topojson", '{"type":"FeatureCollection","features":[]}', /no arcs/],
    [
      "lost.topojson",
      JSON.stringify({ ...TOPOLOGY, arcs: TOPOLOGY.arcs.slice(0, 1) }),
      /object "units".*arcs/,
    ],
  ])("%s is refused", async (name, text, message) => {
    await expect(readAll(write(name, text))).rejects.toMatchObject({
      code: "format/malformed",
      message: expect.stringMatching(message),
    });
  });

  test("a line is refused by name", async () => {
    const objects = { paths: { type: "LineString", arcs: [0] } };
    const path = write("line.topojson", JSON.stringify({ ...TOPOLOGY, objects }));
    await expect(readAll(path)).rejects.toMatchObject({ code: "geometry/not-polygon" });
  });
});
