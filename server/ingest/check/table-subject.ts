/** A table as the subject of a check: every row a feature without geometry. */
import type { CheckedFeature } from "../../core/check/model.ts";
import type { TargetField } from "../../core/mapping/fields.ts";
import { type Suggestion, suggestMapping } from "../../core/mapping/suggest.ts";
import type { Shapes } from "../../core/overlay/model.ts";
import { readTable } from "../tables/read-table.ts";
import type { Table } from "../tables/table.ts";
import { expectColumns } from "./expect-columns.ts";

export interface TableSubject {
  readonly table: Table;
  readonly rows: readonly CheckedFeature[];
  readonly columns: readonly string[];
  readonly suggestions: readonly Suggestion[];
  /** Field of ours -> column of theirs: as given, else as suggested. */
  readonly mapping: ReadonlyMap<string, string>;
}

export interface TableSubjectOptions {
  readonly fields: readonly TargetField[];
  /** The field that names rows. */
  readonly idField: string;
  readonly sheet?: string | undefined;
  readonly map?: ReadonlyMap<string, string> | undefined;
}

/** Rows that suggestions look at. */
const SAMPLE = 200;

export const NO_GROUND: Shapes = {
  count: 1,
  polygonShape: new Int32Array(0),
  polygonRing: new Int32Array(1),
  ringVertex: new Int32Array(1),
  xy: new Int32Array(0),
};

/** @throws AppError of the table's reader; input/invalid for a mapped column that is not there */
export async function readTableSubject(
  path: string,
  { fields, idField, sheet, map }: TableSubjectOptions,
): Promise<TableSubject> {
  const table = await readTable(path, { sheet });
  const columns = table.header.map((name, i) => name || `column ${i + 1}`);
  const records = table.rows.map(({ cells }) =>
    Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? ""])),
  );
  const suggestions = suggestMapping(fields, columns, records.slice(0, SAMPLE));
  expectColumns(path, columns, map?.values() ?? []);
  const mapping = new Map([
    ...suggestions.map(({ field, column }) => [field, column] as const),
    ...(map ?? []),
  ]);
  const cell = (record: Readonly<Record<string, string>>, field: string) =>
    record[mapping.get(field) ?? ""] ?? "";
  const rows = records.map(
    (properties, i): CheckedFeature => ({
      index: i,
      id: cell(properties, idField) || `row ${table.rows[i]!.row}`,
      name: cell(properties, "name"),
      kind: "row",
      outside: undefined,
      point: undefined,
      met: [],
      shapes: NO_GROUND,
      properties,
    }),
  );
  return { table, rows, columns, suggestions, mapping };
}
