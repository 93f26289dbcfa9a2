import { join } from "node:path";
import type { FeatureCollection, MultiPolygon, Position } from "geojson";
import { expect, test } from "vitest";
import { geojson } from "../../../../server/publish/exports/formats/geojson.ts";
import { bytesOf, shapesOf, square, squaresTable } from "../../../support/table.ts";

const parsed = (bytes: Buffer): FeatureCollection => JSON.parse(bytes.toString());

const signedArea = (ring: Position[]) => {
  let twice = 0;
  for (let i = 0; i + 1 < ring.length; i++) {
    twice += ring[i]![0]! * ring[i + 1]![1]! - ring[i + 1]![0]! * ring[i]![1]!;
  }
  return twice / 2;
};

test("the file is as it was", async () => {
  const golden = join(import.meta.dirname, "../../../golden/exports/squares.geojson");
  const bytes = bytesOf(geojson.write(await squaresTable()));
  await expect(bytes.toString()).toMatchFileSnapshot(golden);
});

test("rings follow the right-hand rule, are closed, and lie where the national grid says", async () => {
  const { features, bbox } = parsed(bytesOf(geojson.write(await squaresTable())));
  const [window, pair, nowhere] = features;
  const rings = (window!.geometry as MultiPolygon).coordinates[0]!;
  expect(signedArea(rings[0]!)).toBeGreaterThan(0);
  expect(signedArea(rings[1]!)).toBeLessThan(0);
  for (const ring of rings) expect(ring[0]).toEqual(ring.at(-1));
  expect((pair!.geometry as MultiPolygon).coordinates).toHaveLength(2);
  expect(nowhere!.geometry).toBeNull();
  // cs2cs with the OSTN15 grid, 430000 433000 -> about 1.545 W 53.793 N (Leeds).
  expect(bbox![0]).toBeCloseTo(-1.546, 2);
  expect(bbox![1]).toBeCloseTo(53.792, 2);
});

test("no position has more than seven decimals, and there is no crs member", async () => {
  const text = bytesOf(geojson.write(await squaresTable())).toString();
  expect(text).not.toMatch(/\d\.\d{8,}/);
  expect(JSON.parse(text)).not.toHaveProperty("crs");
});

test("the file carries what it is, and nothing of when it was made", async () => {
  const table = await squaresTable();
  const first = bytesOf(geojson.write(table));
  expect(bytesOf(geojson.write(table)).equals(first)).toBe(true);
  expect(JSON.parse(first.toString()).patchwork).toEqual(table.about);
});

test("ground too thin for seven decimals leaves its row and drops its ring", async () => {
  const table = await squaresTable();
  const shapes = shapesOf([
    [[square(0, 0, 0.001)]],
    [[square(0, 0, 100), square(1, 1, 0.001)]],
    [],
  ]);
  const thin = { ...table, ground: { ...table.ground!, shapes } };
  const { features } = parsed(bytesOf(geojson.write(thin)));
  expect(features).toHaveLength(3);
  expect(features[0]!.geometry).toBeNull();
  expect((features[1]!.geometry as MultiPolygon).coordinates[0]).toHaveLength(1);
});

test("a table of no rows is an empty collection without a box", async () => {
  const table = await squaresTable();
  const empty = { ...table, rows: [], ground: { ...table.ground!, shapes: shapesOf([]) } };
  const collection = parsed(bytesOf(geojson.write(empty)));
  expect(collection.features).toEqual([]);
  expect(collection.bbox).toBeUndefined();
});
