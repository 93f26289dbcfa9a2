import { AppError } from "../../core/errors.ts";
import type { ExportFormat } from "./export.ts";

/**
 * The formats of registry.ts that any polygons can be written in, by the ending of a file's name.
 * Each is loaded when it is wanted: `overlay -o cells.csv` needs no database.
 */
export const FORMAT_FILES: Readonly<Record<string, () => Promise<ExportFormat>>> = {
  geojson: async () => (await import("./formats/geojson.ts")).geojson,
  csv: async () => (await import("./formats/csv.ts")).csv,
  gpkg: async () => (await import("./formats/geopackage.ts")).geopackage,
  fgb: async () => (await import("./formats/flatgeobuf.ts")).flatgeobuf,
};

/**
 * The format that a file's name asks for; GeoJSON where there is no file.
 *
 * @throws AppError format/unknown
 */
export async function formatOfFile(path: string | undefined): Promise<ExportFormat> {
  const ending = path === undefined ? "geojson" : /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase();
  if (ending !== undefined && Object.hasOwn(FORMAT_FILES, ending)) return FORMAT_FILES[ending]!();
  const known = Object.keys(FORMAT_FILES).map((id) => `.${id}`);
  throw new AppError(
    "format/unknown",
    `"${path}" names no format that polygons can be written in. End it in ${known.join(", ")}.`,
    { out: path, known },
  );
}
