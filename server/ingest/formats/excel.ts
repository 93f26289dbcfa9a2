import type { Format } from "./format.ts";
import { readTablePolygons } from "./table-polygons.ts";

/** A workbook with a column of well-known text; a sheet is chosen as a layer is. */
export const excel: Format = {
  id: "xlsx",
  title: "Excel workbook with outlines in well-known text",
  extensions: [".xlsx", ".xlsm"],
  gzip: false,
  read: readTablePolygons,
};
