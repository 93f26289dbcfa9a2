import { guard, quoted } from "../../../contract/csv-guard.ts";
import type { Chunk, ExportFormat, Table, Value } from "../export.ts";

const ROWS = 500;

/** RFC 4180: UTF-8, one header row, lines end in CR LF. Text that a spreadsheet would run is guarded. */
export const csv = {
  id: "csv",
  title: "CSV (RFC 4180)",
  mediaType: "text/csv; charset=utf-8; header=present",
  about: "beside",
  needsGround: false,
  write: writeCsv,
} as const satisfies ExportFormat;

function* writeCsv({ fields, rows }: Table): Generator<Chunk> {
  yield line(fields.map(({ name }) => name));
  for (let from = 0; from < rows.length; from += ROWS) {
    yield rows
      .slice(from, from + ROWS)
      .map((row) => line(row.map(cellText)))
      .join("");
  }
}

const line = (cells: readonly string[]) => `${cells.map(quoted).join(",")}\r\n`;

/** Numbers stay numbers; unknown is empty; a list is its ids with semicolons between. */
function cellText(value: Value): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  return guard(typeof value === "string" ? value : listText(value));
}

/** Ids with `;` between them; inside an id `;` and `\` have a `\` before them. */
export function listText(ids: readonly string[]): string {
  return ids.map((id) => id.replace(/[\\;]/g, "\\$&")).join(";");
}
