import type { Format } from "./format.ts";
import { readTablePolygons } from "./table-polygons.ts";

/** CSV with a column of well-known text; `SRID=27700;` before it names the system. */
export const csv: Format = {
  id: "csv",
  title: "CSV with outlines in well-known text",
  extensions: [".csv", ".tsv"],
  gzip: true,
  read: readTablePolygons,
};
