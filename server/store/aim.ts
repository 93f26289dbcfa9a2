import type { Evidence } from "../core/model.ts";
import type { Db } from "./db.ts";
import { type EvidenceColumns, evidenceTable, toEvidence } from "./evidence.ts";

export interface ProgrammeAim {
  readonly programme_code: string;
  readonly aim: string;
  readonly weight: "primary" | "secondary";
  readonly evidence: Evidence;
}

/** The controlled list of aims, and which programme works towards which. */
export function aimTable(db: Db) {
  const evidence = evidenceTable(db);
  const insert = db.prepare<[string]>("INSERT INTO aim VALUES (?) ON CONFLICT DO NOTHING");
  const insertLink = db.prepare<[string, string, string, number]>(
    "INSERT INTO programme_aim VALUES (?, ?, ?, ?)",
  );
  const all = db.prepare<[], Omit<ProgrammeAim, "evidence"> & EvidenceColumns>(
    `SELECT programme_code, aim, weight, confidence, source, notes, date_read
     FROM programme_aim JOIN evidence ON evidence.id = evidence_id ORDER BY programme_code, aim`,
  );
  return {
    add({ programme_code, aim, weight, evidence: said }: ProgrammeAim) {
      insert.run(aim);
      insertLink.run(programme_code, aim, weight, evidence.idOf(said));
    },
    all: (): ProgrammeAim[] =>
      all.all().map((row) => ({
        programme_code: row.programme_code,
        aim: row.aim,
        weight: row.weight,
        evidence: toEvidence(row),
      })),
  };
}
