/** The same two squares in every format that is read give the same figures. */
import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import { geojson as fgb } from "flatgeobuf";
import { describe, expect, test } from "vitest";
import { patchwork } from "../support/cli.ts";
import { blob, gpkgFile, wkb } from "../support/formats.ts";
import { scratchFolder } from "../support/scratch.ts";
import { dbf, type Ring, shp } from "../support/shapefile.ts";
import { xlsxFile } from "../support/xlsx-file.ts";
import { zipFile } from "../support/zip-file.ts";

const { write } = scratchFolder("overlay-formats");

const square = (x: number, y: number): Ring => [
  [x, y],
  [x, y + 1000],
  [x + 1000, y + 1000],
  [x + 1000, y],
  [x, y],
];
const RINGS = [square(400_000, 300_000), square(400_500, 300_500)];
const NAMES = ["A", "B"];
const features = RINGS.map((ring, i) => ({
  type: "Feature" as const,
  properties: { NAME: NAMES[i] },
  geometry: { type: "Polygon" as const, coordinates: [ring.map((point) => [...point])] },
}));
const wkt = (ring: Ring) => `POLYGON ((${ring.map((point) => point.join(" ")).join(", ")}))`;
const table = [["NAME", "outline"], ...RINGS.map((ring, i) => [NAMES[i]!, wkt(ring)])];
const shape = shp(
  5,
  RINGS.map((ring) => [ring]),
);
const names = dbf(
  "NAME",
  2,
  NAMES.map((name) => Buffer.from(name)),
);
const lines = features.map((feature) => JSON.stringify(feature)).join("\n");
const layer = { type: "POLYGON", rows: RINGS.map((ring) => blob(wkb.polygon([ring]))) };
const collection = { type: "FeatureCollection" as const, features };

const FILES: readonly (readonly [string, string | Uint8Array])[] = [
  ["lines.ndjson", lines],
  ["plain.geojson", JSON.stringify(collection)],
  ["bare.shp", shape],
  ["layer.gpkg", gpkgFile({ zones: layer })],
  ["built.fgb", fgb.serialize(collection as never, 27700)],
  ["text.csv", table.map((row) => row.map((cell) => `"${cell}"`).join(";")).join("\r\n")],
  ["book.xlsx", xlsxFile({ Zones: table })],
  [
    "pack.zip",
    zipFile([
      { name: "z.shp", bytes: shape },
      { name: "z.dbf", bytes: names },
    ]),
  ],
];

async function overlay(path: string, ...options: string[]) {
  const result = await patchwork(dirname(path), ["overlay", path, "--json", ...options]);
  return { ...result, reply: result.status === 0 ? JSON.parse(result.out) : undefined };
}

/** The error is the last line; progress may come before it. */
const codeOf = (err: string) => JSON.parse(err.trim().split("\n").at(-1)!).error.code;

test.each(FILES)("%s", async (name, content) => {
  const { status, err, reply } = await overlay(write(name, content), "--crs", "EPSG:27700");
  expect(status, err).toBe(0);
  expect(reply).toMatchObject({ sources: 2, cells: 3, holes: 0, footprint_m2: 1_750_000 });
  expect(reply.area_by_depth).toEqual({ 1: 1_500_000, 2: 250_000 });
});

describe("what a person reads", () => {
  test("notes are printed, and are not in the way of the JSON", async () => {
    const { err, reply } = await overlay(write("alone.shp", shape), "--crs", "EPSG:27700");
    expect(err).toContain("alone.shp has no attributes: the .dbf file");
    expect(reply.cells).toBe(3);
  });

  test("a layer is chosen with --layer, and the file says which was asked for", async () => {
    const path = write("two.gpkg", gpkgFile({ zones: layer, wards: layer }));
    const { status, err } = await overlay(path);
    expect([status, err]).toEqual([2, expect.stringContaining("choose one with --layer")]);
    const out = `${dirname(path)}/out.geojson`;
    expect((await overlay(path, "--layer", "wards", "-o", out)).reply.cells).toBe(3);
    expect(JSON.parse(readFileSync(out, "utf8")).patchwork).toMatchObject({
      question: { files: "two.gpkg", layer: "wards" },
      citation: expect.stringContaining("--layer wards"),
    });
  });

  test("a limit is exit 3, a fault of the input 2, each with its code", async () => {
    const deep = `{"type":"Feature","geometry":null,"properties":{"a":${"[".repeat(200)}${"]".repeat(200)}}}`;
    const limit = await overlay(write("deep.geojson", deep));
    expect([limit.status, codeOf(limit.err)]).toEqual([3, "limit/depth"]);
    const slip = write("slip.zip", zipFile([{ name: "../z.shp", bytes: shape }]));
    const fault = await overlay(slip);
    expect([fault.status, codeOf(fault.err)]).toEqual([2, "archive/unsafe"]);
  });
});
