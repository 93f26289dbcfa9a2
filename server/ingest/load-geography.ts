/** The layers of areas that a load stands on: the bundled units, or a folder's own. */
import { basename } from "node:path";
import { AppError } from "../core/errors.ts";
import type { Progress } from "../core/overlay/model.ts";
import { readBundledLayer } from "./load-bundled.ts";
import type { LayerFile } from "./load-known-layers.ts";
import { type FoundLayers, findLayers } from "./load-layers.ts";
import { factsOf, type LoadedLayer, readLayer } from "./load-reference.ts";
import { partOf, skippedWarning } from "./load-words.ts";
import { districtKey, memberCodes, type Registry } from "./registry/read-registry.ts";
import { emptyWarning } from "./source-ids.ts";

export interface GeographyOptions {
  readonly referenceDir: string;
  readonly boundariesDir?: string | undefined;
  /** The folder's layers stand beside the bundled units, which stay the places. */
  readonly besideBundled?: boolean | undefined;
  readonly progress?: Progress | undefined;
}

export interface Geography {
  readonly layers: readonly LoadedLayer[];
  readonly warnings: readonly string[];
}

/**
 * Read every layer. Exactly one of them is the layer of places.
 *
 * @throws AppError file/empty where the folder has no layer of places, registry/unknown-area where
 *   no initiative can be composed of it, and those of `findLayers` and `readLayer`
 */
export async function readGeography(
  registry: Registry,
  { referenceDir, boundariesDir, besideBundled = false, progress }: GeographyOptions,
): Promise<Geography> {
  if (boundariesDir === undefined) {
    if (besideBundled) throw nothingBeside();
    return { layers: [await readBundledLayer(referenceDir)], warnings: [] };
  }
  const found = findLayers(boundariesDir);
  expectPlaces(boundariesDir, found, besideBundled);
  const warnings = skippedWarning(boundariesDir, found.skipped, UNKNOWN_FILE);
  const layers: LoadedLayer[] = [];
  for (const [i, file] of found.layers.entries()) {
    const part = partOf(progress, i / found.layers.length, (i + 1) / found.layers.length);
    const named: Progress = (_, share) => part?.(`read ${basename(file.path)}`, share);
    const layer = await readLayer(file, factsOf(file.recipe, registry.districts), named);
    if (file.recipe.districts) warnings.push(...unknownDistricts(registry, file, layer));
    warnings.push(...emptyWarning(layer.layer.file, layer.empty));
    layers.push(layer);
  }
  if (besideBundled) {
    warnings.push("Initiatives are drawn on the bundled generalised units, as asked.");
    layers.push(await readBundledLayer(referenceDir));
  }
  return { layers, warnings };
}

const UNKNOWN_FILE = "no layer we know by name or manifest.json";

function nothingBeside(): AppError {
  return new AppError(
    "input/invalid",
    "--beside-bundled has nothing to put beside the bundled units. Give --boundaries with it.",
  );
}

function expectPlaces(folder: string, { layers }: FoundLayers, besideBundled: boolean) {
  const places = layers.find(({ recipe }) => recipe.role === "places");
  if (places && besideBundled) {
    throw new AppError(
      "input/invalid",
      `${places.path} is a layer of places itself, so it cannot stand beside the bundled units. ` +
        "Leave out --beside-bundled.",
      { path: places.path },
    );
  }
  if (besideBundled) return;
  if (places && layers.every(({ recipe }) => recipe.districts === undefined)) {
    throw new AppError(
      "input/invalid",
      `No layer in ${folder} stands for districts, so no initiative could be drawn. Give one of ` +
        'them "districts" in manifest.json: lad04 or lad13.',
      { path: folder },
    );
  }
  if (places) return;
  throw new AppError(
    "file/empty",
    `${folder} has no layer of places to draw initiatives on: that is district_pre2009_england, or ` +
      'what a manifest.json gives the role "places". To load the rest beside the bundled ' +
      "generalised units give --beside-bundled.",
    { path: folder, found: layers.map(({ path }) => basename(path)) },
  );
}

/** Warnings of codes that are no district's; a layer of places that draws nothing is refused. */
function unknownDistricts(registry: Registry, { recipe }: LayerFile, layer: LoadedLayer): string[] {
  const { areas } = layer;
  const members = new Set(
    registry.initiatives.flatMap((row) =>
      memberCodes(row).map(({ scheme, code }) => districtKey(scheme, code)),
    ),
  );
  const drawn = areas.some(({ districts }) =>
    districts.some(({ scheme, code }) => members.has(districtKey(scheme, code))),
  );
  if (!drawn && recipe.role === "places") {
    const codes = areas.map(({ code }) => code);
    throw new AppError(
      "registry/unknown-area",
      `${layer.layer.file} has no district of any initiative, so nothing could be drawn: its codes ` +
        `(${codes.slice(0, 3).join(", ")}${codes.length > 3 ? " …" : ""}) are no members in the ` +
        `scheme ${recipe.districts}.`,
      { file: layer.layer.file, scheme: recipe.districts, codes: codes.slice(0, 10) },
    );
  }
  const unknown = areas.filter(({ districts }) => districts.length === 0);
  if (unknown.length === 0) return [];
  const named = unknown.map(({ code, name }) => `${code} (${name})`).join(", ");
  return [
    `${layer.layer.file} holds areas whose codes are not in districts.csv, so no initiative can be ` +
      `composed of them: ${named}.`,
  ];
}
