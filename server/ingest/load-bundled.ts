/** The bundled geography: Natural Earth's units of Great Britain, and the districts each stands for. */
import { join } from "node:path";
import { z } from "zod";
import { roundToGrid } from "../core/geometry/grid-rounding.ts";
import { STORE_GRID } from "../store/geometry-codec.ts";
import { assembleSources } from "./assemble-shapes.ts";
import { NATIONAL_GRID, OSTN15_SHEET, statedCrs } from "./crs.ts";
import { polygonsWithin } from "./keep-polygons.ts";
import type { LayerRecipe } from "./load-known-layers.ts";
import { type AreaFacts, buildLayer, type LoadedLayer } from "./load-reference.ts";
import { readPolygonFile } from "./polygon-files.ts";
import { projectFeatures } from "./project-features.ts";
import { filled, list, number, text } from "./registry/fields.ts";
import { readCsv } from "./registry/read-csv.ts";

const unitFile = z.object({
  unit: filled,
  /** The feature's position in the file: the source's own ids and labels repeat. */
  position: number,
  name: filled,
  country: filled,
  region: text,
  lad04_codes: list,
  lad13_codes: list,
});
type Unit = z.output<typeof unitFile>;

/**
 * Metres. Nineteen twentieths of the real lines of England's units lie within this of the bundled ones,
 * half of them within 640 m; inlets of the coast lie farthest. Measured against the districts before
 * 2009 (test/slow/boundaries.test.ts).
 */
export const BUNDLED_ACCURACY = 4300;

const RECIPE: LayerRecipe = {
  id: "natural_earth",
  title: "Units of Great Britain, generalised",
  vintage: "about 2010; counties stand for their districts",
  grade: "generalised",
  accuracy: BUNDLED_ACCURACY,
  attribution: "Made with Natural Earth.",
  licence: "Public domain",
  role: "places",
  code: "unit",
  name: "name",
  districts: undefined,
  scheme: "",
  country: "",
};

/**
 * Read the bundled units. Northern Ireland and Rockall lie off the national grid and are left out.
 *
 * @param folder `data/reference`
 * @throws AppError file/missing, registry/column, registry/value
 */
export async function readBundledLayer(folder: string): Promise<LoadedLayer> {
  const path = join(folder, "gbr.topo.json");
  const units = new Map<number, Unit>();
  for (const { value } of readCsv(folder, "units.csv", unitFile)) {
    if (value.country !== "Northern Ireland") units.set(value.position, value);
  }
  const file = await readPolygonFile(path);
  const named = file.features.flatMap((feature) => {
    const unit = units.get(feature.index);
    // Rockall, 300 km beyond St Kilda, is the one piece of ground off the national grid.
    return unit
      ? [{ source: codeOf(unit), file, feature: polygonsWithin(feature, OSTN15_SHEET) }]
      : [];
  });
  const { sourceIds, properties, features, topology } = assembleSources(named);
  const nationalGrid = await statedCrs(NATIONAL_GRID, "units.csv");
  const projected = projectFeatures(features, nationalGrid);
  const byId = new Map([...units.values()].map((unit) => [codeOf(unit), unit]));
  return buildLayer({ path, recipe: RECIPE }, (code) => unitFacts(byId.get(code)), {
    codes: sourceIds,
    properties,
    shapes: { ...topology, xy: roundToGrid(projected, STORE_GRID) },
    toLonLat: nationalGrid.toLonLat,
    sha256: file.sha256,
  });
}

/** Initiatives in England go by the districts before 2009, in the rest of Britain by those of 2013. */
function unitFacts(unit: Unit | undefined): ReturnType<AreaFacts> {
  if (!unit) throw new Error("a unit without a row in units.csv");
  const { name, country, region } = unit;
  const scheme = country === "England" ? "lad04" : "lad13";
  const districts = districtsOf(unit).map((code) => ({ scheme, code }) as const);
  return { name, country, region, districts };
}

const districtsOf = (unit: Unit) =>
  unit.country === "England" ? unit.lad04_codes : unit.lad13_codes;

/** A unit that is one district goes by its code, so that a link to a place outlives the geography. */
function codeOf(unit: Unit): string {
  const [code, ...more] = districtsOf(unit);
  return code !== undefined && more.length === 0 ? code : unit.unit;
}
