import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { geopackage } from "../../../../server/publish/exports/formats/geopackage.ts";
import { bytesOf, squaresTable } from "../../../support/table.ts";

async function opened() {
  return new Database(bytesOf(geopackage.write(await squaresTable())));
}

test("the header says GeoPackage 1.3", async () => {
  const db = await opened();
  expect(db.pragma("application_id", { simple: true })).toBe(0x47504b47);
  expect(db.pragma("user_version", { simple: true })).toBe(10300);
});

test("rows, lists and nothing-known come back as they went in", async () => {
  const db = await opened();
  const rows = db.prepare("SELECT id, depth, sources, area_m2, note FROM squares").raw().all();
  expect(rows).toEqual([
    ["window", 2, '["a","b;c"]', 7500, "=1+1"],
    ["pair", 1, '["a"]', 20_000, 'says "so", twice'],
    ["nowhere", 0, "[]", -1.5, null],
  ]);
});

test("coordinates are the computed millimetres, exactly", async () => {
  const db = await opened();
  const blob = db.prepare("SELECT geom FROM squares WHERE id = 'pair'").pluck().get() as Buffer;
  expect(blob.toString("latin1", 0, 2)).toBe("GP");
  expect(blob.readInt32LE(4)).toBe(27700);
  // Box min x, max x, min y, max y.
  expect([8, 16, 24, 32].map((at) => blob.readDoubleLE(at))).toEqual([
    430_500, 430_800, 433_000, 433_100,
  ]);
  // After header 40, multipolygon 9, polygon 9 and count 4: the first position.
  expect([blob.readDoubleLE(62), blob.readDoubleLE(70)]).toEqual([430_500, 433_000]);
});

test("a row that lies nowhere has no geometry", async () => {
  const db = await opened();
  expect(db.prepare("SELECT geom FROM squares WHERE id = 'nowhere'").pluck().get()).toBeNull();
});

test("the same table gives the same bytes, and the file says what it is", async () => {
  const table = await squaresTable();
  const first = bytesOf(geopackage.write(table));
  expect(bytesOf(geopackage.write(table)).equals(first)).toBe(true);
  const metadata = new Database(first).prepare("SELECT metadata FROM gpkg_metadata").pluck().get();
  expect(JSON.parse(metadata as string)).toEqual(table.about);
});
