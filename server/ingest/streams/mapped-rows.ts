/** A table's rows under our names for its columns. */
import { AppError } from "../../core/errors.ts";
import { cellPlace, type Table } from "../tables/table.ts";
import type { MappedRow } from "./row-cells.ts";

export interface MappedTable<Column extends string> {
  readonly rows: readonly MappedRow<Column>[];
  /** Headings that are none of ours and no year: not read. */
  readonly unread: readonly string[];
}

export const plainHeading = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_|_$/g, "");
const YEAR = /^\d{4}(?:[-/](?:\d{2}|\d{4}))?$/;

/**
 * Find our columns in a header by name, whatever its capitals and spaces, or by `map`.
 *
 * @param map our column -> their heading
 * @throws AppError funding/column where a heading of the map is not there, a column is there twice,
 *   or one of `needed` is missing
 */
export function mapRows<Column extends string>(
  table: Table,
  columns: readonly Column[],
  needed: readonly Column[],
  map: ReadonlyMap<string, string>,
): MappedTable<Column> {
  const { header, file } = table;
  const at = new Map<Column, number>();
  const refuse = (message: string, detail: object) =>
    new AppError("funding/column", `${file}: ${message}`, { file, ...detail });
  for (const column of columns) {
    const theirs = map.get(column);
    const found = header.flatMap((heading, i) =>
      (theirs === undefined ? plainHeading(heading) === column : heading === theirs) ? [i] : [],
    );
    if (found.length > 1)
      throw refuse(`the column ${column} stands there ${found.length} times.`, { column });
    if (theirs !== undefined && found.length === 0)
      throw refuse(`there is no column "${theirs}". It has: ${header.join(", ")}.`, { column });
    if (found[0] !== undefined) at.set(column, found[0]);
  }
  const missing = needed.filter((column) => !at.has(column));
  if (missing.length > 0) {
    const what = missing.length > 1 ? "columns" : "column";
    throw refuse(
      `the ${what} ${missing.join(", ")} is missing. It has: ${header.join(", ")}. ` +
        "Name a column of yours with --map theirs=ours.",
      { missing, found: header },
    );
  }
  const taken = new Set(at.values());
  const years = header.flatMap((heading, i) => (!taken.has(i) && YEAR.test(heading) ? [i] : []));
  const unread = header.filter(
    (heading, i) => heading !== "" && !taken.has(i) && !years.includes(i),
  );
  const placeOf = (row: number) => (column: string) => {
    const position = at.get(column as Column) ?? header.indexOf(column);
    return position < 0 ? `row ${row}` : cellPlace(table, row, position);
  };
  return {
    unread,
    rows: table.rows.map(({ row, cells }) => ({
      row,
      cells: Object.fromEntries(
        [...at].map(([column, i]) => [column, cells[i] ?? ""]),
      ) as MappedRow<Column>["cells"],
      years: years.flatMap((i) => (cells[i] ? [{ heading: header[i]!, text: cells[i] }] : [])),
      place: placeOf(row),
    })),
  };
}
