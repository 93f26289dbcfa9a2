/** Which file is which reference layer: the bundled one, those known by name, those of a manifest. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { AppError } from "../core/errors.ts";
import type { DistrictScheme } from "../store/member-area.ts";
import type { LayerRole } from "../store/reference-layer.ts";

/** How a file becomes a reference layer. */
export interface LayerRecipe {
  readonly id: string;
  readonly title: string;
  readonly vintage: string;
  readonly grade: "surveyed" | "composed" | "generalised";
  /** Metres by which its lines may be off; `undefined` is not known. */
  readonly accuracy: number | undefined;
  readonly attribution: string;
  readonly licence: string;
  readonly role: LayerRole;
  /** Fields of the features. */
  readonly code: string;
  readonly name: string;
  /** The districts that an area stands for are its own code in this scheme. */
  readonly districts: DistrictScheme | undefined;
  readonly country: string;
}

export interface LayerFile {
  readonly path: string;
  readonly recipe: LayerRecipe;
}

const UK_GEOJSON =
  "Contains Ordnance Survey data © Crown copyright and database right 2014. Contains National " +
  "Statistics data © Crown copyright and database right 2014. UK-GeoJSON by Martin Chorley.";
const UK_GEOJSON_LICENCE = "Open Government Licence v3.0; CC BY 4.0";
const OGL = "Open Government Licence v3.0";

/** Ward and LSOA lines were simplified apart from each other and differ by tens of metres. */
const SIMPLIFIED = 20;

const ofUkGeoJson = {
  grade: "surveyed",
  accuracy: SIMPLIFIED,
  attribution: UK_GEOJSON,
  licence: UK_GEOJSON_LICENCE,
  role: "reference",
  districts: undefined,
  country: "England",
} as const;

/** Layers known by their file names, whatever their extension. */
const KNOWN: Readonly<Record<string, LayerRecipe>> = {
  district_pre2009_england: {
    ...ofUkGeoJson,
    id: "district_pre2009_england",
    title: "Districts of England before April 2009",
    vintage: "1998 to March 2009",
    role: "places",
    code: "LAD04CD",
    name: "LAD04NM",
    districts: "lad04",
  },
  lad_england_wales: {
    ...ofUkGeoJson,
    id: "lad_england_wales",
    title: "Districts of England and Wales, December 2013",
    vintage: "December 2013",
    code: "LAD13CD",
    name: "LAD13NM",
    districts: "lad13",
    country: "",
  },
  wards_england: {
    ...ofUkGeoJson,
    id: "wards_england",
    title: "Wards of England, December 2013",
    vintage: "December 2013",
    code: "WD13CD",
    name: "WD13NM",
  },
  lsoa_england: {
    ...ofUkGeoJson,
    id: "lsoa_england",
    title: "Lower layer super output areas of England, 2011",
    vintage: "2011",
    code: "LSOA11CD",
    name: "LSOA11NM",
  },
  region: {
    ...ofUkGeoJson,
    id: "region",
    title: "Regions of England, 2013",
    vintage: "2013",
    code: "EER13CD",
    name: "EER13NM",
  },
  police_force_area_2020: {
    id: "police_force_area_2020",
    title: "Police force areas of England and Wales, 2020",
    vintage: "2020",
    grade: "generalised",
    accuracy: 500,
    attribution: "Contains National Statistics data © Crown copyright and database right 2020.",
    licence: OGL,
    role: "reference",
    code: "pfa20_code",
    name: "pfa20_name",
    districts: undefined,
    country: "",
  },
};

const manifestSchema = z.strictObject({
  layers: z.array(
    z.strictObject({
      file: z.string().min(1),
      id: z.string().regex(/^[a-z0-9_-]+$/, "small letters, digits, _ and - only"),
      title: z.string().min(1),
      vintage: z.string().min(1),
      code: z.string().min(1),
      name: z.string().min(1),
      grade: z.enum(["surveyed", "composed", "generalised"]).default("surveyed"),
      accuracy_m: z.number().positive().optional(),
      attribution: z.string().default(""),
      licence: z.string().default(""),
      role: z.enum(["places", "reference"]).default("reference"),
      districts: z.enum(["lad04", "lad13"]).optional(),
      country: z.string().default(""),
    }),
  ),
});

export interface FoundLayers {
  readonly layers: readonly LayerFile[];
  /** Names of the files that are no layer we know. */
  readonly skipped: readonly string[];
}

/**
 * The layers of a folder: those its `manifest.json` names, else those known by file name.
 *
 * @throws AppError file/missing, format/malformed, input/invalid
 */
export function findLayers(folder: string): FoundLayers {
  const files = filesOf(folder);
  const manifest = files.includes("manifest.json") ? readManifest(folder) : undefined;
  const layers: LayerFile[] = [];
  const skipped: string[] = [];
  for (const file of files) {
    if (file === "manifest.json") continue;
    const recipe = manifest ? manifest.get(file) : KNOWN[file.replace(/\..*$/, "")];
    if (recipe) layers.push({ path: join(folder, file), recipe });
    else skipped.push(file);
  }
  expectOneOf(layers, "id", (recipe) => recipe.id);
  expectOneOf(layers, "role", (recipe) => (recipe.role === "places" ? "places" : recipe.id));
  return { layers, skipped };
}

function filesOf(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile() || entry.isSymbolicLink())
      .map((entry) => entry.name)
      .sort();
  } catch {
    throw new AppError(
      "file/missing",
      `${folder} is no folder that can be read. Name the folder that holds the boundary files.`,
      { path: folder },
    );
  }
}

function readManifest(folder: string): Map<string, LayerRecipe> {
  const path = join(folder, "manifest.json");
  let raw: unknown;
  try {
    raw = JSON.parse(readFileSync(path, "utf8"));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new AppError("format/malformed", `${path} is not valid JSON: ${why}`, { path });
  }
  const result = manifestSchema.safeParse(raw);
  if (!result.success) {
    const issues = result.error.issues.map((i) => ({ path: i.path.join("."), message: i.message }));
    const [first] = issues;
    throw new AppError(
      "input/invalid",
      `${path} does not describe layers as it should: ${first?.path}: ${first?.message}`,
      { path, issues },
    );
  }
  const recipes = new Map<string, LayerRecipe>();
  for (const { file, accuracy_m, districts, ...rest } of result.data.layers) {
    if (!existsSync(join(folder, file))) {
      throw new AppError("file/missing", `${path} names ${file}, which is not there.`, { path });
    }
    recipes.set(file, { ...rest, accuracy: accuracy_m, districts });
  }
  return recipes;
}

function expectOneOf(
  layers: readonly LayerFile[],
  what: string,
  key: (recipe: LayerRecipe) => string,
) {
  const seen = new Map<string, string>();
  for (const { path, recipe } of layers) {
    const earlier = seen.get(key(recipe));
    if (earlier !== undefined) {
      throw new AppError(
        "input/invalid",
        `${earlier} and ${path} are both the layer with the ${what} "${key(recipe)}". Keep one.`,
        { what, value: key(recipe), files: [earlier, path] },
      );
    }
    seen.set(key(recipe), path);
  }
}
