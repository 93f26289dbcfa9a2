/** A layer that is loaded and draws nothing is not cited. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { analyseStudy } from "../../../server/analysis/analyse-study.ts";
import { loadStudy } from "../../../server/analysis/load-study.ts";
import { isoDate } from "../../../server/core/units.ts";
import { NATIONAL_GRID, statedCrs } from "../../../server/ingest/crs.ts";
import { load } from "../../../server/ingest/load.ts";
import { layerSources } from "../../../server/publish/exports/layer-sources.ts";
import { openDb } from "../../../server/store/db.ts";
import { type ToyData, toyData } from "../../support/toy-data.ts";

let toy: ToyData;
beforeAll(async () => {
  toy = await toyData();
  const manifest = JSON.parse(readFileSync(join(toy.boundariesDir, "manifest.json"), "utf8"));
  const beside = { ...manifest.layers[0], file: "beside.geojson", id: "beside", title: "Beside" };
  const { districts, ...reference } = { ...beside, role: "reference" };
  manifest.layers.push(reference);
  writeFileSync(join(toy.boundariesDir, "manifest.json"), JSON.stringify(manifest));
  writeFileSync(
    join(toy.boundariesDir, "beside.geojson"),
    readFileSync(join(toy.boundariesDir, "districts.geojson")),
  );
});
afterAll(() => toy.remove());

test("only layers that drew something are named", async () => {
  const db = openDb(join(toy.folder, "beside.db"));
  const { registryDir, boundariesDir, folder } = toy;
  await load(db, { registryDir, boundariesDir, referenceDir: folder, now: new Date(0) });
  analyseStudy(db);
  const { fromLonLat } = await statedCrs(NATIONAL_GRID, "");
  const loaded = loadStudy(db, fromLonLat);
  const titles = (date: string, aboutPlaces: boolean) => {
    const question = { at: isoDate(date)!, programmes: [], categories: [], departments: [] };
    return layerSources(db, loaded, question, aboutPlaces).map(({ title }) => title);
  };
  expect(titles("2000-06-01", false)).toEqual(["Toy districts (2000)"]);
  expect(titles("2000-06-01", true)).toEqual(["Toy districts (2000)"]);
  // No initiative is alive: nothing is drawn but the places, where they are asked for.
  expect(titles("1990-01-01", false)).toEqual([]);
  expect(titles("1990-01-01", true)).toEqual(["Toy districts (2000)"]);
  db.close();
});
