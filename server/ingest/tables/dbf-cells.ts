import { basename } from "node:path";
import { companionFiles } from "../formats/companion-files.ts";
import { dbfTable } from "../formats/dbf-table.ts";
import { wholeFile } from "../formats/file-bytes.ts";
import type { Note } from "../formats/format.ts";
import type { Limits } from "../limits.ts";

function cellText(value: string | number | boolean | null): string {
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return value === null ? "" : String(value);
}

/**
 * Reads a dBASE table as cells, its fields' names first; rows marked as deleted are left out.
 *
 * @throws AppError format/malformed, file/unreadable, limit/features, limit/fields
 */
export async function readDbfCells(
  path: string,
  bytes: Buffer,
  limits: Limits,
): Promise<{ readonly cells: readonly (readonly string[])[]; readonly notes: readonly Note[] }> {
  const file = basename(path);
  const named = (await companionFiles(path)).get(".cpg");
  const cpg = named === undefined ? undefined : (await wholeFile(named)).toString("latin1").trim();
  const table = dbfTable(bytes, cpg, file, limits);
  const cells = [table.fields.map(({ name }) => name)];
  const notes = [...table.notes];
  let deleted = 0;
  for (let row = 0; row < table.rows; row++) {
    const values = table.values(row);
    if (values === undefined) {
      const message = `${file} is cut short: it has ${row} of the ${table.rows} rows it states.`;
      notes.push({ code: "file/left-out", message });
      break;
    }
    if (table.isDeleted(row)) deleted++;
    else cells.push(table.fields.map(({ name }) => cellText(values[name] ?? null)));
  }
  if (deleted > 0) {
    const message = `Left out of ${file}: rows that are marked as deleted, ${deleted} in number.`;
    notes.push({ code: "file/left-out", message });
  }
  return { cells, notes };
}
