/** Ground made ready to be drawn: in metres, each vertex with its weight in the picture. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { FeatureCollection } from "geojson";
import type { LoadedStudy } from "../../analysis/load-study.ts";
import { shapesOf, studySources } from "../../analysis/sources.ts";
import { metresOf } from "../../core/geometry/shape-metres.ts";
import type { Shapes } from "../../core/overlay/model.ts";
import { analysisTable } from "../../store/analysis.ts";
import type { Db } from "../../store/db.ts";
import { decodeShapes, polygonsByShape, STORE_GRID } from "../../store/geometry-codec.ts";
import { degreeShapes } from "../degree-shapes.ts";
import { vertexWeights } from "../vertex-weights.ts";

/** Metres of the national grid. */
export interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

export interface DrawnGround {
  readonly shapes: Shapes;
  /** x and y of every vertex by turns, metres. */
  readonly metres: Float64Array;
  /** What leaving a vertex out would move the line by, metres squared. */
  readonly weights: Float64Array;
  /** Shape -> its polygons. */
  readonly polygons: readonly (readonly number[])[];
  /** Shape -> the box around it; undefined for one without ground. */
  readonly boxes: readonly (Box | undefined)[];
}

/** Everything that a map of a study is drawn from. */
export interface StudyGround {
  /** Shape n is the study's cell n. */
  readonly cells: DrawnGround;
  /** Shape n is the study's place n. */
  readonly places: DrawnGround;
  /** Great Britain, behind both. */
  readonly land: DrawnGround;
}

const made = new WeakMap<LoadedStudy, StudyGround>();

/**
 * The ground of a study, made once for each that is loaded.
 *
 * @param dataDir the folder of bundled data, which holds the coast
 * @param fromLonLat degrees in, metres out, in place
 */
export function studyGround(
  db: Db,
  loaded: LoadedStudy,
  dataDir: string,
  fromLonLat: (xy: Float64Array) => void,
): StudyGround {
  const known = made.get(loaded);
  if (known) return known;
  const ground = {
    cells: onGrid(cellShapes(db, loaded)),
    places: onGrid(placeShapes(db)),
    land: landGround(dataDir, fromLonLat),
  };
  made.set(loaded, ground);
  return ground;
}

/** The ground of the study's cells, in its order. */
export function cellShapes(db: Db, { analysis }: LoadedStudy): Shapes {
  const cells = analysisTable(db)
    .cells(analysis)
    .filter(({ kind }) => kind === "cell");
  return decodeShapes(cells.map(({ geometry }) => geometry));
}

/** The ground of its places. */
export const placeShapes = (db: Db): Shapes =>
  shapesOf(
    db,
    studySources(db).places.map(({ boundary }) => boundary),
  );

/** Shapes of the store. */
export const onGrid = (shapes: Shapes): DrawnGround =>
  drawnGround(shapes, metresOf({ shapes, grid: STORE_GRID }));

/** Where the national grid reaches, degrees: Ireland and France are not drawn. */
const SHEET = { west: -8.99, south: 49.8, east: 1.99, north: 60.99 };

/** Great Britain without a question: the backdrop. */
export function landGround(dataDir: string, fromLonLat: (xy: Float64Array) => void): DrawnGround {
  const file = join(dataDir, "reference", "coast.geojson");
  const coast: FeatureCollection = JSON.parse(readFileSync(file, "utf8"));
  const features = coast.features.filter((feature) => onSheet({ ...coast, features: [feature] }));
  const { shapes, lonLat } = degreeShapes({ ...coast, features });
  fromLonLat(lonLat);
  return drawnGround(shapes, lonLat);
}

const onSheet = (collection: FeatureCollection) =>
  degreeShapes(collection).lonLat.every((degree, i) =>
    i % 2 === 0
      ? degree > SHEET.west && degree < SHEET.east
      : degree > SHEET.south && degree < SHEET.north,
  );

function drawnGround(shapes: Shapes, metres: Float64Array): DrawnGround {
  const polygons = polygonsByShape(shapes);
  return {
    shapes,
    metres,
    weights: vertexWeights(shapes, metres),
    polygons,
    boxes: polygons.map((own) => boxOf(shapes, metres, own)),
  };
}

function boxOf(
  { polygonRing, ringVertex }: Shapes,
  metres: Float64Array,
  polygons: readonly number[],
): Box | undefined {
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (const polygon of polygons) {
    const from = ringVertex[polygonRing[polygon]!]!;
    const to = ringVertex[polygonRing[polygon + 1]!]!;
    for (let v = from; v < to; v++) {
      box.west = Math.min(box.west, metres[2 * v]!);
      box.east = Math.max(box.east, metres[2 * v]!);
      box.south = Math.min(box.south, metres[2 * v + 1]!);
      box.north = Math.max(box.north, metres[2 * v + 1]!);
    }
  }
  return box.west <= box.east ? box : undefined;
}

/** The box around some shapes; undefined where none has ground. */
export function boxAround({ boxes }: DrawnGround, shapes: readonly number[]): Box | undefined {
  return shapes
    .map((shape) => boxes[shape])
    .reduce((a, b) => (a && b ? widened(a, b) : (a ?? b)), undefined);
}

const widened = (a: Box, b: Box): Box => ({
  west: Math.min(a.west, b.west),
  south: Math.min(a.south, b.south),
  east: Math.max(a.east, b.east),
  north: Math.max(a.north, b.north),
});

export const boxesMeet = (a: Box, b: Box) =>
  a.west <= b.east && b.west <= a.east && a.south <= b.north && b.south <= a.north;
