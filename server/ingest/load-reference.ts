/** A file of areas as a reference layer, ready to be stored. */
import { basename } from "node:path";
import { AppError } from "../core/errors.ts";
import type { Progress, Shapes } from "../core/overlay/model.ts";
import { metres } from "../core/units.ts";
import { boxOf } from "../store/drawing.ts";
import { polygonsByShape, STORE_GRID } from "../store/geometry-codec.ts";
import type { DistrictScheme } from "../store/member-area.ts";
import type { NewReferenceArea, StoredLayer } from "../store/reference-layer.ts";
import { type Crs, NATIONAL_GRID } from "./crs.ts";
import type { LayerFile, LayerRecipe } from "./load-known-layers.ts";
import { pointInside } from "./load-point-inside.ts";
import { redrawEach } from "./load-redraw.ts";
import { type PolygonSources, readPolygons } from "./read-polygons.ts";
import { districtKey } from "./registry/read-registry.ts";
import type { DistrictLine } from "./registry/tables.ts";

export interface LoadedLayer {
  readonly layer: Omit<StoredLayer, "areas">;
  /** The n-th area is shape n, on the store's grid. */
  readonly areas: readonly NewReferenceArea[];
  readonly shapes: Shapes;
  /** Names of the features without geometry, which are no areas of it. */
  readonly empty: readonly string[];
}

/** What a layer's file does not say of its areas. */
export type AreaFacts = (
  code: string,
  properties: Readonly<Record<string, unknown>>,
) => Pick<NewReferenceArea, "name" | "region" | "country" | "districts">;

/** Projected areas, however they were read. */
export interface ProjectedAreas {
  readonly codes: readonly string[];
  readonly properties: readonly Readonly<Record<string, unknown>>[];
  readonly shapes: Shapes;
  readonly toLonLat: Crs["toLonLat"];
  readonly sha256: string;
  readonly empty?: readonly string[];
}

/**
 * Read a layer's file onto the store's grid.
 *
 * @throws AppError of `readPolygons`; file/empty without a polygon; crs/out-of-range outside Great Britain
 */
export async function readLayer(
  { path, fileLayer, recipe }: LayerFile,
  facts: AreaFacts,
  progress?: Progress,
): Promise<LoadedLayer> {
  const { step } = STORE_GRID;
  const sources = await readPolygons([path], {
    id: recipe.code,
    layer: fileLayer,
    step,
    progress,
  });
  if (sources.sourceIds.length === 0) {
    throw new AppError("file/empty", `${basename(path)} holds no polygon.`, { file: path });
  }
  expectStoreGrid(sources, path);
  const { sourceIds, properties, shapes, toLonLat, inputs, empty } = sources;
  return buildLayer({ path, recipe }, facts, {
    codes: sourceIds,
    properties,
    shapes,
    toLonLat,
    sha256: inputs[0]!.sha256,
    empty,
  });
}

/** A layer from areas on the store's grid. */
export function buildLayer(
  { path, recipe }: LayerFile,
  facts: AreaFacts,
  areas: ProjectedAreas,
): LoadedLayer {
  const positions = lonLatOf(areas);
  const { code, name, districts, country, accuracy, ...layer } = recipe;
  return {
    layer: {
      ...layer,
      accuracy: accuracy === undefined ? undefined : metres(accuracy),
      file: basename(path),
      sha256: areas.sha256,
    },
    areas: areas.codes.map((areaCode, i) => ({
      layer_id: recipe.id,
      code: areaCode,
      ...facts(areaCode, areas.properties[i] ?? {}),
      ...positions[i]!,
    })),
    shapes: recipe.role === "places" ? redrawEach(areas.shapes) : areas.shapes,
    empty: areas.empty ?? [],
  };
}

/** Facts of an area from its own fields and the list of districts. */
export function factsOf(
  recipe: LayerRecipe,
  districts: ReadonlyMap<string, DistrictLine>,
): AreaFacts {
  return (code, properties) => {
    const scheme: DistrictScheme | undefined = recipe.districts;
    const district = scheme && districts.get(districtKey(scheme, code));
    const name = properties[recipe.name];
    return {
      name: typeof name === "string" && name !== "" ? name : (district?.name ?? code),
      region: district?.region ?? "",
      country: district?.country ?? (recipe.country || countryByCode(code)),
      districts: district && scheme ? [{ scheme, code }] : [],
    };
  };
}

/** The nine-character codes of National Statistics begin with the country's letter. */
function countryByCode(code: string): string {
  const countries = new Map([
    ["E", "England"],
    ["W", "Wales"],
    ["S", "Scotland"],
  ]);
  return /^[EWS]\d{8}$/.test(code) ? (countries.get(code.slice(0, 1)) ?? "") : "";
}

function expectStoreGrid({ crs, grid }: PolygonSources, path: string) {
  const fits =
    crs === NATIONAL_GRID &&
    grid.step === STORE_GRID.step &&
    grid.originX === STORE_GRID.originX &&
    grid.originY === STORE_GRID.originY;
  if (fits) return;
  throw new AppError(
    "crs/out-of-range",
    `${basename(path)} reaches outside Great Britain. The database holds boundaries on the ` +
      "British National Grid only.",
    { file: path, crs },
  );
}

const RIM = 8;

/** A point inside each area, and its bounds: those of its box on the national grid, in degrees. */
function lonLatOf({ shapes, toLonLat }: ProjectedAreas) {
  const polygons = polygonsByShape(shapes);
  const points = new Float64Array(polygons.length * (RIM + 1) * 2);
  polygons.forEach((members, i) => {
    const { west, south, east, north } = boxOf(shapes, members);
    const [x, y] = pointInside(shapes, members) ?? [west, south];
    const [midX, midY] = [(west + east) / 2, (south + north) / 2];
    const rim = [west, south, midX, south, east, south, east, midY, east, north, midX, north];
    points.set([x, y, ...rim, west, north, west, midY], i * (RIM + 1) * 2);
  });
  toLonLat(points);
  return polygons.map((_, i) => {
    const own = points.subarray(i * (RIM + 1) * 2, (i + 1) * (RIM + 1) * 2);
    const lons = own.filter((_, at) => at % 2 === 0);
    const lats = own.filter((_, at) => at % 2 === 1);
    const bounds = [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
    const [w, s, e, n] = bounds.map(toSevenDecimals);
    return {
      lon: toSevenDecimals(own[0]!),
      lat: toSevenDecimals(own[1]!),
      bounds: [w!, s!, e!, n!] as const,
    };
  });
}

const toSevenDecimals = (degrees: number) => Math.round(degrees * 1e7) / 1e7;
