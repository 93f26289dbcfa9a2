/** Which file of a folder is which reference layer: by its name, or by the folder's manifest. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { AppError } from "../core/errors.ts";
import { KNOWN_LAYERS, type LayerRecipe } from "./load-known-layers.ts";

export interface LayerFile {
  readonly path: string;
  readonly recipe: LayerRecipe;
}

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
    const recipe = manifest ? manifest.get(file) : KNOWN_LAYERS[file.replace(/\..*$/, "")];
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
