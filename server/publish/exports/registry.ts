import { AppError } from "../../core/errors.ts";
import type { ExportFormat } from "./export.ts";
import { csv } from "./formats/csv.ts";
import { flatgeobuf } from "./formats/flatgeobuf.ts";
import { geojson } from "./formats/geojson.ts";
import { geopackage } from "./formats/geopackage.ts";
import { ics } from "./formats/ics.ts";

/** Every format that a file can be written in. */
export const FORMATS: readonly ExportFormat[] = [geojson, csv, geopackage, flatgeobuf, ics];

/** @throws AppError format/unknown naming those there are */
export function formatNamed(id: string): ExportFormat {
  const format = FORMATS.find((known) => known.id === id);
  if (format) return format;
  const known = FORMATS.map((one) => one.id);
  throw new AppError("format/unknown", `There is no format "${id}". Known: ${known.join(", ")}.`, {
    format: id,
    known,
  });
}

/**
 * The format that a file's name asks for, of those that any polygons can be written in.
 *
 * @throws AppError format/unknown
 */
export function formatOfFile(path: string): ExportFormat {
  const able = FORMATS.filter(({ units }) => units === undefined);
  const extension = /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase();
  const format = able.find(({ id }) => id === extension);
  if (format) return format;
  const known = able.map(({ id }) => `.${id}`);
  throw new AppError(
    "format/unknown",
    `"${path}" names no format that polygons can be written in. End it in ${known.join(", ")}.`,
    { out: path, known },
  );
}
