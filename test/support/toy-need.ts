/**
 * The toy data once more, with seven small areas over its four districts.
 *
 *   C1 |  X  | D    people  A1 1000, A2 2000, B1 500, B2 1500, C1 800, X 1300, D not known
 *   ---+--+--+--    score   X 60, A1 and A2 50, B1 40, B2 20, D 15, C1 10
 *   A1 A2 | B1 B2   A1 and A2 were split from one area, X was merged from 50 and 70, D is irregular
 *
 * X lies across T3 (uncovered) and T4 (EZ-01): 5/13 and 8/13 of its ground, its point in T4.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { analyseSmallAreas } from "../../server/analysis/analyse-small-areas.ts";
import { analyseStudy } from "../../server/analysis/analyse-study.ts";
import { NATIONAL_GRID, statedCrs } from "../../server/ingest/crs.ts";
import { load } from "../../server/ingest/load.ts";
import { openDb } from "../../server/store/db.ts";
import { type ToyData, toyData } from "./toy-data.ts";

/** West, south, east, north. */
const AREAS: Record<string, readonly [number, number, number, number]> = {
  A1: [-1.6, 53.7, -1.55, 53.8],
  A2: [-1.55, 53.7, -1.5, 53.8],
  B1: [-1.5, 53.7, -1.45, 53.8],
  B2: [-1.45, 53.7, -1.4, 53.8],
  C1: [-1.6, 53.8, -1.55, 53.9],
  X: [-1.55, 53.8, -1.42, 53.9],
  D: [-1.42, 53.8, -1.4, 53.9],
};

const SMALL_AREAS = JSON.stringify({
  type: "FeatureCollection",
  features: Object.entries(AREAS).map(([code, [west, south, east, north]]) => ({
    type: "Feature",
    properties: { CODE: code, NAME: `Area ${code}` },
    geometry: {
      type: "Polygon",
      coordinates: [
        [
          [west, south],
          [east, south],
          [east, north],
          [west, north],
          [west, south],
        ],
      ],
    },
  })),
});

const STATISTICS: Record<string, string> = {
  "population_lsoa11_mid2015.csv.gz":
    "lsoa11_code,population\nA1,1000\nA2,2000\nB1,500\nB2,1500\nC1,800\nX,1300\n",
  "imd2004_lsoa01_england.csv.gz":
    "lsoa01_code,imd_score\nA,50\nB1,40\nB2,20\nC1,10\nX1,50\nX2,70\nD1,15\nD2,15\n",
  "lookup_lsoa01_lsoa11.csv.gz":
    "lsoa01_code,change_code,lsoa11_code\nA,S,A1\nA,S,A2\nB1,U,B1\nB2,U,B2\nC1,U,C1\n" +
    "X1,M,X\nX2,M,X\nD1,X,D\nD2,X,D\n",
  "imd2000_ward98_england.csv.gz": "ward98_code,imd_score\nW1,10\n",
};

/** The toy data with a second database that holds the small areas, analysed. */
export async function toyNeed(): Promise<ToyData> {
  const toy = await toyData();
  const boundariesDir = join(toy.folder, "with-small-areas");
  const statisticsDir = join(toy.folder, "statistics");
  mkdirSync(boundariesDir);
  mkdirSync(statisticsDir);
  const places = JSON.parse(toy.manifest).layers[0];
  const { districts: _, ...small } = { ...places, role: "reference", scheme: "lsoa11" };
  const layers = [
    places,
    { ...small, file: "small.geojson", id: "small", title: "Toy small areas", vintage: "2011" },
  ];
  writeFileSync(join(boundariesDir, "districts.geojson"), toy.districts);
  writeFileSync(join(boundariesDir, "small.geojson"), SMALL_AREAS);
  writeFileSync(join(boundariesDir, "manifest.json"), JSON.stringify({ layers }));
  for (const [file, text] of Object.entries(STATISTICS)) {
    writeFileSync(join(statisticsDir, file), gzipSync(text));
  }
  const path = join(toy.folder, "need.db");
  const db = openDb(path);
  const { registryDir, folder: referenceDir } = toy;
  const now = new Date("2026-01-02T03:04:05Z");
  await load(db, { registryDir, boundariesDir, referenceDir, statisticsDir, now });
  analyseStudy(db);
  const { fromLonLat } = await statedCrs(NATIONAL_GRID, "");
  analyseSmallAreas(db, fromLonLat);
  db.close();
  return { ...toy, boundariesDir, db: path };
}
