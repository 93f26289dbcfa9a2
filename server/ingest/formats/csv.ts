import type { Format } from "./format.ts";
import { readLater } from "./read-later.ts";

/** CSV with a column of well-known text; `SRID=27700;` before it names the system. */
export const csv: Format = {
  id: "csv",
  title: "CSV with outlines in well-known text",
  extensions: [".csv", ".tsv"],
  gzip: true,
  read: readLater(async () => (await import("./table-polygons.ts")).readTablePolygons),
};
