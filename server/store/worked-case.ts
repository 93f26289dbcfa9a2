import type { Budget, WorkedCase } from "../core/funding/model.ts";
import { pence } from "../core/units.ts";
import type { Db } from "./db.ts";
import { type EvidenceColumns, evidenceTable, toEvidence } from "./evidence.ts";

type CaseRow = EvidenceColumns & {
  readonly id: string;
  readonly title: string;
  readonly place_name: string;
  readonly place_code: string | null;
  readonly watermark: string;
  readonly not_said_json: string;
};

/** Worked cases by id. */
export function workedCaseTable(db: Db) {
  const evidence = evidenceTable(db);
  const insert = db.prepare<unknown[]>("INSERT INTO worked_case VALUES (?, ?, ?, ?, ?, ?, ?)");
  const all = db.prepare<[], CaseRow>(
    `SELECT t.*, confidence, source, notes, date_read
     FROM worked_case t JOIN evidence ON evidence.id = evidence_id ORDER BY t.id`,
  );
  return {
    add({ id, title, placeName, place, watermark, notSaid, evidence: said }: WorkedCase) {
      const open = JSON.stringify(notSaid);
      insert.run(id, title, placeName, place ?? null, watermark, open, evidence.idOf(said));
    },
    all: (): WorkedCase[] =>
      all.all().map((row) => ({
        id: row.id,
        title: row.title,
        placeName: row.place_name,
        place: row.place_code ?? undefined,
        watermark: row.watermark,
        notSaid: JSON.parse(row.not_said_json) as string[],
        evidence: toEvidence(row),
      })),
  };
}

type BudgetRow = EvidenceColumns & {
  readonly id: string;
  readonly name: string;
  readonly case_id: string | null;
  readonly project: string;
  readonly amount_pence: number;
  readonly about: number;
};

/** Yearly sums of which the split is not published, by id. */
export function budgetTable(db: Db) {
  const evidence = evidenceTable(db);
  const insert = db.prepare<unknown[]>("INSERT INTO budget VALUES (?, ?, ?, ?, ?, ?, ?)");
  const all = db.prepare<[], BudgetRow>(
    `SELECT t.*, confidence, source, notes, date_read
     FROM budget t JOIN evidence ON evidence.id = evidence_id ORDER BY t.id`,
  );
  return {
    add({ id, name, case: owner, project, amount, about, evidence: said }: Budget) {
      insert.run(id, name, owner ?? null, project, amount, Number(about), evidence.idOf(said));
    },
    all: (): Budget[] =>
      all.all().map((row) => ({
        id: row.id,
        name: row.name,
        case: row.case_id ?? undefined,
        project: row.project,
        amount: pence(row.amount_pence),
        about: row.about === 1,
        evidence: toEvidence(row),
      })),
  };
}
