/** Which areas of another layer are made of whole places, on the toy districts. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { analyseStudy } from "../../server/analysis/analyse-study.ts";
import { loadStudy } from "../../server/analysis/load-study.ts";
import { analyseUpperTiers, upperTiers } from "../../server/analysis/upper-tiers.ts";
import { NATIONAL_GRID, statedCrs } from "../../server/ingest/crs.ts";
import { load } from "../../server/ingest/load.ts";
import { clearResults, clearStore } from "../../server/store/content.ts";
import { type Db, openDb } from "../../server/store/db.ts";
import { type ToyData, toyData } from "../support/toy-data.ts";

/** West, south, east, north: one of two whole districts, one of half of one, one of a half too many. */
const COUNTIES = {
  West: [-1.6, 53.7, -1.5, 53.9],
  Corner: [-1.5, 53.7, -1.4, 53.75],
  Wide: [-1.5, 53.75, -1.4, 53.9],
} as const;

let toy: ToyData;
let db: Db;
beforeAll(async () => {
  toy = await toyData();
  const features = Object.entries(COUNTIES).map(([name, [west, south, east, north]]) => ({
    type: "Feature",
    properties: { CODE: name, NAME: name },
    geometry: {
      type: "Polygon",
      coordinates: [
        [
          [west, south],
          // The districts meet here: without the vertex the long edge would bow away from theirs.
          [(west + east) / 2, south],
          [east, south],
          [east, 53.8],
          [east, north],
          [west, north],
          [west, 53.8],
          [west, south],
        ].filter(([, y]) => y! >= south && y! <= north),
      ],
    },
  }));
  const { layers } = JSON.parse(toy.manifest);
  const counties = {
    ...layers[0],
    file: "counties.geojson",
    id: "counties",
    title: "Toy counties",
    role: "reference",
    districts: undefined,
  };
  const write = (name: string, value: unknown) =>
    writeFileSync(join(toy.boundariesDir, name), JSON.stringify(value));
  write("counties.geojson", { type: "FeatureCollection", features });
  write("manifest.json", { layers: [...layers, counties] });
  db = openDb(toy.db);
  await load(db, {
    registryDir: toy.registryDir,
    boundariesDir: toy.boundariesDir,
    referenceDir: toy.folder,
    now: new Date("2026-01-02T03:04:05Z"),
  });
  analyseStudy(db);
});
afterAll(() => {
  db.close();
  toy.remove();
});

const rows = () => db.prepare("SELECT count(*) FROM upper_tier_analysis").pluck().get();

test("an area of two whole places is one; a part of a place and one and a half are none", async () => {
  const { fromLonLat } = await statedCrs(NATIONAL_GRID, "");
  const loaded = loadStudy(db, fromLonLat);
  const codes = loaded.study.places.map(({ code }) => code);
  const found = upperTiers(db, loaded).map(({ name, layer, districts }) => ({
    name,
    layer,
    districts: districts.map((place) => codes[place]),
  }));
  expect(found).toEqual([{ name: "West", layer: "Toy counties", districts: ["T1", "T3"] }]);
});

test("it is kept over a change of initiatives and forgotten with the layers", () => {
  const [made] = analyseUpperTiers(db);
  expect(rows()).toBe(1);
  clearResults(db);
  expect(rows()).toBe(1);
  expect(analyseUpperTiers(db)).toEqual([made]);
  db.exec("BEGIN");
  clearStore(db);
  expect(rows()).toBe(0);
  db.exec("ROLLBACK");
});
