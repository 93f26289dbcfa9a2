import type { Db } from "../../store/db.ts";
import { initiativeTable } from "../../store/initiative.ts";
import { madeId, type NamedRow } from "./programme-rows.ts";

/**
 * The id of each row's initiative: that of the file, else that of the programme's initiative with
 * exactly this name, else one made of programme and name.
 *
 * @param mapping field of ours -> column of theirs
 */
export function initiativeIds(
  db: Db,
  rows: readonly NamedRow[],
  mapping: ReadonlyMap<string, string>,
  programme: string,
): readonly string[] {
  const byName = new Map(
    initiativeTable(db)
      .all()
      .filter(({ programme_code }) => programme_code === programme)
      .map(({ id, name }) => [name.trim().toLowerCase(), id]),
  );
  return rows.map((row) => {
    if (mapping.has("id") || row.name === "") return row.id;
    return byName.get(row.name.toLowerCase()) ?? madeId(programme, row.name);
  });
}
