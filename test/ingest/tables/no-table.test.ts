import { expect, test } from "vitest";
import { expectTable } from "../../../server/ingest/tables/no-table.ts";

test.each([
  ['{"type": "FeatureCollection"}', "JSON"],
  ['\uFEFF \n{ "a": 1 }', "JSON"],
  ['[{"a": 1}]', "JSON"],
  ["{}", "JSON"],
  ['<?xml version="1.0"?>', "XML"],
  ["<kml>", "XML"],
  ["SQLite format 3\0", "a GeoPackage"],
  ["fgb\x03", "a FlatGeobuf file"],
  ["\0\0\x27\x0a", "a shapefile"],
])("%j is no table but %s", (text, what) => {
  expect(() => expectTable(Buffer.from(text), "a.csv")).toThrow(`a.csv is ${what}`);
});

test.each([
  "code,people\n",
  "",
  "[code],people\n",
  "{code},people\n",
  "<5,6\n",
  '"{""a"": 1}",2\n',
])("%j may be one", (text) => {
  expect(() => expectTable(Buffer.from(text), "a.csv")).not.toThrow();
});
