/** `manifest.json`: what a person says of the boundary files of their own folder. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { AppError } from "../core/errors.ts";
import type { LayerFile, LayerRecipe } from "./load-known-layers.ts";

const layerSchema = z.strictObject({
  file: z.string().min(1),
  layer: z.string().min(1).optional(),
  id: z.string().regex(/^[a-z0-9_-]+$/),
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
  scheme: z.string().optional(),
  country: z.string().default(""),
});
const manifestSchema = z.strictObject({ layers: z.array(layerSchema) });

/** Every field of a layer and what it must be, in the words of a refusal. */
export const MANIFEST_FIELDS: Readonly<Record<keyof z.input<typeof layerSchema>, string>> = {
  file: "the name of a file in the folder",
  layer: "the name of a layer of a file that has several",
  id: "a name in small letters, digits, _ and -",
  title: "text",
  vintage: "text",
  code: "the name of a field of the features",
  name: "the name of a field of the features",
  grade: "surveyed, composed or generalised",
  accuracy_m: "metres, more than 0",
  attribution: "text",
  licence: "text",
  role: "places or reference",
  districts: "lad04 or lad13",
  scheme: "text",
  country: "text",
};

/**
 * The layers that a folder's manifest names, in the order of their files.
 *
 * @throws AppError format/malformed, input/invalid, file/missing
 */
export function readManifest(folder: string): readonly LayerFile[] {
  const path = join(folder, "manifest.json");
  const raw = readJson(path);
  const result = manifestSchema.safeParse(raw);
  if (!result.success) {
    const problems = result.error.issues.map((issue) => sentenceOf(issue, raw));
    throw new AppError("input/invalid", `${path}: ${problems[0]}.`, { path, problems });
  }
  const layers = result.data.layers.map((stated) => {
    const { file, layer: fileLayer, accuracy_m, districts, scheme, ...rest } = stated;
    if (!existsSync(join(folder, file))) {
      throw new AppError("file/missing", `${path} names ${file}, which is not there.`, { path });
    }
    const recipe: LayerRecipe = {
      ...rest,
      accuracy: accuracy_m,
      districts,
      scheme: scheme ?? districts ?? "",
    };
    return { file, layer: { path: join(folder, file), fileLayer, recipe } };
  });
  return layers.sort((a, b) => (a.file < b.file ? -1 : 1)).map(({ layer }) => layer);
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new AppError("format/malformed", `${path} is not valid JSON: ${why}`, { path });
  }
}

/** What is wrong, without a full stop. Layers are counted from 1. */
function sentenceOf(issue: z.core.$ZodIssue, raw: unknown): string {
  const [, index, field] = issue.path;
  if (typeof index !== "number") {
    return 'It must be an object with one field, "layers", which is a list of layers';
  }
  const layer = `Layer ${index + 1}`;
  if (issue.code === "unrecognized_keys") {
    const fields = Object.keys(MANIFEST_FIELDS).join(", ");
    return `${layer} has "${issue.keys.join('", "')}", which is no field of a layer. The fields are ${fields}`;
  }
  if (field === undefined) return `${layer} must be an object`;
  const name = String(field);
  const must = MANIFEST_FIELDS[name as keyof typeof MANIFEST_FIELDS];
  const value = valueAt(raw, issue.path);
  return value === undefined
    ? `${layer} has no "${name}"; give ${must}`
    : `"${name}" of layer ${index + 1} is ${JSON.stringify(value)}; it must be ${must}`;
}

function valueAt(raw: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (value instanceof Object ? Reflect.get(value, key) : undefined),
    raw,
  );
}
