/** A table of text for tests, as `readTable` gives it. */
import type { Table } from "../../server/ingest/tables/table.ts";

type Row = Readonly<Record<string, string | number>>;

/** Rows under one header; what a row leaves out is empty. */
export function csvTable(rows: readonly Row[], file = "streams.csv"): Table {
  const header = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return {
    file,
    sha256: "0".repeat(64),
    format: "csv",
    sheet: undefined,
    sheets: [],
    headerRow: 1,
    header,
    rows: rows.map((row, i) => ({
      row: i + 2,
      cells: header.map((column) => String(row[column] ?? "")),
    })),
    notes: [],
  };
}
