import type { Db } from "../db.ts";
import { programmeTable } from "../programme.ts";
import type { ItemKind } from "./item-kind.ts";

/** A programme's own row, without its initiatives. */
export const programmeItem = {
  id: "programme",
  title: "programme",
  read: (db: Db, code: string) => programmeTable(db).row(code),
  remove: (db: Db, code: string) =>
    void db.prepare<[string]>("DELETE FROM programme WHERE code = ?").run(code),
  write: (db: Db, _code: string, state: object) =>
    programmeTable(db).add(state as Parameters<ReturnType<typeof programmeTable>["add"]>[0]),
} as const satisfies ItemKind;
