import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { PolygonFeature } from "../../../server/ingest/formats/format.ts";
import { geojson } from "../../../server/ingest/formats/geojson.ts";
import { good } from "../../support/geojson-reading.ts";

describe("files", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "patchwork-geojson-"));
    writeFileSync(join(folder, "plain.geojson"), good);
    writeFileSync(join(folder, "zipped.geojson"), gzipSync(good));
    writeFileSync(join(folder, "short.geojson.gz"), gzipSync(good).subarray(0, 60));
    writeFileSync(
      join(folder, "bad.geojson.gz"),
      Buffer.concat([gzipSync(good).subarray(0, 20), Buffer.alloc(40)]),
    );
    writeFileSync(join(folder, "empty.geojson"), "");
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const readFile = async (name: string) => {
    const bytes: Uint8Array[] = [];
    const found: PolygonFeature[] = [];
    for await (const one of geojson.read(join(folder, name), {
      onBytes: (part) => bytes.push(part),
    })) {
      found.push(one);
    }
    return { found, bytes: Buffer.concat(bytes) };
  };

  test("plain and gzipped read alike, whatever the name says, and their stored bytes are told", async () => {
    const plain = await readFile("plain.geojson");
    const zipped = await readFile("zipped.geojson");
    expect(zipped.found).toEqual(plain.found);
    expect(plain.bytes).toEqual(Buffer.from(good));
    expect(zipped.bytes).toEqual(gzipSync(good));
  });

  test("a file of many chunks is read through one buffer, seams and all", async () => {
    const ring = Array.from({ length: 999 }, (_, i) => [i * 1.25, (i * i) % 977]);
    const coordinates = [[...ring, ring[0]]];
    const features = Array.from({ length: 80 }, (_, i) => ({
      type: "Feature",
      properties: { name: "é".repeat(i), n: i },
      geometry: { type: "Polygon", coordinates },
    }));
    const text = JSON.stringify({ type: "FeatureCollection", features });
    expect(text.length).toBeGreaterThan(800_000);
    writeFileSync(join(folder, "many.geojson"), text);
    const { found } = await readFile("many.geojson");
    expect(found.map(({ properties }) => properties)).toEqual(
      features.map(({ properties }) => properties),
    );
    for (const { xy } of found) expect([...xy]).toEqual(ring.flat());
  });

  test.each([
    ["absent.geojson", "file/missing"],
    ["empty.geojson", "file/empty"],
    ["short.geojson.gz", "file/unreadable"],
    ["bad.geojson.gz", "file/unreadable"],
    [".", "file/unreadable"],
  ])("%s is refused with %s", async (name, code) => {
    await expect(readFile(name)).rejects.toMatchObject({ code });
  });
});
