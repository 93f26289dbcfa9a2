import type { Format } from "./format.ts";
import { readLater } from "./read-later.ts";

/** A workbook with a column of well-known text; a sheet is chosen as a layer is. */
export const excel: Format = {
  id: "xlsx",
  title: "Excel workbook with outlines in well-known text",
  extensions: [".xlsx", ".xlsm"],
  gzip: false,
  read: readLater(async () => (await import("./table-polygons.ts")).readTablePolygons),
};
