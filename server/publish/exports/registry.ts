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
