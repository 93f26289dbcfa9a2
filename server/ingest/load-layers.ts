/** Which file of a folder is which reference layer: by its name, or by the folder's manifest. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { AppError } from "../core/errors.ts";
import { formatByName } from "./formats/registry.ts";
import { KNOWN_LAYERS, type LayerFile, type LayerRecipe } from "./load-known-layers.ts";
import { readManifest } from "./load-manifest.ts";

export interface FoundLayers {
  readonly layers: readonly LayerFile[];
  /** Names of the files that are no layer we know. */
  readonly skipped: readonly string[];
}

/**
 * The layers of a folder: those its `manifest.json` names, else those known by file name.
 *
 * @throws AppError file/missing, file/empty where nothing is known, format/malformed, input/invalid
 */
export function findLayers(folder: string): FoundLayers {
  const files = filesOf(folder);
  const layers = files.includes("manifest.json") ? readManifest(folder) : knownOf(folder, files);
  if (layers.length === 0) throw nothingKnown(folder, files);
  expectOneOf(layers, "id", (recipe) => recipe.id);
  expectOneOf(layers, "role", (recipe) => (recipe.role === "places" ? "places" : recipe.id));
  const taken = new Set(layers.map(({ path }) => path)).add(join(folder, "manifest.json"));
  const isTaken = (file: string) =>
    taken.has(join(folder, file)) || taken.has(join(folder, file.replace(COMPANION, ".shp")));
  return { layers, skipped: files.filter((file) => !isTaken(file)) };
}

/** A shapefile is several files, of which one is named. */
const COMPANION = /\.(dbf|prj|shx|cpg|qpj|sbn|sbx)$/i;

function knownOf(folder: string, files: readonly string[]): LayerFile[] {
  return files.flatMap((file) => {
    const name = file.replace(/\..*$/, "");
    const known = formatByName(file) !== undefined && Object.hasOwn(KNOWN_LAYERS, name);
    const recipe = known ? KNOWN_LAYERS[name] : undefined;
    return recipe ? [{ path: join(folder, file), recipe }] : [];
  });
}

function nothingKnown(folder: string, found: readonly string[]): AppError {
  const known = Object.keys(KNOWN_LAYERS);
  return new AppError(
    "file/empty",
    `${folder} holds no boundaries that are known. Known are a manifest.json that names some, and ` +
      `files called ${known.join(", ")}.`,
    { path: folder, found, known: ["manifest.json", ...known] },
  );
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
