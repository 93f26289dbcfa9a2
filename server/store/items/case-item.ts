import type { Budget, WorkedCase } from "../../core/funding/model.ts";
import type { Db } from "../db.ts";
import { budgetTable, workedCaseTable } from "../worked-case.ts";
import type { ItemKind } from "./item-kind.ts";

/** What a worked case says of itself; its streams stand by themselves. */
export const caseItem = {
  id: "case",
  title: "worked case",
  read: (db: Db, id: string) =>
    workedCaseTable(db)
      .all()
      .find((one) => one.id === id),
  remove: (db: Db, id: string) =>
    void db.prepare<[string]>("DELETE FROM worked_case WHERE id = ?").run(id),
  write: (db: Db, _id: string, state: object) => workedCaseTable(db).add(state as WorkedCase),
} as const satisfies ItemKind;

/** A sum that several streams pay into. */
export const budgetItem = {
  id: "budget",
  title: "budget",
  read: (db: Db, id: string) =>
    budgetTable(db)
      .all()
      .find((one) => one.id === id),
  remove: (db: Db, id: string) =>
    void db.prepare<[string]>("DELETE FROM budget WHERE id = ?").run(id),
  write: (db: Db, _id: string, state: object) => budgetTable(db).add(state as Budget),
} as const satisfies ItemKind;
