import { basename } from "node:path";
import { AppError } from "../core/errors.ts";
import type { PolygonFeature } from "./formats/format.ts";
import type { PolygonFile } from "./polygon-files.ts";

/** One feature with the name of the source that it belongs to. */
export interface NamedFeature {
  readonly source: string;
  readonly file: PolygonFile;
  readonly feature: PolygonFeature;
}

function idFrom(field: string, { properties, index }: PolygonFeature, path: string): string {
  const found = properties[field];
  if (typeof found === "string" || typeof found === "number") return String(found);
  const fields = Object.keys(properties).join(", ") || "none";
  throw new AppError(
    "input/invalid",
    `${basename(path)}, feature ${index + 1} has no "${field}" to name it by. Its fields: ${fields}.`,
    { file: path, feature: index + 1, field },
  );
}

/** How messages and made-up ids call each file: its name, or its path where two share a name. */
function fileNames(files: readonly PolygonFile[]): (path: string) => string {
  const count = new Map<string, number>();
  for (const { path } of files) {
    count.set(basename(path), (count.get(basename(path)) ?? 0) + 1);
  }
  return (path) => ((count.get(basename(path)) ?? 0) > 1 ? path : basename(path));
}

/**
 * Names the features that have no polygon, as `nameFeatures` names the others; by position where the
 * field or the id is missing.
 */
export function emptyFeatures(
  files: readonly PolygonFile[],
  field: string | undefined,
): readonly string[] {
  const nameOf = fileNames(files);
  return files.flatMap(({ path, features }) =>
    features
      .filter(({ polygonRing }) => polygonRing.length === 1)
      .map(({ id, index, properties }) => {
        const named = field === undefined ? id : properties[field];
        return typeof named === "string" || typeof named === "number"
          ? String(named)
          : `${nameOf(path)}#${index + 1}`;
      }),
  );
}

/** That features without a polygon were left out; nothing where there is none. */
export function emptyWarning(file: string, empty: readonly string[]): string[] {
  const [one] = empty;
  if (one === undefined) return [];
  const more = empty.length > 10 ? " …" : "";
  const named = empty.slice(0, 10).join(", ");
  return [
    empty.length === 1
      ? `Left out of ${file}: a feature without geometry, ${one}.`
      : `Left out of ${file}: ${empty.length} features without geometry, ${named}${more}.`,
  ];
}

/**
 * Names the source of every feature that has a polygon: by a field, else by the feature's own id,
 * else by its file and position (`wards.geojson#3`, counted from 1). Equal names are one source.
 *
 * @throws AppError input/invalid when a feature lacks the field
 */
export function nameFeatures(
  files: readonly PolygonFile[],
  field: string | undefined,
): readonly NamedFeature[] {
  const nameOf = fileNames(files);
  return files.flatMap((file) =>
    file.features
      .filter(({ polygonRing }) => polygonRing.length > 1)
      .map((feature) => {
        const position = `${nameOf(file.path)}#${feature.index + 1}`;
        const source =
          field === undefined ? (feature.id ?? position) : idFrom(field, feature, file.path);
        return { source, file, feature };
      }),
  );
}

/** Names the features of each file by a field of its own, so that no two files share a source. */
export function nameApart(
  files: readonly PolygonFile[],
  fields: readonly (string | undefined)[],
): readonly NamedFeature[] {
  return files.flatMap((file, i) =>
    nameFeatures([file], fields[i]).map((named) => ({ ...named, source: `${i}\t${named.source}` })),
  );
}

/** The file's number and the name within the file, of a name by {@link nameApart}. */
export function apartName(source: string): { readonly file: number; readonly name: string } {
  const tab = source.indexOf("\t");
  return { file: Number(source.slice(0, tab)), name: source.slice(tab + 1) };
}
