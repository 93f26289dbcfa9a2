/** A table of the screen as CSV: RFC 4180, one header row, text that a spreadsheet would run guarded. */
import { guard, quoted } from "../../server/contract/csv-guard.ts";
import type { Column } from "./data-table.tsx";

const END = "\r\n";

/** Numbers stay numbers; unknown is an empty cell. */
export function csvText<Row>(
  columns: readonly Pick<Column<Row>, "id" | "value">[],
  rows: readonly Row[],
): string {
  const lines = [
    columns.map(({ id }) => id),
    ...rows.map((row) => columns.map(({ value }) => cellText(value(row)))),
  ];
  return lines.map((cells) => cells.map(quoted).join(",") + END).join("");
}

function cellText(value: string | number | undefined): string {
  if (value === undefined) return "";
  return typeof value === "number" ? String(value) : guard(value);
}
