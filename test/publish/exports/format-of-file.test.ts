import { expect, test } from "vitest";
import { FORMAT_FILES, formatOfFile } from "../../../server/publish/exports/format-of-file.ts";
import { FORMATS } from "../../../server/publish/exports/registry.ts";

test("endings lead to the formats that any polygons can be written in, and to no other", async () => {
  const able = FORMATS.filter(({ units }) => units === undefined);
  expect(Object.keys(FORMAT_FILES)).toEqual(able.map(({ id }) => id));
  for (const format of able) expect(await formatOfFile(`cells.${format.id}`)).toBe(format);
});

test("the ending may be in capitals; without a file it is GeoJSON", async () => {
  expect((await formatOfFile("CELLS.CSV")).id).toBe("csv");
  expect((await formatOfFile(undefined)).id).toBe("geojson");
});

test("another ending is refused with those there are", async () => {
  await expect(formatOfFile("cells.ics")).rejects.toThrow(/\.geojson, \.csv, \.gpkg, \.fgb/);
  await expect(formatOfFile("constructor")).rejects.toThrow(/names no format/);
  await expect(formatOfFile("cells.constructor")).rejects.toThrow(/names no format/);
});
