import type { Db } from "../../store/db.ts";
import { fundingStreamTable } from "../../store/funding-stream.ts";
import { budgetTable, workedCaseTable } from "../../store/worked-case.ts";
import type { ReadStreams } from "./read-streams.ts";

/** Write what a file of streams says. For use inside a transaction; a case that is there stays. */
export function storeStreams(db: Db, { streams, budgets, cases }: ReadStreams): void {
  const known = workedCaseTable(db);
  const there = new Set(known.all().map(({ id }) => id));
  for (const one of cases) if (!there.has(one.id)) known.add(one);
  const table = budgetTable(db);
  for (const budget of budgets) table.add(budget);
  const rows = fundingStreamTable(db);
  for (const stream of streams) rows.add(stream);
}
