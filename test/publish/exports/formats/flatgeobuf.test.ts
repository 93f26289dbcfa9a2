import { geojson as fgb } from "flatgeobuf";
import type { MultiPolygon } from "geojson";
import { expect, test } from "vitest";
import { flatgeobuf } from "../../../../server/publish/exports/formats/flatgeobuf.ts";
import { bytesOf, shapesOf, squaresTable } from "../../../support/table.ts";

async function featuresOf(bytes: Buffer) {
  const features = [];
  for await (const feature of fgb.deserialize(new Uint8Array(bytes))) features.push(feature);
  return features;
}

test("rows come back with their values, lists as JSON", async () => {
  const features = await featuresOf(bytesOf(flatgeobuf.write(await squaresTable())));
  expect(features.map(({ properties }) => properties)).toEqual([
    { id: "window", depth: 2, sources: ["a", "b;c"], area_m2: 7500, note: "=1+1" },
    { id: "pair", depth: 1, sources: ["a"], area_m2: 20_000, note: 'says "so", twice' },
    { id: "nowhere", depth: 0, sources: [], area_m2: -1.5 },
  ]);
});

test("coordinates are metres of the national grid, closed, holes after their outer ring", async () => {
  const [window, pair] = await featuresOf(bytesOf(flatgeobuf.write(await squaresTable())));
  expect((pair!.geometry as MultiPolygon).coordinates[0]).toEqual([
    [
      [430_500, 433_000],
      [430_600, 433_000],
      [430_600, 433_100],
      [430_500, 433_100],
      [430_500, 433_000],
    ],
  ]);
  expect((window!.geometry as MultiPolygon).coordinates[0]).toHaveLength(2);
});

test("the layer has the name of its unit", async () => {
  const bytes = bytesOf(flatgeobuf.write(await squaresTable()));
  // Magic bytes, the header's length, then the root table: the name is its first field.
  const view = new DataView(bytes.buffer, bytes.byteOffset + 12);
  const table = view.getUint32(0, true);
  const field = table + view.getUint16(table - view.getInt32(table, true) + 4, true);
  const text = field + view.getUint32(field, true);
  const from = 12 + text + 4;
  expect(bytes.toString("utf8", from, from + view.getUint32(text, true))).toBe("squares");
});

test("no rows make a file of no features", async () => {
  const table = await squaresTable();
  const empty = { ...table, rows: [], ground: { ...table.ground!, shapes: shapesOf([]) } };
  expect(await featuresOf(bytesOf(flatgeobuf.write(empty)))).toEqual([]);
});

test("a system without an EPSG code is refused by name", async () => {
  const table = await squaresTable();
  const crs = { ...table.ground!.crs, id: "+proj=laea +lat_0=40 +lon_0=-100" };
  expect(() => bytesOf(flatgeobuf.write({ ...table, ground: { ...table.ground!, crs } }))).toThrow(
    /has none/,
  );
});
