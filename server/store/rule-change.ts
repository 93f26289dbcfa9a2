import type { Evidence } from "../core/model.ts";
import type { IsoDate } from "../core/units.ts";
import type { Db } from "./db.ts";
import { type EvidenceColumns, evidenceTable, toEvidence } from "./evidence.ts";

export interface StoredRuleChange {
  readonly date: IsoDate;
  readonly programme_code: string;
  readonly what: string;
  readonly evidence: Evidence;
}

/** Dated changes of programmes' rules, boundaries and ownership, by date. */
export function ruleChangeTable(db: Db) {
  const evidence = evidenceTable(db);
  const insert = db.prepare<[string, string, string, number]>(
    "INSERT INTO rule_change (date, programme_code, what, evidence_id) VALUES (?, ?, ?, ?)",
  );
  const all = db.prepare<[], Omit<StoredRuleChange, "evidence"> & EvidenceColumns>(
    `SELECT date, programme_code, what, confidence, source, notes, date_read
     FROM rule_change JOIN evidence ON evidence.id = evidence_id
     ORDER BY date, programme_code, what`,
  );
  return {
    add({ date, programme_code, what, evidence: said }: StoredRuleChange) {
      insert.run(date, programme_code, what, evidence.idOf(said));
    },
    all: (): StoredRuleChange[] =>
      all.all().map((row) => ({
        date: row.date,
        programme_code: row.programme_code,
        what: row.what,
        evidence: toEvidence(row),
      })),
  };
}
