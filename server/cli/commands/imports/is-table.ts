import { extname } from "node:path";
import { readTable } from "../../../ingest/tables/read-table.ts";

const TABLES = [".csv", ".tsv", ".txt", ".xlsx", ".xls"];
/** A column of a CSV file whose cells are outlines in well-known text. */
const WELL_KNOWN_TEXT = /^\s*(?:SRID=\d+;)?\s*(?:MULTI)?POLYGON\b/i;

/** Whether a file is a table of rows, and not of outlines: a CSV file may hold either. */
export async function isTable(path: string, sheet: string | undefined): Promise<boolean> {
  if (!TABLES.includes(extname(path).toLowerCase())) return false;
  const { rows } = await readTable(path, { sheet });
  return !rows.slice(0, 20).some(({ cells }) => cells.some((cell) => WELL_KNOWN_TEXT.test(cell)));
}
