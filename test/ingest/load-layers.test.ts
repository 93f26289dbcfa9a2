import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { KNOWN_LAYERS } from "../../server/ingest/load-known-layers.ts";
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

test("a folder in which nothing is known is refused with what would be", () => {
  put("foo.txt");
  put("constructor.geojson");
  put("region.txt");
  const known = /manifest\.json .*district_pre2009_england, lad_england_wales, .*region/;
  expect(() => findLayers(folder)).toThrow(failure("file/empty"));
  expect(() => findLayers(folder)).toThrow(known);
  manifest();
  expect(() => findLayers(folder)).toThrow(failure("file/empty"));
});

test("a shapefile is one layer, and its companions are not named", () => {
  for (const end of ["shp", "dbf", "prj", "txt"]) put(`region.${end}`);
  const { layers, skipped } = findLayers(folder);
  expect(layers.map(({ path }) => path)).toEqual([join(folder, "region.shp")]);
  expect(skipped).toEqual(["region.txt"]);
});

test("unions of output areas are composed, and every layer has the words that its licence asks", () => {
  const graded = Object.values(KNOWN_LAYERS).map(({ id, grade }) => [id, grade]);
  expect(Object.fromEntries(graded)).toEqual({
    district_pre2009_england: "composed",
    lad_england_wales: "composed",
    wards_england: "surveyed",
    lsoa_england: "surveyed",
    region: "surveyed",
    police_force_area_2020: "generalised",
  });
  for (const { attribution } of Object.values(KNOWN_LAYERS)) {
    expect(attribution).toContain(
      "Contains public sector information licensed under the Open Government Licence v3.0.",
    );
  }
  expect(KNOWN_LAYERS.wards_england!.attribution).toContain(
    "UK-GeoJSON by Martin Chorley (martinjc/UK-GeoJSON), CC BY 4.0.",
  );
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

test("two layers of one file, each by its name", () => {
  put("all.gpkg");
  manifest(
    layer({ file: "all.gpkg", layer: "wards" }),
    layer({ file: "all.gpkg", id: "districts", layer: "districts", role: "places" }),
  );
  expect(findLayers(folder).layers.map(({ fileLayer, recipe }) => [fileLayer, recipe.id])).toEqual([
    ["wards", "mine"],
    ["districts", "districts"],
  ]);
});

test("a manifest that names a file that is not there is refused", () => {
  manifest(layer({}));
  expect(() => findLayers(folder)).toThrow(failure("file/missing"));
});

test.each<[string, unknown, string]>([
  ["a missing field", [layer({ id: undefined })], 'Layer 1 has no "id"; give a name in small'],
  [
    "an id that is none",
    [layer({ id: "My map" })],
    '"id" of layer 1 is "My map"; it must be a name',
  ],
  [
    "a role that is none",
    [layer({}), layer({ id: "b", role: "place" })],
    '"role" of layer 2 is "place"; it must be places or reference',
  ],
  ["a scheme that is none", [layer({ districts: "lad99" })], "it must be lad04 or lad13"],
  ["no accuracy", [layer({ accuracy_m: 0 })], '"accuracy_m" of layer 1 is 0; it must be metres'],
  ["an empty text", [layer({ title: "" })], '"title" of layer 1 is ""; it must be text'],
  ["text for a number", [layer({ accuracy_m: "5" })], '"accuracy_m" of layer 1 is "5"; it must be'],
  ["an unknown field", [layer({ rolle: "places" })], 'Layer 1 has "rolle", which is no field of'],
  ["a layer that is none", ["mine.geojson"], "Layer 1 must be an object"],
  ["no list", "mine.geojson", 'one field, "layers", which is a list'],
])("%s in a manifest is told in a sentence", (_, layers, words) => {
  put("mine.geojson");
  put("manifest.json", JSON.stringify({ layers }));
  expect(() => findLayers(folder)).toThrow(failure("input/invalid"));
  expect(() => findLayers(folder)).toThrow(words);
  expect(() => findLayers(folder)).toThrow(/[^.]\.$/);
  expect(() => findLayers(folder)).not.toThrow(/expected|received|Invalid|layers\.\d/);
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
