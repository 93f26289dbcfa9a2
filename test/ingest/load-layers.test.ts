import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findLayers } from "../../server/ingest/load-layers.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "patchwork-layers-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const put = (name: string, text = "{}") => writeFileSync(join(folder, name), text);
const failure = (code: string) => expect.objectContaining({ name: "AppError", code });
const layer = (more: object) => ({
  file: "mine.geojson",
  id: "mine",
  title: "Mine",
  vintage: "2020",
  code: "CODE",
  name: "NAME",
  ...more,
});
const manifest = (...layers: object[]) => put("manifest.json", JSON.stringify({ layers }));

test("official files are known by name; others are named and skipped", () => {
  put("district_pre2009_england.geojson.gz");
  put("region.geojson");
  put("lad.geojson");
  const { layers, skipped } = findLayers(folder);
  expect(layers.map(({ recipe }) => [recipe.id, recipe.role, recipe.code])).toEqual([
    ["district_pre2009_england", "places", "LAD04CD"],
    ["region", "reference", "EER13CD"],
  ]);
  expect(skipped).toEqual(["lad.geojson"]);
});

test("a manifest says what a folder's files are, and nothing else is taken", () => {
  put("mine.geojson");
  put("region.geojson");
  manifest(layer({ role: "places", districts: "lad04", accuracy_m: 5 }));
  const { layers, skipped } = findLayers(folder);
  expect(layers.map(({ recipe }) => recipe)).toMatchObject([
    { id: "mine", grade: "surveyed", accuracy: 5, role: "places", districts: "lad04" },
  ]);
  expect(skipped).toEqual(["region.geojson"]);
});

test("a manifest that names a file that is not there is refused", () => {
  manifest(layer({}));
  expect(() => findLayers(folder)).toThrow(failure("file/missing"));
});

test("a manifest is refused by what is wrong with it", () => {
  put("mine.geojson");
  manifest(layer({ code: undefined }));
  expect(() => findLayers(folder)).toThrow(failure("input/invalid"));
  expect(() => findLayers(folder)).toThrow(/Layer 1 has no "code"/);
  put("manifest.json", "{ layers");
  expect(() => findLayers(folder)).toThrow(failure("format/malformed"));
});

test("two layers of places, or of one id, are refused", () => {
  put("mine.geojson");
  put("yours.geojson");
  manifest(layer({ role: "places" }), layer({ file: "yours.geojson", id: "b", role: "places" }));
  expect(() => findLayers(folder)).toThrow(/places/);
  manifest(layer({}), layer({ file: "yours.geojson" }));
  expect(() => findLayers(folder)).toThrow(/"mine"/);
});

test("a folder that is not there is said to be missing", () => {
  expect(() => findLayers(join(folder, "none"))).toThrow(failure("file/missing"));
});
