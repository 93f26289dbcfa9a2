/** What each tile layer is made of. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Readings } from "../analysis/readings.ts";
import { shapesOf, studySources } from "../analysis/sources.ts";
import { AppError } from "../core/errors.ts";
import { metresOf } from "../core/geometry/shape-metres.ts";
import { mostDeprived, ranksByScore } from "../core/need/rank.ts";
import type { Shapes } from "../core/overlay/model.ts";
import { degreeShapes } from "../publish/degree-shapes.ts";
import { type TileLayer, type TileSource, type Tiles, tilesOf } from "../publish/tiles.ts";
import { analysisTable } from "../store/analysis.ts";
import { decodeShapes, STORE_GRID } from "../store/geometry-codec.ts";
import type { Deps } from "./context.ts";
import type { Held } from "./study-source.ts";

type SourceOf = (held: Held, deps: Deps, readings: Readings) => Omit<TileSource, "layer">;

const SOURCES: Record<TileLayer, SourceOf> = { cells, places, land, need };

/** The tiles of one layer of the study held. */
export const tilesFor = (layer: TileLayer, held: Held, readings: Readings, deps: Deps): Tiles =>
  tilesOf({ layer, ...SOURCES[layer](held, deps, readings) });

/** `cell` is the index into the study's cells. */
function cells({ db, loaded }: Held, deps: Deps) {
  const rows = analysisTable(db)
    .cells(loaded.analysis)
    .filter(({ kind }) => kind === "cell");
  const shapes = decodeShapes(rows.map(({ geometry }) => geometry));
  const properties = loaded.study.cells.map(({ place }, cell) => ({ cell, place }));
  return { shapes, lonLat: inDegrees(shapes, deps), properties };
}

function places({ db, loaded }: Held, deps: Deps) {
  const boundaries = studySources(db).places.map(({ boundary }) => boundary);
  const shapes = shapesOf(db, boundaries);
  const properties = loaded.study.places.map(({ code, name }, place) => ({ place, code, name }));
  return { shapes, lonLat: inDegrees(shapes, deps), properties };
}

/** Tiles hold the most deprived small areas up to this share: the rest are in no figure of need. */
export const TILED_SHARE = 0.3;

/**
 * `area` is the index into the small areas by code, as /api/v1/need/areas has it; what reaches an area
 * hangs on the question, so it is told to the map and is not in the tiles.
 */
function need({ db }: Held, deps: Deps, readings: Readings) {
  const { smallAreas, boundaryOf } = readings.smallAreas();
  const { areas } = smallAreas;
  const ranks = ranksByScore(areas);
  const inTiles = mostDeprived(ranks, TILED_SHARE);
  const chosen = areas.flatMap((_, area) => (inTiles[area] ? [area] : []));
  const shapes = shapesOf(
    db,
    chosen.map((area) => boundaryOf[area]!),
  );
  const properties = chosen.map((area) => {
    const { code, name, place, people } = areas[area]!;
    const known = people === undefined ? {} : { people };
    return { area, code, name, place, rank: ranks[area]!, ...known };
  });
  return { shapes, lonLat: inDegrees(shapes, deps), properties };
}

function land(_held: Held, { dataDir }: Deps) {
  const file = join(dataDir, "reference", "coast.geojson");
  try {
    const { shapes, lonLat } = degreeShapes(JSON.parse(readFileSync(file, "utf8")));
    return { shapes, lonLat, properties: Array.from({ length: shapes.count }, () => ({})) };
  } catch (cause) {
    throw new AppError("file/unreadable", `The coast for the map cannot be read from ${file}.`, {
      file,
      cause: String(cause),
    });
  }
}

function inDegrees(shapes: Shapes, { crs }: Deps): Float64Array {
  const xy = metresOf({ shapes, grid: STORE_GRID });
  crs.toLonLat(xy);
  return xy;
}
