/** The small areas cut once: by every outline of all time, and by the places. */
import type { Partition } from "../core/overlay/model.ts";
import { type Location, locatePoint } from "../core/weights/locate.ts";
import type { Db } from "../store/db.ts";
import { polygonsByShape, STORE_GRID } from "../store/geometry-codec.ts";
import { placeTable, type StoredPlace } from "../store/place.ts";
import { type SmallAreaAnalysis, type StoredPiece, smallAreaTable } from "../store/small-area.ts";
import { type AnalyseOptions, certifiedPartition } from "./certified.ts";
import { analysisKey, loadedVersion } from "./data-version.ts";
import type { Projector } from "./indications.ts";
import { smallAreaLayer } from "./small-area-layer.ts";
import { type StudySources, shapesOf, studySources } from "./sources.ts";

/**
 * Cut and store the small areas, or do nothing where that is stored already.
 *
 * @param toMetres puts the stated points of the areas on the grid of stored ground
 * @returns `undefined` where no layer with people and scores is loaded
 * @throws AppError store/empty, certificate/failed, store/locked, work/cancelled
 */
export function analyseSmallAreas(
  db: Db,
  toMetres: Projector,
  options: AnalyseOptions = {},
): SmallAreaAnalysis | undefined {
  const found = smallAreaLayer(db);
  if (!found) return undefined;
  const { layer } = found;
  const key = smallAreasKey(loadedVersion(db), layer.id);
  const table = smallAreaTable(db);
  const stored = table.find(key);
  if (stored) return stored;

  const sources = studySources(db);
  const areas = placeTable(db).ofLayer(layer.id);
  const result = certifiedPartition(
    shapesOf(db, [
      ...sources.outlines.map(({ id }) => id),
      ...[...sources.places, ...areas].map(({ boundary }) => boundary),
    ]),
    options,
  );
  table.add({
    key,
    dataVersion: loadedVersion(db),
    layer: layer.id,
    certificate: result.certificate,
    repairs: result.repairs,
    pieces: piecesIn(result, sources, areas, pointsOf(areas, toMetres)),
  });
  return table.find(key);
}

/** The content hash that the cut small areas are stored under. */
export const smallAreasKey = (dataVersion: string, layer: string) =>
  analysisKey(dataVersion, "small-areas", { layer });

/** The stated point of each area, in steps of the grid: x and y by turns. */
function pointsOf(areas: readonly StoredPlace[], toMetres: Projector): Float64Array {
  const points = Float64Array.from(areas.flatMap(({ place }) => [place.lon, place.lat]));
  toMetres(points);
  return points.map((metres) => Math.round(metres / STORE_GRID.step));
}

/**
 * Ground in two places or two small areas, which only faulty layers have, goes to the one with the
 * lower code. A point is looked for only where an area is cut.
 */
function piecesIn(
  { cells, cellSources: { start, ids }, cellArea }: Partition,
  { outlines, places }: StudySources,
  areas: readonly StoredPlace[],
  points: Float64Array,
): StoredPiece[] {
  const firstPlace = outlines.length;
  const firstArea = firstPlace + places.length;
  const pieceCount = new Int32Array(areas.length);
  const found = Array.from(cellArea, (_, cell) => {
    const sources = [...ids.subarray(start[cell]!, start[cell + 1]!)];
    const unit = (sources.find((id) => id >= firstArea) ?? -1) - firstArea;
    if (unit >= 0) pieceCount[unit]!++;
    const place = sources.find((id) => id >= firstPlace && id < firstArea);
    return { cell, unit, place, covering: sources.filter((id) => id < firstPlace) };
  }).filter(({ unit }) => unit >= 0);
  const polygons = polygonsByShape(cells);
  const lies = (cell: number, unit: number): Location =>
    pieceCount[unit] === 1
      ? "inside"
      : locatePoint(cells, polygons[cell]!, points[2 * unit]!, points[2 * unit + 1]!);
  return found.map(({ cell, unit, place, covering }) => ({
    smallArea: areas[unit]!.id,
    place: place === undefined ? null : places[place - firstPlace]!.id,
    coveredBy: covering.map((source) => outlines[source]!.id),
    area: cellArea[cell]!,
    point: lies(cell, unit),
  }));
}
