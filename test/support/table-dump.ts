/** Everything that a database holds, to tell whether anything at all has changed. */
import { createHash } from "node:crypto";
import { type Db, openDb } from "../../server/store/db.ts";

/** Every row of every table as text, sorted; `ok` is what SQLite says of the file. */
export function dumpOf(path: string): { readonly ok: string; readonly rows: string } {
  const db = openDb(path, { create: false });
  try {
    return { ok: String(db.pragma("integrity_check", { simple: true })), rows: sortedRows(db) };
  } finally {
    db.close();
  }
}

function sortedRows(db: Db): string {
  const tables = db
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    .pluck()
    .all();
  const hash = createHash("sha256");
  for (const table of tables) {
    const rows = db.prepare<[], unknown[]>(`SELECT * FROM "${table}"`).raw().all();
    const lines = rows.map((row) =>
      JSON.stringify(row.map((value) => (Buffer.isBuffer(value) ? value.toString("hex") : value))),
    );
    hash.update(`${table}\n${lines.sort().join("\n")}\n`);
  }
  return hash.digest("hex");
}
