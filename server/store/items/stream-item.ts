import type { Stream } from "../../core/funding/model.ts";
import type { Db } from "../db.ts";
import { fundingStreamTable } from "../funding-stream.ts";
import type { ItemKind } from "./item-kind.ts";
import { lacking } from "./lacking.ts";

/** A funding stream with its rules and yearly figures. */
export const streamItem = {
  id: "stream",
  title: "funding stream",
  read: (db: Db, id: string) => fundingStreamTable(db).find(id),
  lacks: (db: Db, state: object) => lacking(db, state as Stream),
  remove(db: Db, id: string): void {
    db.prepare<[string]>(
      "DELETE FROM stream_year WHERE stream_id = (SELECT id FROM funding_stream WHERE key = ?)",
    ).run(id);
    db.prepare<[string]>("DELETE FROM funding_stream WHERE key = ?").run(id);
  },
  write: (db: Db, _id: string, state: object) => fundingStreamTable(db).add(state as Stream),
} as const satisfies ItemKind;
