import type { Evidence } from "../core/model.ts";
import type { IsoDate } from "../core/units.ts";
import type { Db } from "./db.ts";
import { type EvidenceColumns, evidenceTable, toEvidence } from "./evidence.ts";
import { insertSql } from "./insert-sql.ts";

/** How the registry defines an initiative's ground. Only a `la_set` can be composed. */
export const AREA_DEFINITIONS = ["la_set", "neighbourhood", "schools"] as const;
export type AreaDefinition = (typeof AREA_DEFINITIONS)[number];

interface InitiativeColumns {
  readonly id: string;
  readonly programme_code: string;
  readonly name: string;
  readonly round: string;
  readonly start_date: IsoDate | null;
  /** The day after the last day alive. */
  readonly end_date: IsoDate | null;
  readonly budget_gbp: number | null;
  readonly accountable_body: string;
  readonly region: string;
  readonly area_definition: AreaDefinition;
  readonly member_wards: string;
  /** An approximate point, WGS 84, as the registry gives it: most are recalled. */
  readonly lon: number | null;
  readonly lat: number | null;
  readonly people: number | null;
  readonly people_basis: string;
}

export interface StoredInitiative extends InitiativeColumns {
  readonly evidence: Evidence;
}

/** The columns that say what it is; the data version is made of them. */
export const INITIATIVE_COLUMNS = [
  "id",
  "programme_code",
  "name",
  "round",
  "start_date",
  "end_date",
  "budget_gbp",
  "accountable_body",
  "region",
  "area_definition",
  "member_wards",
  "lon",
  "lat",
  "people",
  "people_basis",
] as const satisfies readonly (keyof InitiativeColumns)[];

/** Initiatives by id. */
export function initiativeTable(db: Db) {
  const evidence = evidenceTable(db);
  const insert = db.prepare<[InitiativeColumns & { evidence_id: number }]>(
    insertSql("initiative", [...INITIATIVE_COLUMNS, "evidence_id"]),
  );
  const select = `SELECT initiative.*, confidence, source, notes, date_read
    FROM initiative JOIN evidence ON evidence.id = evidence_id`;
  type Row = InitiativeColumns & EvidenceColumns;
  const all = db.prepare<[], Row>(`${select} ORDER BY initiative.id`);
  const byId = db.prepare<[string], Row>(`${select} WHERE initiative.id = ?`);
  const toStored = (row: Row): StoredInitiative => ({ ...row, evidence: toEvidence(row) });
  return {
    add(row: StoredInitiative) {
      insert.run({ ...row, evidence_id: evidence.idOf(row.evidence) });
    },
    all: () => all.all().map(toStored),
    find(id: string): StoredInitiative | undefined {
      const row = byId.get(id);
      return row && toStored(row);
    },
  };
}
