import type { Aim, AimWeight, Target } from "../core/partnership/model.ts";
import type { IsoDate } from "../core/units.ts";
import type { Db } from "./db.ts";
import { type EvidenceColumns, evidenceTable, toEvidence } from "./evidence.ts";

type TargetRow = EvidenceColumns & {
  readonly of: string;
  readonly topic: string;
  readonly measure: string;
  readonly value: number | null;
  readonly by_date: IsoDate | null;
};

type BodyAimRow = EvidenceColumns & {
  readonly of: string;
  readonly term: string;
  readonly weight: AimWeight;
};

/** What initiatives and boards themselves work towards, and have undertaken to reach. */
export function targetTable(db: Db) {
  const evidence = evidenceTable(db);
  const term = db.prepare<[string]>("INSERT INTO aim VALUES (?) ON CONFLICT DO NOTHING");
  const insertAim = db.prepare<unknown[]>("INSERT INTO body_aim VALUES (?, ?, ?, ?)");
  const insert = db.prepare<unknown[]>(
    `INSERT INTO target (body, topic, measure, value, by_date, evidence_id)
     VALUES (?, ?, ?, ?, ?, ?)`,
  );
  const all = db.prepare<[], TargetRow>(
    `SELECT body AS of, topic, measure, value, by_date, confidence, source, notes, date_read
     FROM target JOIN evidence ON evidence.id = evidence_id ORDER BY topic, body, target.id`,
  );
  const aims = db.prepare<[], BodyAimRow>(
    `SELECT body AS of, aim AS term, weight, confidence, source, notes, date_read
     FROM body_aim JOIN evidence ON evidence.id = evidence_id ORDER BY body, aim`,
  );
  return {
    add({ of, topic, measure, value, by, evidence: said }: Target) {
      term.run(topic);
      insert.run(of, topic, measure, value ?? null, by ?? null, evidence.idOf(said));
    },
    addAim({ of, term: aim, weight, evidence: said }: Aim) {
      term.run(aim);
      insertAim.run(of, aim, weight, evidence.idOf(said));
    },
    all: (): Target[] =>
      all.all().map((row) => ({
        of: row.of,
        topic: row.topic,
        measure: row.measure,
        value: row.value ?? undefined,
        by: row.by_date ?? undefined,
        evidence: toEvidence(row),
      })),
    aims: (): Aim[] =>
      aims.all().map((row) => ({
        of: row.of,
        term: row.term,
        weight: row.weight,
        evidence: toEvidence(row),
      })),
  };
}
